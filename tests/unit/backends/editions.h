// Editions made by hand for the writers' tests: every kind of block and inline, facts of every sort,
// and pictures in memory.
#pragma once

#include "design/pictures/pictures.h"
#include "foundation/base/files.h"
#include "foundation/base/hash.h"

#include <halfstar/backend.h>
#include <halfstar/edition.h>
#include <halfstar/style.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::fake {

inline Inline text(std::string words) { return {Text{std::move(words)}, {}}; }
inline Inline styled(TextStyle style, std::string words) { return {Styled{style, {text(std::move(words))}}, {}}; }
inline Inline link(std::string url, std::string words, std::string title = {}) {
    return {Link{std::move(url), std::move(title), {text(std::move(words))}, {}}, {}};
}
inline Inline note(std::uint32_t index) { return {NoteReference{index}, {}}; }
inline Block block(Block::Node node) { return {std::move(node), {}, 0}; }
inline Block paragraph(Inlines inlines) { return block(Paragraph{std::move(inlines)}); }
inline Block paragraph(std::string words) { return paragraph(Inlines{text(std::move(words))}); }
inline Block heading(int level, std::string words) { return block(Heading{level, {text(std::move(words))}}); }
inline Image image(std::string alternative, PictureIndex picture, std::string url = "stills/zone.jpg") {
    return {std::move(url), "", std::move(alternative), picture};
}
inline Credit credit(Role role, std::string name, std::string character = {}) {
    return {role, "", std::move(name), std::move(character), {}};
}
inline Date date(int year, int month, int day) {
    Date d;
    d.year = year;
    d.month = month;
    d.day = day;
    return d;
}
inline Rating rating(std::int32_t value, std::string written = "4.5") {
    Rating r;
    r.value = value;
    r.written = std::move(written);
    return r;
}

/// Pictures by path.
class Pictures : public Resources {
public:
    std::map<std::string, std::string> files;
    mutable std::vector<std::string> asked; ///< paths in the order they were asked for
    Result<std::string> bytes(const Picture& picture) const override {
        asked.push_back(picture.path);
        const auto found = files.find(picture.path);
        if (found == files.end()) return Error{"gone: " + picture.path};
        return found->second;
    }
};

inline std::string png_bytes(std::uint32_t width, std::uint32_t height, std::uint8_t shade) {
    Pixels pixels;
    pixels.width = width;
    pixels.height = height;
    pixels.channels = 1;
    pixels.samples.assign(std::size_t{width} * height, shade);
    Result<std::string> png = encode_png(pixels);
    return png ? *png : std::string();
}

/// A gray picture, its bytes put among `pictures`.
inline Picture add_picture(Pictures& pictures, const std::string& name, std::uint8_t shade, std::uint32_t width = 40,
                           std::uint32_t height = 30) {
    const std::string path = "/stills/" + name;
    pictures.files[path] = png_bytes(width, height, shade);
    Picture picture;
    picture.path = path;
    picture.name = name;
    picture.width = width;
    picture.height = height;
    picture.gray = true;
    picture.digest = sha256(pictures.files[path]);
    return picture;
}

/// A review with a work, rating, day and one paragraph.
inline Piece review(std::string key = "stalker", std::string title = "Stalker") {
    Piece piece;
    piece.key = key;
    piece.path = key + ".md";
    piece.language = "en";
    piece.title.value = title;
    piece.authors = {"Ada Quill"};
    Work work;
    work.title.value = title;
    work.year = 1979;
    work.minutes = 162;
    work.countries = {"Soviet Union"};
    work.credits = {credit(Role::director, "Andrei Tarkovsky")};
    work.rating = Fact<Rating>{rating(450), {}};
    piece.works = {work};
    piece.seen = Fact<Date>{date(2019, 12, 17), {}};
    piece.body = {paragraph("The Zone breathes.")};
    return piece;
}

inline Edition edition(std::vector<Piece> pieces) {
    Edition e;
    e.title = pieces.size() == 1 ? pieces.front().title.value : "Row C";
    e.language = "en";
    e.identifier = "urn:uuid:6a1d7c1e-3b8f-8d2a-9c51-0f4e2b7a9d63";
    e.pieces = std::move(pieces);
    return e;
}

