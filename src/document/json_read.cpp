#include "document/json.h"
#include "document/json_issue.h"
#include "document/json_tree.h"
#include "document/tree.h"
#include "foundation/data/syntaxes.h"

namespace halfstar {
namespace {

std::optional<Date> date_of(const Value* value, JsonFault& fault) {
    if (value == nullptr) return std::nullopt;
    JsonObject object(*value, fault);
    Date date;
    date.year = object.number<int>("year", 0);
    date.month = object.number<int>("month", 0);
    date.day = object.number<int>("day", 0);
    date.time = object.text("time");
    date.offset = object.text("offset");
    date.written = object.text("written");
    object.finish();
    return date;
}

std::optional<Fact<Date>> dated(const Value* value, JsonFault& fault) {
    if (std::optional<Date> date = date_of(value, fault)) return Fact<Date>{*std::move(date), {}};
    return std::nullopt;
}

std::optional<Fact<Rating>> rating_of(const Value* value, JsonFault& fault) {
    if (std::optional<Rating> rating = read_rating(value, fault)) return Fact<Rating>{*std::move(rating), {}};
    return std::nullopt;
}

Screening screening_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Screening screening;
    screening.date = date_of(object.take("date"), fault).value_or(Date{});
    screening.venue = object.text("venue");
    screening.film = object.number<std::uint32_t>("film", 0);
    object.finish();
    return screening;
}

Credit credit_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Credit credit;
    credit.role = object.name("role", Role::other);
    credit.label = object.text("label");
    credit.name = object.required_text("name");
    credit.character = object.text("character");
    object.finish();
    return credit;
}

std::pair<std::string, std::string> id_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    std::pair<std::string, std::string> id{object.required_text("scheme"), object.required_text("id")};
    object.finish();
    return id;
}

Work work_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Work work;
    work.title.value = object.required_text("title");
    work.original_title = object.text("original_title");
    work.original_language = object.text("original_language");
    work.year = object.optional_number("year");
    for (const Value& credit : object.list("credits")) work.credits.push_back(credit_of(credit, fault));
    work.minutes = object.optional_number("minutes");
    work.countries = object.texts("countries");
    work.languages = object.texts("languages");
    work.genres = object.texts("genres");
    for (const Value& id : object.list("ids")) work.ids.push_back(id_of(id, fault));
    work.rating = rating_of(object.take("rating"), fault);
    object.finish();
    return work;
}

std::optional<Epigraph> epigraph_of(const Value* value, JsonFault& fault) {
    if (value == nullptr) return std::nullopt;
    JsonObject object(*value, fault);
    Epigraph epigraph;
    epigraph.ordinal = object.number<NodeOrdinal>("ordinal", 0);
    epigraph.words = read_inlines(object.take("words"), fault);
    epigraph.source = read_inlines(object.take("source"), fault);
    object.finish();
    return epigraph;
}

