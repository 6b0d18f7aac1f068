// How words look: elements of the style resolved to faces, and what emphasis, size and colour make of
// them. A Type is all that shaping and painting need to know of a stretch of words.
#pragma once

#include "typeset/text/shaping.h"

#include <halfstar/diagnostics.h>
#include <halfstar/document.h>
#include <halfstar/style.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::layout {

/// Lines drawn with the words.
enum class Stroke : std::uint8_t { none = 0, under = 1, through = 2, marked = 4 };

/// A stretch's look. `raise` lifts its baseline; `strokes` is a set of Stroke.
struct Type {
    TextFont font;
    std::string family;
    Paint paint;
    Length raise;
    std::uint8_t strokes = 0;
    LetterCase letter_case = LetterCase::as_written;
    friend bool operator==(const Type&, const Type&) = default;
};

/// The faces of a document in the order of their first use. Threads may ask for those that are in it, but none may be added
/// meanwhile.
class FaceTable {
public:
    /// The index of `face`, which is added when it is new.
    FaceIndex index(const Face* face);
    const std::vector<const Face*>& all() const { return faces_; }

private:
    std::vector<const Face*> faces_;
    std::map<const Face*, FaceIndex> indices_; ///< looked up, never walked
};

/// Resolves the elements of one page design. It holds references to the style, the page and the fonts.
class TypeCase {
public:
    TypeCase(const Style& style, const PageSpec& page, const FontBook& fonts, Diagnostics& diagnostics);

    const Style& style() const { return style_; }
    const PageSpec& page() const { return page_; }
    /// The same, whose faces that are missing are told elsewhere.
    TypeCase(const TypeCase& like, Diagnostics& diagnostics)
        : style_(like.style_), page_(like.page_), fonts_(like.fonts_), diagnostics_(diagnostics) {}

    const TextSpec& spec(Element element) const;
    Type type(Element element, std::string_view language) const;
    /// `type` as an inline style changes it: emphasis inside italics is upright again.
    Type styled(Type type, TextStyle style) const;
    /// `type` in the style's monospaced face, in proportion to the text around it.
    Type code(const Type& type) const;
    /// `type` in real small caps.
    Type small_caps(Type type, int tracking) const;
    /// `type` at another size, its face unchanged.
    static Type resized(Type type, Length size);
    /// The colour for what is marked: the first ink of its own, else the text's.
    Paint accent() const;

private:
    const Face* face(const std::string& family, int weight, bool italic) const;
    void apply_case(Type& type) const;

    const Style& style_;
    const PageSpec& page_;
    const FontBook& fonts_;
    Diagnostics& diagnostics_;
};

} // namespace halfstar::layout
