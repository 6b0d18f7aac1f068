#include "backends/pdf/draft.h"

#include "backends/pdf/notation.h"
#include "foundation/base/varint.h"

#include <string_view>

namespace halfstar::pdf {
namespace {

enum Stroke : std::uint8_t { saves, restores, shows };

/// Beside the number of a use: what is said of its place. Numbers count from 1 there, and 0 ends the glyphs.
constexpr std::uint64_t goes_back = 1, rises = 2;
constexpr int place_bits = 2;

/// How text looks, as readers will have it.
struct TextState {
    std::uint32_t font = 0; ///< number of the font's name, from 1
    Length size, rise;
    std::int32_t scale = 65536;
    Visibility visibility = Visibility::visible;
};

/// Writes the stream. The state of text is part of what q saves and Q restores.
class DraftSetter {
public:
    DraftSetter(const Draft& draft, const UseCodes& codes) : operators_(draft.operators), strokes_(draft.strokes), codes_(codes) {
        out_.reserve(draft.operators.size() + draft.strokes.size() * 3 / 2);
    }

    std::string set() {
        while (!strokes_.at_end()) {
            take(strokes_.number());
            switch (static_cast<Stroke>(strokes_.number())) {
            case saves:
                saved_.push_back(state_);
                out_ += "q\n";
                break;
            case restores:
                state_ = saved_.back();
                saved_.pop_back();
                out_ += "Q\n";
                break;
            case shows: show(); break;
            }
        }
        take(operators_.size());
        return std::move(out_);
    }

private:
    void take(std::size_t size) {
        out_ += operators_.substr(0, size);
        operators_.remove_prefix(size);
    }

    void show() {
        const std::vector<GlyphCode>& codes = codes_[strokes_.number()];
        TextState look = state_;
        look.size = {strokes_.signed_number()};
        look.scale = static_cast<std::int32_t>(strokes_.signed_number());
        look.visibility = strokes_.number() == 0 ? Visibility::visible : Visibility::invisible;
        bool started = false;
        while (const std::uint64_t glyph = strokes_.number()) {
            const GlyphCode code = codes[(glyph >> place_bits) - 1];
            const std::int64_t back = (glyph & goes_back) != 0 ? strokes_.signed_number() : 0;
            const Length rise{(glyph & rises) != 0 ? strokes_.signed_number() : 0};
            if (!started || look.font != code.font || look.rise != rise) {
                end_array();
                look.font = code.font;
                look.rise = rise;
                enter(look);
                started = true;
            }
            show(code, back);
        }
        end_array();
    }

    void show(GlyphCode code, std::int64_t back) {
        if (!in_array_) out_ += '[';
        in_array_ = true;
        if (back != 0) {
            if (in_string_) out_ += ')';
            in_string_ = false;
            append_integer(out_, back);
        }
        if (!in_string_) out_ += '(';
        in_string_ = true;
        if (code.bytes == 2) append_string_byte(out_, static_cast<std::uint8_t>(code.code >> 8));
        append_string_byte(out_, static_cast<std::uint8_t>(code.code & 0xFF));
    }

    void end_array() {
        if (!in_array_) return;
        out_ += in_string_ ? ")]TJ\n" : "]TJ\n";
        in_array_ = in_string_ = false;
    }

    /// Font, size and what else of the look is another than before.
    void enter(const TextState& look) {
        if (state_.font != look.font || state_.size != look.size) {
            out_ += "/F";
            append_integer(out_, look.font);
            out_ += ' ';
            operand(thousandths(look.size));
            out_ += "Tf\n";
        }
        if (state_.scale != look.scale) {
            operand(rounded_quotient(std::int64_t{look.scale} * 100'000, 65536));
            out_ += "Tz\n";
        }
        if (state_.rise != look.rise) {
            operand(thousandths(look.rise));
            out_ += "Ts\n";
        }
        if (state_.visibility != look.visibility) out_ += look.visibility == Visibility::visible ? "0 Tr\n" : "3 Tr\n";
        state_ = look;
    }

    void operand(std::int64_t value) {
        append_decimal(out_, value);
        out_ += ' ';
    }

    std::string_view operators_; ///< not yet written
    VarintReader strokes_;
    const UseCodes& codes_;
    std::string out_;
    TextState state_;
    std::vector<TextState> saved_;
    bool in_array_ = false, in_string_ = false;
};

} // namespace

void DraftWriter::put(std::uint64_t value) { append_varint(draft_.strokes, value); }

void DraftWriter::put_signed(std::int64_t value) { append_signed_varint(draft_.strokes, value); }

void DraftWriter::begin(std::uint8_t stroke) {
    put(draft_.operators.size() - said_);
    said_ = draft_.operators.size();
    put(stroke);
}

void DraftWriter::save() { begin(saves); }

void DraftWriter::restore() { begin(restores); }

void DraftWriter::begin_glyphs(const GlyphLook& look) {
    begin(shows);
    put(look.face);
    put_signed(look.size.units);
    put_signed(look.scale);
    put(look.visibility == Visibility::visible ? 0 : 1);
}

void DraftWriter::glyph(std::uint32_t use, Length rise, std::int64_t back) {
    put((std::uint64_t{use} + 1) << place_bits | (back != 0 ? goes_back : 0) | (rise.units != 0 ? rises : 0));
    if (back != 0) put_signed(back);
    if (rise.units != 0) put_signed(rise.units);
}

void DraftWriter::end_glyphs() { put(0); }

std::string set_in_codes(const Draft& draft, const UseCodes& codes) { return DraftSetter(draft, codes).set(); }

} // namespace halfstar::pdf
