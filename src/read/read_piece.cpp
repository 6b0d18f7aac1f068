#include "read/read.h"

#include "document/parts.h"
#include "document/tree.h"
#include "foundation/base/hash.h"
#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"
#include "read/accents.h"
#include "read/body_labels.h"
#include "read/callouts.h"
#include "read/cut.h"
#include "read/date.h"
#include "read/date_line.h"
#include "read/epigraph.h"
#include "read/facts.h"
#include "read/front_matter.h"
#include "read/kinds/kinds.h"
#include "read/picture_files.h"
#include "read/settle.h"
#include "read/smart_punctuation.h"
#include "read/spoilers.h"
#include "read/text_repair.h"
#include "read/title.h"

#include <algorithm>
#include <array>

namespace halfstar {

namespace {

using namespace reading;

std::string key_of_path(const std::string& path) {
    const std::size_t stop = path.rfind('.');
    const bool extension = stop != std::string::npos && stop > path.rfind('/') + 1;
    std::string key = unicode::file_slug(extension ? path.substr(0, stop) : path);
    return key.empty() ? "piece-" + hex(sha256(path)).substr(0, 8) : key;
}

Span span_of(SourceId source, std::size_t begin, std::size_t end) {
    return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

NameFacts facts_of_name(const std::string& path, const std::string& language) {
    const std::string name = name_of_path(path);
    DatedName dated = split_dated_name(name);
    if (!dated.date) dated.date = date_of_folders(path);
    if (dated.name.empty()) return {name, dated.date, std::nullopt};
    const DatedName film = split_year(dated.name);
    return {title_from_name(film.name, language), dated.date, film.date ? std::optional(film.date->year) : std::nullopt};
}

LabelPlaces places_in(const std::optional<PieceKind>& kind) {
    if (!kind) return LabelPlaces::top_and_bottom;
    switch (*kind) {
    case PieceKind::review:
    case PieceKind::essay:
        return LabelPlaces::top_and_bottom;
    case PieceKind::interview:
    case PieceKind::list:
    case PieceKind::listings:
        return LabelPlaces::top_only;
    }
    return LabelPlaces::top_and_bottom;
}

/// The first block that nothing but pictures, breaks, quotations and tables stands before.
Blocks::iterator head_of(Blocks& body) {
    return std::find_if_not(body.begin(), body.end(), [](const Block& block) {
        return std::holds_alternative<Figure>(block.node) || std::holds_alternative<Break>(block.node) ||
               std::holds_alternative<Quote>(block.node) || std::holds_alternative<Table>(block.node);
    });
}

/// The line of a block that may be a title: a heading's, or one that is strong as a whole.
const Inlines* title_line(const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.node)) return &heading->inlines;
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    if (paragraph == nullptr || paragraph->inlines.size() != 1) return nullptr;
    const auto* styled = std::get_if<Styled>(&paragraph->inlines[0].node);
    if (styled == nullptr || (styled->style != TextStyle::strong && styled->style != TextStyle::bold)) return nullptr;
    return &paragraph->inlines;
}

bool is_first_heading(const Block& block) {
    const auto* heading = std::get_if<Heading>(&block.node);
    return heading != nullptr && heading->level == 1;
}

bool holds_only_words(const Inlines& inlines) {
    bool only = true;
    walk_inlines(inlines, [&](const Inline& node) {
        if (std::holds_alternative<NoteReference>(node.node) || std::holds_alternative<Image>(node.node) ||
            std::holds_alternative<RawInline>(node.node))
            only = false;
    });
    return only;
}

/// The title that stands at the head of the body leaves it, also when front matter or the file's name has said the
/// same. What is no heading of the first level is a title when it says the same, or ends in the film's year.
void take_title_line(Blocks& body, const std::string& name, Facts& facts) {
    const auto found = head_of(body);
    const Inlines* inlines = found == body.end() ? nullptr : title_line(*found);
    if (inlines == nullptr || !holds_only_words(*inlines)) return;
    const Fact<std::string> line{std::string(trim_unicode(plain_text(*inlines))), found->span};
    if (line.value.empty()) return;
    const TextFact& known = facts.title ? facts.title : facts.film_title;
    if (known && !is_same_title(known->value, line.value)) return;
    const CleanTitle clean = clean_title(line.value);
    if (!known && !is_first_heading(*found) && !clean.year && !is_same_title(name, line.value)) return;
    if (known && !take_title_facts(facts.work, clean, facts.bare_best, line.span)) return;
    if (!known) facts.title = line;
    body.erase(found);
}

/// Reads a piece as reviewers write them.
class ReviewReader {
public:
    ReviewReader(ReadPiece& read, const PieceFile& file, const ReadOptions& options, Diagnostics& diagnostics)
        : read_(read), file_(file), options_(options), diagnostics_(diagnostics) {}

