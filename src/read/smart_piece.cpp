#include "document/tree.h"
#include "read/smart_punctuation.h"

namespace halfstar::reading {

namespace {

void smarten_images(Inlines& inlines, std::string_view language) {
    walk_inlines(inlines, [&](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.node)) {
            smarten(image->alternative, language);
            smarten(image->title, language);
        }
    });
}

void smarten(Blocks& blocks, std::string_view language, std::string_view source) {
    walk_blocks(blocks, [&](Block& block) {
        each_inlines(block, [&](Inlines& inlines) {
            halfstar::reading::smarten(inlines, language, source);
            smarten_images(inlines, language);
        });
        if (auto* figure = std::get_if<Figure>(&block.node)) {
            halfstar::reading::smarten(figure->image.alternative, language);
            halfstar::reading::smarten(figure->image.title, language);
        }
    });
}

void smarten(std::vector<std::string>& texts, std::string_view language) {
    for (std::string& text : texts)
        halfstar::reading::smarten(text, language);
}

void smarten(Work& work, std::string_view language) {
    halfstar::reading::smarten(work.title.value, language);
    halfstar::reading::smarten(work.original_title, work.original_language.empty() ? language : work.original_language);
    for (Credit& credit : work.credits) {
        halfstar::reading::smarten(credit.name, language);
        halfstar::reading::smarten(credit.character, language);
        halfstar::reading::smarten(credit.label, language);
    }
    smarten(work.countries, language);
    smarten(work.languages, language);
    smarten(work.genres, language);
}

} // namespace

void smarten(Piece& piece, std::string_view language, std::string_view source) {
    smarten(piece.title.value, language);
    smarten(piece.subtitle, language);
    for (Work& work : piece.works)
        smarten(work, language);
    smarten(piece.authors, language);
    smarten(piece.venue, language);
    smarten(piece.medium, language);
    if (piece.epigraph) {
        smarten(piece.epigraph->words, language, source);
        smarten(piece.epigraph->source, language, source);
    }
    smarten(piece.summary, language);
    smarten(piece.tags, language);
    if (piece.poster) smarten(piece.poster->alternative, language);
    smarten(piece.poster_caption, language);
    smarten(piece.body, language, source);
    for (Note& note : piece.notes)
        smarten(note.blocks, language, source);
}

} // namespace halfstar::reading
