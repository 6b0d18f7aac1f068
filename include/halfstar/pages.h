// Pages on which nothing is left to decide: positioned items and one structure tree. This header is
// all that a painter knows of a document; it measures nothing and sees neither tree nor typesetter.
#pragma once

#include "base.h"
#include "resources.h"
#include "structure.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace halfstar {

class Face; // a font file opened for reading; src/design/fonts

/// Index into PagedDocument::faces().
using FaceIndex = std::uint16_t;

/// sRGB. `spot` is 0 for a process colour, else 1 + an index into PagedDocument::spots().
struct Paint {
    std::uint8_t red = 0, green = 0, blue = 0;
    std::uint8_t spot = 0;
    friend bool operator==(const Paint&, const Paint&) = default;
};

/// The spot of marks that every ink prints, as those for who cuts sheets and registers plates.
inline constexpr std::uint8_t every_ink = 255;

/// Where a run's text stands in the tree: piece in the edition, the ordinal of its block, cell or
/// caption, and the code points before it there. Ordinal 0: a fact, or words the program set.
struct Place {
    std::uint32_t piece = 0;
    std::uint32_t ordinal = 0;
    std::uint32_t offset = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

/// One glyph, from its run's origin: x along the line to the right, y upwards; scale already applied.
/// It shows bytes [text_begin, text_end) of the run's text; the glyphs of one cluster share a range.
struct Glyph {
    std::uint32_t id = 0; ///< in the face as installed; never 0
    Length x, y;
    Length advance; ///< at the run's size and scale, without justification: for painters that need widths
    std::uint32_t text_begin = 0, text_end = 0;
};

enum class Visibility : std::uint8_t { visible, invisible };

/// Glyphs of one face, size and paint on one baseline, in visual order. `text` is the source's text in
/// logical order; a hyphen made by the line breaker is U+00AD there. Invisible runs carry words that a
/// drawing beside them shows (a rating).
struct GlyphRun {
    FaceIndex face = 0;
    Length size;
    std::int32_t scale = 65536; ///< horizontal scale, 65536 is 1
    std::int32_t turn = 0;      ///< thousandths of a degree, anticlockwise about the origin
    Paint paint;
    Point origin; ///< left end of the baseline
    Visibility visibility = Visibility::visible;
    bool right_to_left = false;
    std::vector<Glyph> glyphs;
    std::string text;
    Place place;
};

/// A filled rectangle.
struct Rule {
    Rect rect;
    Paint paint;
};

/// One step of a path: move and line use points[0], curve all three, close none.
struct PathStep {
    enum class Kind : std::uint8_t { move, line, curve, close };
    Kind kind = Kind::move;
    Point points[3];
};
using Path = std::vector<PathStep>;

/// A drawn shape: filled by the non-zero rule, stroked (mitred), or both.
struct Shape {
    Path path;
    std::optional<Paint> fill;
    std::optional<Paint> stroke;
    Length stroke_width;
};

/// A picture scaled to fill `rect`. `picture` indexes PagedDocument::pictures().
struct PictureItem {
    std::uint32_t picture = 0;
    Rect rect;
};

/// A picture that is printed as dots of black on white: `pitch` from dot to dot when it stands at `size` on the
/// page. `picture` is among the document's; its bytes are made of those of `plain` when a painter asks for them.
struct ScreenedPicture {
    Picture picture;
    Picture plain;
    Length pitch;
    Size size;
};

/// What follows up to the matching ClipEnd is seen inside `path` alone. Balanced within a page.
struct ClipBegin {
    Path path;
};
struct ClipEnd {};

/// A rectangle that leads to `url`, or within the document to the Anchor called `anchor`. The item's
/// leaf is one below the link's structure element.
struct LinkArea {
    Rect rect;
    std::string url;
    std::string anchor;
    std::string description; ///< what is under it, in words
};

/// A named place that links and outlines lead to.
struct Anchor {
    std::string name;
    Point at;
};

/// A form of the document's, painted whole inside its trim, whose top left corner comes to `at`. Turned, it stands on
/// its head in the same place.
struct PlacedForm {
    std::uint32_t form = 0; ///< below PagedDocument::form_count()
    Point at;
    bool turned = false;
};

struct Item {
    using Node = std::variant<GlyphRun, Rule, Shape, PictureItem, ClipBegin, ClipEnd, LinkArea, Anchor, PlacedForm>;
    Node node;
    StructureId leaf = 0;
};

/// What is printed beyond each edge of a page's trim, to be cut off.
struct Bleed {
    Length left, top, right, bottom;
    friend bool operator==(const Bleed&, const Bleed&) = default;
};

struct Page {
    Size trim;
    std::string label; ///< as printed or spoken: "12", "iv"
    std::vector<Item> items;
    Bleed bleed = {};  ///< items that bleed reach beyond the trim; the origin stays the trim's corner
};

struct OutlineEntry {
    int level = 1; ///< 1 is the top; rises by at most 1 from one entry to the next
    std::string title;
    std::uint32_t page = 0;
    Length y;
};

/// A colour that is an ink of its own on press.
struct Spot {
    std::string name;
    Paint sample;
};

/// How sheets for a printer are turned between their sides; none: pages are no sheets.
enum class Duplex : std::uint8_t { none, one_side, short_edge, long_edge };

/// What a document says of itself.
struct DocumentInfo {
    std::string title;
    std::vector<std::string> authors;
    std::string subject;
    std::vector<std::string> keywords;
    std::string language; ///< BCP 47
    bool right_to_left = false;
    bool facing = false;            ///< pages are shown in pairs, the first alone
    Duplex duplex = Duplex::none;   ///< else: sheets for a printer, which must not scale them
};

/// What tells a page from others of the same house without building it. Where two have the same content, and their documents
/// the same faces and pictures, their items are the same but for their leaves: what is places[i] of the one where it is
/// mentioned is places[i] of the other.
struct PageIdentity {
    std::string content; ///< to be compared, within one run
    std::vector<StructureId> places; ///< leaves and what is above them, each once
};

/// Laid-out pages. `page` builds its items on demand from stored breaks and gives the same items each
/// time it is called; it may be called from several threads.
class PagedDocument {
public:
    virtual ~PagedDocument() = default;
    virtual const DocumentInfo& info() const = 0;
    virtual std::uint32_t page_count() const = 0;
    virtual Page page(std::uint32_t index) const = 0;
    /// None: only building the page tells what is on it.
    virtual std::optional<PageIdentity> identity(std::uint32_t) const { return std::nullopt; }
    /// What pages place whole: a form is written once, wherever it is placed. Forms place no forms.
    virtual std::uint32_t form_count() const { return 0; }
    virtual Page form(std::uint32_t) const { return {}; }
    virtual const StructureTree& structure() const = 0;
    virtual const std::vector<const Face*>& faces() const = 0;
    virtual const std::vector<Picture>& pictures() const = 0;
    /// Those of the pictures that are screened.
    virtual const std::vector<ScreenedPicture>& screened() const = 0;
    virtual const std::vector<Spot>& spots() const = 0;
    virtual const std::vector<OutlineEntry>& outline() const = 0;
};

} // namespace halfstar
