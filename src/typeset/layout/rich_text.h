// One paragraph's words as a single text with stretches of look, language and place: what inlines are
// turned into before anything is measured. Line breaks are LF, pictures are U+FFFC.
#pragma once

#include "typeset/layout/type.h"

#include <halfstar/document.h>
#include <halfstar/pages.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::layout {

/// Where words lead that link to another piece: to its address, or to the page of this document where it begins.
enum class PieceLinks : std::uint8_t { addresses, anchors };

/// A place in the structure below the paragraph: an element (link, reference, quote, code, span,
/// figure), or a leaf that words go into. Parents stand before children; -1 is the paragraph itself.
struct Slot {
    int parent = -1;
    StructureRole role = StructureRole::leaf;
    std::string language;
    std::string alternative;
    std::string url;                   ///< links
    std::string anchor;                ///< links within the document
    std::optional<std::uint32_t> note; ///< links of references
    friend bool operator==(const Slot&, const Slot&) = default;
};

/// Bytes [begin, end) of the text look alike and go into one leaf.
struct Stretch {
    std::uint32_t begin = 0, end = 0;
    std::uint16_t type = 0; ///< index into RichText::types
    std::uint16_t slot = 0; ///< index into RichText::slots, a leaf
    std::uint32_t offset = 0; ///< code points of the block's plain text before it
    bool generated = false;   ///< not in the source: its characters take no offset
    std::optional<std::uint32_t> picture; ///< index into RichText::pictures; the text is U+FFFC
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

struct Isolate {
    std::uint32_t begin = 0, end = 0;
    Direction direction = Direction::inherit;
    friend bool operator==(const Isolate&, const Isolate&) = default;
};

/// A picture within the line: its index in the piece and its pixels.
struct LinePicture {
    std::uint32_t picture = 0;
    std::uint32_t width = 1, height = 1;
    friend bool operator==(const LinePicture&, const LinePicture&) = default;
};

struct RichText {
    std::string text;
    std::vector<Stretch> stretches;
    std::vector<Type> types;
    std::vector<Slot> slots;
    std::vector<LinePicture> pictures;
    std::vector<Isolate> isolates; ///< phrases of their own direction, in order of their beginnings
    std::string language;
    std::uint8_t level = 0; ///< base direction: 1 is right to left

    /// The stretch that byte `at` is in; the text must not be empty.
    std::size_t stretch_at(std::uint32_t at) const;
    friend bool operator==(const RichText&, const RichText&) = default;
};

/// Writes a RichText. Words are appended in reading order.
class RichTextWriter {
public:
    RichTextWriter(const TypeCase& types, Element element, std::string language);

    /// Inlines as the tree has them. Of a picture without a file its alternative words are set.
    void add(const Inlines& inlines);
    /// Words in an element's look; `source` tells whether they count in the plain text.
    enum class Origin : std::uint8_t { source, generated };
    void add(std::string_view words, Element element, Origin origin);
    void add(std::string_view words, const Type& type, Origin origin);
    /// Words that stand before the paragraph's own, in an element's look and a leaf of their own; they take no offset.
    void add_before(const Inlines& words, Element element);
    /// The number of a note, as a reference to it or (without `reference`) as its own label.
    void add_note_mark(std::uint32_t note);
    /// Begins an element of the structure; words up to the matching `close` go below it.
    void open(Slot slot);
    void close();
    /// From here words go into a leaf of their own.
    void part() { leaf_ = -1; }
    /// The pictures that Image::picture counts in; without them their alternative words are set.
    void set_pictures(const std::vector<Picture>& pictures) { pictures_ = &pictures; }
    /// The notes that references count in: the marks of those that give something away say so.
    void set_notes(const std::vector<Note>& notes) { notes_ = &notes; }
    void set_piece_links(PieceLinks links) { links_ = links; }
    /// What follows looks as this style makes it.
    void apply(TextStyle style) { now_ = types_.styled(now_, style); }
    /// The base direction; without it the first strong character decides.
    void set_direction(Direction direction) { direction_ = direction; }
    RichText take();

private:
    void add(const Inline& item);
    void add_styled(const Styled& styled);
    void add_phrase(const Phrase& phrase);
    void add_link(const Link& link);
    void add_image(const Image& image);
    void put(std::string_view words, const Type& type, Origin origin);
    void put_picture(const Image& image);
    std::uint16_t leaf();
    std::uint16_t type_index(const Type& type);

    const TypeCase& types_;
    Type now_;
    int parent_ = -1;
    int leaf_ = -1;
    std::uint32_t offset_ = 0;
    Direction direction_ = Direction::inherit;
    PieceLinks links_ = PieceLinks::addresses;
    int quotation_depth_ = 0;
    const std::vector<Picture>* pictures_ = nullptr;
    const std::vector<Note>* notes_ = nullptr;
    RichText out_;
};

/// Name of the anchor where a piece begins.
std::string piece_anchor(std::string_view key);

/// The marks of a quotation within a text of `language`: {opening, closing}; `depth` 0 is the outer one.
std::pair<std::string, std::string> quotation_marks(std::string_view language, int depth);

} // namespace halfstar::layout