/// Every kind of block and inline in one body, with two notes, one referred to twice.
inline Blocks everything(PictureIndex picture) {
    Blocks blocks;
    blocks.push_back(paragraph(Inlines{text("A "), styled(TextStyle::emphasis, "very"), text(" long "), {SoftBreak{}, {}},
                                       {CodeSpan{"take <1>"}, {}}, {HardBreak{}, {}}, styled(TextStyle::cite, "Mirror"),
                                       note(0), text(" & "), link("https://example.org/a?b=c&d=e", "a link", "its title"),
                                       {Phrase{"fr", Direction::inherit, {text("tant pis")}}, {}},
                                       {image("a small map", picture), {}}}));
    blocks.push_back(heading(3, "What they take"));
    blocks.push_back(block(Quote{{paragraph("Quoted.")}, {text("Somebody")}}));
    blocks.push_back(block(List{true, true, 3, {{{paragraph("third"), block(List{false, true, 1, {{{paragraph("inner")}, {}}}})}, {}},
                                                {{paragraph("fourth")}, {}}}}));
    blocks.push_back(block(CodeBlock{"c++ numbered", "if (a < b)\n    stop();\n"}));
    blocks.push_back(block(Break{}));
    Table table;
    table.columns = {Alignment::left, Alignment::right};
    table.head = {{{text("Film")}, 0, {}}, {{text("Year")}, 0, {}}};
    table.rows = {{{{text("Mirror")}, 0, {}}, {{text("1975")}, 0, {}}}};
    table.caption = {text("Others")};
    blocks.push_back(block(table));
    blocks.push_back(block(Figure{image("the Zone", picture), {text("Seen from a trolley.")}, 0}));
    blocks.push_back(block(Definitions{{{{text("Zone")}, {paragraph("A place.")}, 0, {}}}}));
    blocks.push_back(block(Details{DetailsKind::spoiler, {}, 0, {paragraph("It was the dog.")}}));
    blocks.push_back(block(Dialogue{{{Voice::question, {text("Q")}, 0, {paragraph("Whose dog?")}, {}},
                                     {Voice::answer, {text("A")}, 0, {paragraph("Nobody's.")}, {}}}}));
    blocks.push_back(heading(2, "The room"));
    blocks.push_back(paragraph(Inlines{text("Again"), note(0), text(" and another"), note(1), text(".")}));
    return blocks;
}

inline std::vector<Note> two_notes() { return {{"a", {paragraph("First note.")}, {}}, {"b", {paragraph("Second note.")}, {}}}; }

inline Style style() {
    Style s;
    s.name = "programme";
    s.colours = {{"ink", 0, 0, 0, ""}, {"spot", 0xd8, 0x39, 0x1f, "halfstar Red"}, {"paper", 255, 255, 255, ""}};
    s.elements[static_cast<std::size_t>(Element::text)].family = "Vollkorn";
    s.elements[static_cast<std::size_t>(Element::text)].features = {"onum", "ss11"};
    s.elements[static_cast<std::size_t>(Element::title)].family = "League Spartan";
    return s;
}

/// What a cover is that was painted before.
inline std::function<Result<std::string>()> painted(std::string bytes) {
    return [bytes = std::move(bytes)]() -> Result<std::string> { return bytes; };
}

/// A job and all it points to.
struct Desk {
    Edition edition;
    Style style = fake::style();
    Pictures pictures;
    Diagnostics diagnostics;
    std::optional<Cover> cover;
    std::int64_t timestamp = 1576540800; // 2019-12-17

    explicit Desk(std::vector<Piece> pieces) : edition(fake::edition(std::move(pieces))) {}

    Job job() const {
        Job job;
        job.edition = &edition;
        job.style = &style;
        job.resources = &pictures;
        job.build = {timestamp, edition.identifier, "halfstar 0.1.0"};
        job.cover = cover;
        return job;
    }
    /// The one file that `write` makes; empty when it fails.
    std::string write(BackendFunction write) {
        MemorySink sink;
        const Result<void> written = write(job(), sink, diagnostics);
        return written ? sink.files[""] : std::string();
    }
};

} // namespace halfstar::fake