Note note_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Note note;
    note.label = object.required_text("label");
    note.kind = object.name("kind", NoteKind::footnote);
    note.blocks = read_blocks(object.take("blocks"), fault);
    object.finish();
    return note;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::array<std::uint8_t, 32> digest_of(const std::string& text, const Value& at, JsonFault& fault) {
    std::array<std::uint8_t, 32> digest{};
    bool right = text.size() == 2 * digest.size();
    for (std::size_t i = 0; right && i < digest.size(); ++i) {
        const int high = hex_digit(text[2 * i]), low = hex_digit(text[2 * i + 1]);
        right = high >= 0 && low >= 0;
        if (right) digest[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    if (!right) fault.report(at, "a SHA-256 of 64 hexadecimal digits is expected");
    return digest;
}

} // namespace

Picture read_picture(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Picture picture;
    picture.name = object.required_text("name");
    picture.format = object.name("format", PictureFormat::png);
    picture.width = object.number<std::uint32_t>("width", 0);
    picture.height = object.number<std::uint32_t>("height", 0);
    picture.orientation = object.number<std::uint8_t>("orientation", 1);
    picture.gray = object.flag("gray");
    picture.alpha = object.flag("alpha");
    picture.digest = digest_of(object.required_text("sha256"), value, fault);
    object.finish();
    return picture;
}

namespace {

ExtraFact extra_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    ExtraFact extra;
    extra.key = object.required_text("key");
    if (const Value* json = object.take("value")) extra.json = to_json(*json);
    object.finish();
    return extra;
}

void read_head(JsonObject& object, Piece& piece) {
    piece.key = object.required_text("key");
    piece.path = object.text("path");
    piece.kind = object.name("kind", PieceKind::review);
    piece.language = object.text("language");
    piece.direction = object.name("direction", Direction::left_to_right);
    piece.title.value = object.text("title");
    piece.subtitle = object.text("subtitle");
}

void read_facts(JsonObject& object, Piece& piece, JsonFault& fault) {
    for (const Value& work : object.list("works")) piece.works.push_back(work_of(work, fault));
    for (const Value& work : object.list("listed")) piece.listed.push_back(work_of(work, fault));
    for (const Value& screening : object.list("screenings"))
        piece.screenings.push_back(screening_of(screening, fault));
    piece.authors = object.texts("authors");
    piece.published = dated(object.take("published"), fault);
    piece.seen = dated(object.take("seen"), fault);
    piece.venue = object.text("venue");
    piece.medium = object.text("medium");
    piece.tags = object.texts("tags");
    if (const Value* poster = object.take("poster")) piece.poster = read_image(*poster, fault);
    piece.poster_caption = object.text("poster_caption");
    piece.spoilers = object.flag("spoilers");
    for (const Value& picture : object.list("pictures")) piece.pictures.push_back(read_picture(picture, fault));
    for (const Value& extra : object.list("extras")) piece.extras.push_back(extra_of(extra, fault));
}

Piece piece_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Piece piece;
    read_head(object, piece);
    read_facts(object, piece, fault);
    piece.epigraph = epigraph_of(object.take("epigraph"), fault);
    piece.summary = read_inlines(object.take("summary"), fault);
    piece.summary_ordinal = object.number<NodeOrdinal>("summary_ordinal", 0);
    piece.body = read_blocks(object.take("body"), fault);
    for (const Value& note : object.list("notes")) piece.notes.push_back(note_of(note, fault));
    object.finish();
    // Writers and layout rely on the tree's invariants.
    for (const std::string& broken : check(piece)) fault.report(value, broken);
    return piece;
}

std::optional<Piece> named_piece(const Value* value, JsonFault& fault) {
    if (value == nullptr) return std::nullopt;
    return piece_of(*value, fault);
}

void read_imprint(JsonObject& object, Edition& edition, JsonFault& fault) {
    edition.editor = object.text("editor");
    edition.publisher = object.text("publisher");
    edition.place = object.text("place");
    edition.price = object.text("price");
    edition.isbn = object.text("isbn");
    edition.rights = object.text("rights");
    edition.url = object.text("url");
    edition.contributors = object.texts("contributors");
    edition.date = date_of(object.take("date"), fault);
    edition.identifier = object.text("identifier");
}

Edition edition_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Edition edition;
    if (object.number<int>("halfstar", 0) != json_version)
        fault.report(value, "only version " + std::to_string(json_version) + " is read");
    edition.title = object.text("title");
    edition.subtitle = object.text("subtitle");
    edition.number = object.text("number");
    edition.language = object.text("language");
    edition.direction = object.name("direction", Direction::left_to_right);
    read_imprint(object, edition, fault);
    for (const Value& piece : object.list("pieces")) edition.pieces.push_back(piece_of(piece, fault));
    edition.letter = named_piece(object.take("letter"), fault);
    edition.about = named_piece(object.take("about"), fault);
    read_issue_parts(object, edition, fault);
    read_issue_pages(object, edition, fault);
    object.finish();
    check_references(edition, value, fault);
    return edition;
}

} // namespace

Result<Edition> read_json_edition(std::string_view text) {
    Result<Value> value = read_json(text, {});
    if (!value) return value.error();
    JsonFault fault;
    Edition edition = edition_of(*value, fault);
    if (fault.found()) return Error{fault.sentence(text)};
    return edition;
}

} // namespace halfstar
