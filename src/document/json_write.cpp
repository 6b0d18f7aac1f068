#include "document/json.h"
#include "document/json_issue.h"
#include "document/json_tree.h"
#include "document/names.h"
#include "foundation/base/hash.h"
#include "foundation/base/parallel.h"
#include "foundation/data/syntaxes.h"

#include <algorithm>

namespace halfstar {
namespace {

void write_date(std::string_view name, const Date& date, JsonText& out) {
    out.key(name);
    out.begin_object(JsonLayout::inline_);
    out.key("year");
    out.number(date.year);
    out.number_member("month", date.month);
    out.number_member("day", date.day);
    out.text_member("time", date.time);
    out.text_member("offset", date.offset);
    out.text_member("written", date.written);
    out.end_object();
}

void write_credits(const std::vector<Credit>& credits, JsonText& out) {
    if (credits.empty()) return;
    out.key("credits");
    out.begin_array(JsonLayout::lines);
    for (const Credit& credit : credits) {
        out.begin_object(JsonLayout::inline_);
        out.key("role");
        out.text(name_of(credit.role));
        out.text_member("label", credit.label);
        out.key("name");
        out.text(credit.name);
        out.text_member("character", credit.character);
        out.end_object();
    }
    out.end_array();
}

void write_ids(const Work& work, JsonText& out) {
    if (work.ids.empty()) return;
    out.key("ids");
    out.begin_array(JsonLayout::lines);
    for (const auto& [scheme, id] : work.ids) {
        out.begin_object(JsonLayout::inline_);
        out.key("scheme");
        out.text(scheme);
        out.key("id");
        out.text(id);
        out.end_object();
    }
    out.end_array();
}

void write_optional(std::string_view name, const std::optional<int>& n, JsonText& out) {
    if (!n) return;
    out.key(name);
    out.number(*n);
}

void write_work(const Work& work, JsonText& out) {
    out.begin_object(JsonLayout::lines);
    out.key("title");
    out.text(work.title.value);
    out.text_member("original_title", work.original_title);
    out.text_member("original_language", work.original_language);
    write_optional("year", work.year, out);
    write_credits(work.credits, out);
    write_optional("minutes", work.minutes, out);
    out.texts_member("countries", work.countries);
    out.texts_member("languages", work.languages);
    out.texts_member("genres", work.genres);
    write_ids(work, out);
    if (work.rating) write_rating("rating", work.rating->value, out);
    out.end_object();
}

void write_epigraph(const Epigraph& epigraph, JsonText& out) {
    out.key("epigraph");
    out.begin_object(JsonLayout::lines);
    out.number_member("ordinal", epigraph.ordinal);
    write_inlines("words", epigraph.words, out);
    write_inlines("source", epigraph.source, out);
    out.end_object();
}

void write_notes(const std::vector<Note>& notes, JsonText& out) {
    if (notes.empty()) return;
    out.key("notes");
    out.begin_array(JsonLayout::lines);
    for (const Note& note : notes) {
        out.begin_object(JsonLayout::lines);
        out.key("label");
        out.text(note.label);
        if (note.kind != NoteKind::footnote) out.text_member("kind", name_of(note.kind));
        out.key("blocks");
        write_blocks(note.blocks, out);
        out.end_object();
    }
    out.end_array();
}

} // namespace

void write_picture(const Picture& picture, JsonText& out) {
    out.begin_object(JsonLayout::inline_);
    // Not the path: it is one machine's, and the same input is to give the same bytes on all.
    out.key("name");
    out.text(picture.name);
    out.key("format");
    out.text(name_of(picture.format));
    out.key("width");
    out.number(picture.width);
    out.key("height");
    out.number(picture.height);
    if (picture.orientation != 1) out.number_member("orientation", picture.orientation);
    out.flag_member("gray", picture.gray);
    out.flag_member("alpha", picture.alpha);
    out.key("sha256");
    out.text(hex(picture.digest));
    out.end_object();
}

namespace {

void write_pictures(const std::vector<Picture>& pictures, JsonText& out) {
    if (pictures.empty()) return;
    out.key("pictures");
    out.begin_array(JsonLayout::lines);
    for (const Picture& picture : pictures) write_picture(picture, out);
    out.end_array();
}

void write_extras(const std::vector<ExtraFact>& extras, JsonText& out) {
    if (extras.empty()) return;
    out.key("extras");
    out.begin_array(JsonLayout::lines);
    for (const ExtraFact& extra : extras) {
        out.begin_object(JsonLayout::inline_);
        out.key("key");
        out.text(extra.key);
        out.key("value");
        // Parsed and written anew, so that whatever made it, the whole stays JSON.
        const Result<Value> value = read_json(extra.json, {});
        out.json(value ? to_json(*value) : json_string(extra.json));
        out.end_object();
    }
    out.end_array();
}

void write_occasion(const Piece& piece, JsonText& out) {
    if (piece.published) write_date("published", piece.published->value, out);
    if (piece.seen) write_date("seen", piece.seen->value, out);
    out.text_member("venue", piece.venue);
    out.text_member("medium", piece.medium);
}

void write_head(const Piece& piece, JsonText& out) {
    out.key("key");
    out.text(piece.key);
    out.key("path");
    out.text(piece.path);
    out.key("kind");
    out.text(name_of(piece.kind));
    out.key("language");
    out.text(piece.language);
    out.key("direction");
    out.text(name_of(piece.direction));
    out.key("title");
    out.text(piece.title.value);
    out.text_member("subtitle", piece.subtitle);
}

void write_works(std::string_view name, const std::vector<Work>& works, JsonText& out) {
    if (works.empty()) return;
    out.key(name);
    out.begin_array(JsonLayout::lines);
    for (const Work& work : works) write_work(work, out);
    out.end_array();
}

void write_screenings(const std::vector<Screening>& screenings, JsonText& out) {
    if (screenings.empty()) return;
    out.key("screenings");
    out.begin_array(JsonLayout::lines);
    for (const Screening& screening : screenings) {
        out.begin_object(JsonLayout::inline_);
        write_date("date", screening.date, out);
        out.text_member("venue", screening.venue);
        out.key("film");
        out.number(screening.film);
        out.end_object();
    }
    out.end_array();
}

void write_piece(const Piece& piece, JsonText& out) {
    out.begin_object(JsonLayout::lines);
    write_head(piece, out);
    write_works("works", piece.works, out);
    write_works("listed", piece.listed, out);
    write_screenings(piece.screenings, out);
    out.texts_member("authors", piece.authors);
    write_occasion(piece, out);
    if (piece.epigraph) write_epigraph(*piece.epigraph, out);
    write_inlines("summary", piece.summary, out);
    out.number_member("summary_ordinal", piece.summary_ordinal);
    out.texts_member("tags", piece.tags);
    if (piece.poster) {
        out.key("poster");
        write_image(*piece.poster, out);
    }
    out.text_member("poster_caption", piece.poster_caption);
    out.flag_member("spoilers", piece.spoilers);
    out.key("body");
    write_blocks(piece.body, out);
    write_notes(piece.notes, out);
    write_pictures(piece.pictures, out);
    write_extras(piece.extras, out);
    out.end_object();
}

void write_named(std::string_view name, const std::optional<Piece>& piece, JsonText& out) {
    if (!piece) return;
    out.key(name);
    write_piece(*piece, out);
}

/// What stands in print on cover and masthead.
void write_imprint(const Edition& edition, JsonText& out) {
    out.text_member("editor", edition.editor);
    out.text_member("publisher", edition.publisher);
    out.text_member("place", edition.place);
    out.text_member("price", edition.price);
    out.text_member("isbn", edition.isbn);
    out.text_member("rights", edition.rights);
    out.text_member("url", edition.url);
    out.texts_member("contributors", edition.contributors);
    if (edition.date) write_date("date", *edition.date, out);
    out.text_member("identifier", edition.identifier);
}

} // namespace

Result<void> write_json(const Edition& edition, const std::function<Result<void>(std::string_view)>& to, int jobs) {
    JsonText out(to);
    out.begin_object(JsonLayout::lines);
    out.key("halfstar");
    out.number(json_version);
    out.key("title");
    out.text(edition.title);
    out.text_member("subtitle", edition.subtitle);
    out.text_member("number", edition.number);
    out.key("language");
    out.text(edition.language);
    out.key("direction");
    out.text(name_of(edition.direction));
    write_imprint(edition, out);
    write_issue_parts(edition, out);
    write_issue_pages(edition, out);
    out.key("pieces");
    out.begin_array(JsonLayout::lines);
    const auto pieces = [&](std::size_t first, std::size_t last, JsonText& part) {
        for (std::size_t i = first; i < last; ++i) write_piece(edition.pieces[i], part);
    };
    constexpr std::size_t depth = 2; // in the list of pieces, in the edition
    constexpr std::size_t at_once = 16; // what threads say to one another is dear beside a single piece
    Ahead<JsonText::Parts> parts((edition.pieces.size() + at_once - 1) / at_once, jobs, [&](std::size_t i) {
        const std::size_t first = i * at_once, last = std::min(first + at_once, edition.pieces.size());
        return JsonText::apart(depth, [&](JsonText& part) { pieces(first, last, part); });
    });
    for (std::size_t i = 0; i < edition.pieces.size(); i += at_once) out.values(parts.take());
    out.end_array();
    write_sections(edition, out);
    write_named("letter", edition.letter, out);
    write_named("about", edition.about, out);
    write_indexes(edition, out);
    write_statistics(edition.statistics, out);
    out.end_object();
    return out.finish();
}

} // namespace halfstar
