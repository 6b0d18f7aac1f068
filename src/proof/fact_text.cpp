#include "document/parts.h"
#include "document/tree.h"
#include "proof/known_words.h"

namespace halfstar::proof {
namespace {

class FactText {
public:
    std::string take(const Piece& piece) {
        for (const std::string* text :
             {&piece.title.value, &piece.subtitle, &piece.venue, &piece.medium, &piece.poster_caption})
            add(*text);
        for (const std::vector<Work>* works : {&piece.works, &piece.listed})
            for (const Work& work : *works)
                add(work);
        for (const Screening& screening : piece.screenings) {
            add(screening.date);
            add(screening.venue);
        }
        for (const std::string& author : piece.authors)
            add(author);
        for (const std::string& tag : piece.tags)
            add(tag);
        for (const auto* date : {&piece.published, &piece.seen})
            if (*date) add((*date)->value);
        for (const ExtraFact& extra : piece.extras) {
            add(extra.key);
            add(extra.json);
        }
        if (piece.poster) add(*piece.poster);
        add(plain_text(piece.summary));
        tree(piece);
        return std::move(text_);
    }

private:
    void add(std::string_view words) {
        text_ += words;
        text_ += '\n';
    }
    void add(const Image& image) {
        for (const std::string* words : {&image.alternative, &image.title, &image.url})
            add(*words);
    }
    void add(const Date& date) {
        for (const int number : {date.year, date.month, date.day})
            add(std::to_string(number));
        for (const std::string* words : {&date.written, &date.time})
            add(*words);
    }
    void add(const Work& work) {
        add(work.title.value);
        add(work.original_title);
        for (const Credit& credit : work.credits)
            for (const std::string* words : {&credit.label, &credit.name, &credit.character})
                add(*words);
        for (const auto* list : {&work.countries, &work.languages, &work.genres})
            for (const std::string& words : *list)
                add(words);
        for (const auto* number : {&work.year, &work.minutes})
            if (*number) add(std::to_string(**number));
        for (const auto& [name, id] : work.ids) {
            add(name);
            add(id);
        }
        if (work.rating) add(work.rating->value.written);
    }

    /// What stands in the tree and is no word of a flow.
    void tree(const Piece& piece) {
        const auto list = [&](const Inlines& inlines) { walk_inlines(inlines, [&](const Inline& one) { add(one); }); };
        const auto blocks = [&](const Blocks& of) {
            walk_blocks(of, [&](const Block& block) {
                if (const auto* code = std::get_if<CodeBlock>(&block.node)) add(code->info);
                if (const auto* figure = std::get_if<Figure>(&block.node)) add(figure->image);
                if (const auto* raw = std::get_if<RawBlock>(&block.node)) add(raw->html);
                if (const auto* ranking = std::get_if<Ranking>(&block.node))
                    for (const Entry& entry : ranking->entries)
                        add(entry.rank);
                each_inlines(block, list);
            });
        };
        list(piece.summary);
        blocks(piece.body);
        for (const Note& note : piece.notes) {
            add(note.label);
            blocks(note.blocks);
        }
    }

    void add(const Inline& one) {
        if (const auto* link = std::get_if<Link>(&one.node)) {
            add(link->title);
            add(link->url);
        }
        if (const auto* image = std::get_if<Image>(&one.node)) add(*image);
        if (const auto* raw = std::get_if<RawInline>(&one.node)) add(raw->html);
    }

    std::string text_;
};

} // namespace

std::string fact_text(const Piece& piece) { return FactText().take(piece); }

} // namespace halfstar::proof
