// The operators of a page's content stream (ISO 32000-1, 8 and 9), written only where they change
// something. It keeps the graphics state as readers will have it, through q and Q; the state of text is kept
// where codes are set (draft.h).
#pragma once

#include "backends/pdf/draft.h"
#include "backends/pdf/inking.h"
#include "backends/pdf/notation.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::pdf {

/// Content of one page (or form) whose top edge lies `height` above PDF's origin.
class Content {
public:
    explicit Content(Length height) : height_(height) {}
    Content(const Content&) = delete;
    Content& operator=(const Content&) = delete;

    void fill_colour(const Ink& ink);
    void stroke_colour(const Ink& ink);
    void stroke_width(Length width);

    /// Path operators, without painting them.
    void trace(const Path& path);
    void rectangle(const Rect& rect);
    void op(std::string_view op); ///< an operator without operands
    /// The picture object called `name` over `rect`, stood upright as EXIF's `orientation` says.
    void place(std::string_view name, const Rect& rect, std::uint8_t orientation = 1);
    /// The form called `name` where it takes `rect`, which has its size; turned: on its head there.
    void place_form(std::string_view name, const Rect& rect, bool turned);

    void save();
    void restore();
    bool can_restore() const { return !saved_.empty(); }

    void begin_text();
    void end_text();
    /// Starts a line of text at `origin`, turned anticlockwise by thousandths of a degree.
    void move_text(Point origin, std::int32_t turn);
    /// What writes the glyphs of that line.
    DraftWriter& glyphs() { return draft_; }

    /// `tag` as a name, `properties` between << and >> or empty.
    void begin_marked(std::string_view tag, std::string_view properties);
    void end_marked();

    /// PDF's y of a page's, in thousandths of a point.
    std::int64_t flipped(Length y) const { return thousandths(height_ - y); }
    Draft take() { return draft_.take(); }

private:
    struct State {
        std::optional<Ink> fill, stroke;
        std::optional<Length> width;
    };
    void operand(std::int64_t value);
    void operand(Point point);
    void colour(const Ink& ink, std::string_view gray, std::string_view rgb, std::string_view cmyk);

    Length height_;
    DraftWriter draft_;
    std::string& text_ = draft_.operators();
    State state_;
    std::vector<State> saved_;
    bool in_text_ = false;
    std::optional<std::pair<std::int64_t, std::int64_t>> line_; ///< where the line began, if unturned
};

} // namespace halfstar::pdf