    /// The span of the poster's name, for what may be wrong with it.
    Span read() {
        const std::string& text = read_.text;
        Piece& piece = read_.piece;
        const FrontMatterPlace place = find_front_matter(text, file_.source, diagnostics_);
        Facts facts;
        facts.bare_best = options_.rating_best * 100;
        take_members(facts, read_front_matter(text, place, file_.source, diagnostics_), diagnostics_);
        const Span where = span_of(file_.source, place.body, text.size());
        Markdown markdown = read_markdown(std::string_view(text).substr(place.body), where,
                                          {true, options_.allow_raw_html}, diagnostics_);
        piece.body = std::move(markdown.blocks);
        piece.notes = std::move(markdown.notes);
        read_callouts(piece.body);
        compose_accents(piece);
        take_body_labels(piece.body, facts, places_in(facts.kind), diagnostics_);
        piece.language = facts.language.empty() ? options_.language : facts.language;
        const NameFacts name = facts_of_name(file_.path, piece.language);
        take_head(name, facts);
        if (!facts.epigraph) piece.epigraph = take_epigraph(piece.body);
        facts.spoilers = facts.spoilers || warns_of_spoilers(piece.body);
        gather_spoilers(piece.body);
        const std::optional<PieceKind> said = facts.kind;
        const std::int32_t bare_best = facts.bare_best;
        piece.kind = said.value_or(PieceKind::review);
        const Span poster = facts.picture ? facts.picture->span : Span{};
        settle(std::move(facts), name, piece);
        if (markdown.cut_at && piece.summary.empty()) take_summary_before(*markdown.cut_at, piece);
        take_kind(piece, said, text, bare_best);
        return poster;
    }

private:
    /// The title and the date, which may stand above it.
    void take_head(const NameFacts& name, Facts& facts) {
        Blocks& body = read_.piece.body;
        const bool dated = places_in(facts.kind) == LabelPlaces::top_and_bottom;
        if (dated) take_date_line(body, facts, name.date);
        take_title_line(body, name.title, facts);
        if (dated) take_date_line(body, facts, name.date);
    }

    ReadPiece& read_;
    const PieceFile& file_;
    const ReadOptions& options_;
    Diagnostics& diagnostics_;
};

void read_plain(ReadPiece& read, const PieceFile& file, const ReadOptions& options, Diagnostics& diagnostics) {
    const Span where = span_of(file.source, 0, read.text.size());
    Markdown markdown = read_markdown(read.text, where, {false, options.allow_raw_html}, diagnostics);
    read.piece.body = std::move(markdown.blocks);
    read.piece.notes = std::move(markdown.notes);
    read.piece.kind = PieceKind::essay;
    read.piece.language = options.language;
    read.piece.title = {facts_of_name(file.path, options.language).title, {file.source, 0, 0}};
}

bool has_nothing_but_title(const Piece& piece) {
    const auto rated = [](const Work& work) { return work.rating.has_value(); };
    return piece.body.empty() && piece.notes.empty() && !piece.epigraph && piece.summary.empty() && !piece.poster &&
           std::none_of(piece.works.begin(), piece.works.end(), rated);
}

} // namespace

namespace {

void release_spare_room(Inlines& inlines) {
    inlines.shrink_to_fit();
    walk_inlines(inlines, [](Inline& one) {
        if (auto* text = std::get_if<Text>(&one.node)) text->text.shrink_to_fit();
        if (Inlines* children = children_of(one)) children->shrink_to_fit();
    });
}

/// Words, blocks and credits grew one by one; a piece is kept for the whole run, and there may be thousands.
void release_spare_room(Piece& piece) {
    piece.body.shrink_to_fit();
    walk_blocks(piece.body, [](Block& block) { each_inlines(block, [](Inlines& inlines) { release_spare_room(inlines); }); });
    if (piece.epigraph) release_spare_room(piece.epigraph->words);
    for (Work& work : piece.works) work.credits.shrink_to_fit();
}

} // namespace

std::optional<ReadPiece> read_piece(std::string_view bytes, const PieceFile& file, const ReadOptions& options,
                                    const FileReader& reader, Diagnostics& diagnostics) {
    auto text = repair_text(bytes, file.source, file.path, diagnostics);
    if (!text) return std::nullopt;
    ReadPiece read;
    read.text = std::move(*text);
    read.piece.path = file.path;
    read.piece.key = key_of_path(file.path);
    read.piece.source = file.source;
    read.piece.span = span_of(file.source, 0, read.text.size());
    if (!options.review_conventions) {
        read_plain(read, file, options, diagnostics);
        find_pictures(read.piece, Span{}, read.text, file, reader, diagnostics);
        return read;
    }
    const Span poster = ReviewReader(read, file, options, diagnostics).read();
    find_pictures(read.piece, poster, read.text, file, reader, diagnostics);
    if (options.smart_punctuation) smarten(read.piece, read.piece.language, read.text);
    if (has_nothing_but_title(read.piece)) diagnostics.report(Code::empty_piece, {file.source, 0, 0});
    release_spare_room(read.piece);
    return read;
}

} // namespace halfstar
