#include "typeset/layout/measured_text.h"

#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "typeset/layout/expected_molds.h"
#include "typeset/layout/text_levels.h"
#include "typeset/layout/word_mold.h"
#include "typeset/text/line_text.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace halfstar::layout {

namespace {

using breaking::Element;
using breaking::PieceKind;

constexpr std::int32_t capital_penalty = 300; ///< a hyphen in a name
constexpr std::int32_t emergency_penalty = 3000;

/// Unicode knows the phrases of Japanese (UTS 35, "lw").
std::string breaking_language(const std::string& language, LineEnds ends) {
    const bool japanese = language == "ja" || (language.starts_with("ja-") && language.find("-u-") == std::string::npos);
    return japanese && ends == LineEnds::phrases ? language + "-u-lw-phrase" : language;
}

/// Signs that are set without spaces between: their lines are filled by a little air between them.
bool is_full_width(char32_t c) { return c >= 0x2E80 && c < 0xE000 && !(c >= 0xAC00 && c <= 0xD7FF); }

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010; }

int hang_of(const std::vector<std::pair<std::string, int>>& table, std::string_view character) {
    for (const auto& [characters, part] : table)
        if (characters.find(character) != std::string::npos) return part;
    return 0;
}

std::size_t last_start(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

/// Writes the elements of one text.
class Measurer {
public:
    Measurer(MeasuredText& out, const LineSpec& spec, const Measuring& measuring, const Tools& tools)
        : out_(out), spec_(spec), measuring_(measuring), tools_(tools) {}

    void run() {
        if (out_.rich.text.empty()) return;
        for (const Type& type : out_.rich.types) out_.fonts.push_back(tools_.shaper->number(type.font));
        levels_ = levels_of(out_.rich);
        has_addresses_ = text().find("://") != std::string::npos || text().find("www.") != std::string::npos;
        const std::vector<Segment> segments = segment(text(), breaking_language(out_.rich.language, measuring_.ends));
        out_.words.reserve(segments.size());
        out_.atoms.reserve(segments.size() * 2);
        out_.elements.reserve(segments.size() * 2);
        ExpectedMolds molds = expected(segments);
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const bool space_follows = i + 1 < segments.size() && segments[i + 1].kind == SegmentKind::space;
            molds.approach(i);
            if (segments[i].kind == SegmentKind::space) space(segments[i]);
            else word(segments[i], molds.hash(i));
            end_segment(segments[i], space_follows ? After::space : After::word);
        }
    }

private:
    enum class After : std::uint8_t { word, space };

    ExpectedMolds expected(const std::vector<Segment>& segments) const {
        ExpectedMolds molds(tools_.molds, segments.size());
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const auto& [begin, end, kind, after] = segments[i];
            if (kind == SegmentKind::word && begin < end) molds.expect(i, key_of(word_at(begin, end, out_.rich.stretch_at(begin))));
        }
        return molds;
    }

    Word word_at(std::uint32_t begin, std::uint32_t end, std::size_t stretch) const {
        return {begin, end, static_cast<std::uint16_t>(stretch), levels_[begin], false, nullptr};
    }

    WordKey key_of(const Word& word) const {
        return {std::string_view(text()).substr(word.begin, word.end - word.begin), font_of(word.stretch), way(word)};
    }

    const std::string& text() const { return out_.rich.text; }

    void end_segment(const Segment& segment, After after) {
        switch (segment.break_after) {
        case BreakAfter::none: break;
        case BreakAfter::allowed:
            // A space that follows is where the line ends, and so the space stays with its line.
            if (segment.kind == SegmentKind::word && after == After::word) chance(segment.end);
            break;
        case BreakAfter::hyphen: hyphen(segment.end, 0); break;
        case BreakAfter::mandatory: line_end(segment.end); break;
        }
    }

    void chance(std::uint32_t at) {
        if (at >= text().size() || out_.elements.empty()) return;
        Element element;
        const std::size_t before = last_start(std::string_view(text()).substr(0, at));
        const bool wide =
            is_full_width(utf8::decode(text(), before).code_point) && is_full_width(utf8::decode(text(), at).code_point);
        if (wide && measuring_.setting == Setting::justified) {
            element.kind = PieceKind::glue;
            element.stretch = size_at(at).scaled(0.12);
            element.shrink = size_at(at).scaled(0.01);
        } else {
            element.kind = PieceKind::penalty;
            element.hyphen = is_hyphen(utf8::decode(text(), before).code_point);
        }
        element.source = add_atom(at, at, no_word);
        out_.elements.push_back(element);
    }

    void line_end(std::uint32_t at) {
        penalty(breaking::forced, at);
    }

    void penalty(std::int32_t cost, std::uint32_t at) {
        Element element;
        element.kind = PieceKind::penalty;
        element.penalty = cost;
        element.source = add_atom(at, at, no_word);
        out_.elements.push_back(element);
    }

    void space(const Segment& segment) {
        const bool binding = segment.break_after == BreakAfter::none;
        const std::size_t stretch = out_.rich.stretch_at(segment.begin);
        if (binding && !begun_) {
            // Glue at a line's start vanishes; what indents the first line must not.
            piece(word_at(segment.begin, segment.end, stretch), 0);
            return;
        }
        if (binding) penalty(breaking::forbidden, segment.begin);
        Element glue;
        glue.kind = PieceKind::glue;
        glue.width = space_width(out_, stretch, tools_);
        if (measuring_.setting == Setting::justified) {
            glue.stretch = glue.width * spec_.stretch / 1000;
            glue.shrink = glue.width * spec_.shrink / 1000;
        } else {
            glue.stretch = glue.width;
        }
        out_.words.push_back(word_at(segment.begin, segment.end, stretch));
        glue.source = add_atom(segment.begin, segment.end, static_cast<std::uint32_t>(out_.words.size() - 1));
        out_.elements.push_back(glue);
    }

    /// A segment is shaped in pieces of one look and one level. `hash` is that of the whole as one piece.
    void word(const Segment& segment, std::uint64_t hash) {
        begun_ = true;
        std::uint32_t begin = segment.begin;
        while (begin < segment.end) {
            const std::size_t stretch = out_.rich.stretch_at(begin);
            std::uint32_t end = std::min(segment.end, out_.rich.stretches[stretch].end);
            for (std::uint32_t i = begin; i < end; ++i)
                if (levels_[i] != levels_[begin]) end = i;
            piece(word_at(begin, end, stretch), end - begin == segment.end - segment.begin ? hash : 0);
            begin = end;
        }
    }

    /// `hash` is that of the word's key, or 0: not known.
    void piece(const Word& word, std::uint64_t hash) {
        const auto index = static_cast<std::uint32_t>(out_.words.size());
        out_.words.push_back(word);
        if (const auto picture = out_.rich.stretches[word.stretch].picture) {
            const LinePicture& drawn = out_.rich.pictures[*picture];
            box(word.begin, word.end, index, line_picture_size(drawn, measuring_.line_height, measuring_.narrowest).width);
            return;
        }
        if (const WordMold* mold = mold_of(index, hash); mold != nullptr && !is_wide(width_of(*mold))) {
            cast(*mold, index, spec_, out_);
            return;
        }
        const Length whole = width(out_.words[index], word.end);
        if (is_wide(whole) && !syllables_fit(out_.words[index])) parted(out_.words[index], index);
        else hyphenated(out_.words[index], index, whole);
    }

    bool is_wide(Length width) const { return measuring_.narrowest.units > 0 && width > measuring_.narrowest; }

    /// How the word is measured wherever it stands; null where that is not so.
    const WordMold* mold_of(std::uint32_t index, std::uint64_t hash) {
        const Word& word = out_.words[index];
        const Type& type = out_.rich.types[out_.rich.stretches[word.stretch].type];
        if (tools_.molds == nullptr || type.font.face == nullptr) return nullptr;
        if (has_addresses_ && in_address(word.begin, word.end)) return nullptr;
        const WordKey key = key_of(word);
        const WordMold* known = tools_.molds->find(key, hash != 0 ? hash : hash_of(key));
        if (known == nullptr) known = mold_before(key, index);
        if (known == nullptr) return make_mold(key, index);
        return known->shaped == nullptr ? nullptr : known;
    }

    /// Taken over from words that were met before those of late; null where there is none.
    const WordMold* mold_before(const WordKey& key, std::uint32_t index) {
        const WordMold* before = tools_.molds->find_before(key);
        if (before == nullptr) return nullptr;
        WordMold mold = *before;
        const Word& word = out_.words[index];
        if (mold.shaped != nullptr) mold.shaped = shape_part(out_, word, word.begin, word.end, tools_);
        return &tools_.molds->add(key, std::move(mold));
    }

    /// What else decides how a word is measured. The hyphen is shaped by the text's own direction.
    std::uint8_t way(const Word& word) const {
        const bool hyphens = measuring_.hyphenation == Hyphenation::on, justified = measuring_.setting == Setting::justified;
        return static_cast<std::uint8_t>(word.level % 2 | (out_.rich.level % 2) << 1 | (hyphens ? 4 : 0) | (justified ? 8 : 0));
    }

    /// Where the word has characters that no face has, that is told for each text: there is no glyph in its mold.
    const WordMold* make_mold(const WordKey& key, std::uint32_t index) {
        WordMold mold;
        Word& word = out_.words[index];
        const ShapedWord* shaped = shape_part(out_, word, word.begin, word.end, tools_);
        if (!shaped->missing.empty()) return tools_.molds->add(key, std::move(mold)), nullptr;
        word.shaped = shaped;
        const std::size_t elements = out_.elements.size(), atoms = out_.atoms.size();
        hyphenated(word, index, shaped->width);
        if (shaped->width.units <= std::numeric_limits<std::int32_t>::max()) mold = cut_mold(out_, word, elements);
        out_.elements.resize(elements);
        out_.atoms.resize(atoms);
        const WordMold& kept = tools_.molds->add(key, std::move(mold));
        return kept.shaped == nullptr ? nullptr : &kept;
    }

    FontNumber font_of(std::size_t stretch) const { return out_.fonts[out_.rich.stretches[stretch].type]; }

    Length width(const Word& word, std::uint32_t end) const {
        if (word.shaped != nullptr)
            if (const std::optional<Length> known = word.shaped->width_before(end - word.begin)) return *known;
        const ShapedWord* shaped = shape_part(out_, word, word.begin, end, tools_);
        return shaped == nullptr ? Length{} : shaped->width;
    }

    /// Whether a line can hold every part of the word between its hyphenation points, and a hyphen.
    bool syllables_fit(const Word& word) const {
        std::vector<std::uint32_t> ends = points(word);
        if (ends.empty()) return false;
        const ShapedWord* shaped = shape_hyphen(out_, word.stretch, tools_);
        const Length hyphen = shaped == nullptr ? Length{} : shaped->width;
        ends.push_back(word.end);
        Length before{};
        for (const std::uint32_t end : ends) {
            const Length upto = width(word, end);
            if (upto - before + (end == word.end ? Length{} : hyphen) > measuring_.narrowest) return false;
            before = upto;
        }
        return true;
    }

    /// A word with its hyphenation points. Widths of the parts are differences of what stands before
    /// them, so that they add up to the whole word with its kerning and ligatures.
    void hyphenated(Word word, std::uint32_t index, Length whole) {
        std::uint32_t begin = word.begin;
        Length before{};
        for (const std::uint32_t point : points(word)) {
            const Length upto = width(word, point);
            box(begin, point, index, upto - before);
            const bool capital = capitalised(word.begin);
            hyphen(point, capital ? capital_penalty : 0);
            begin = point;
            before = upto;
        }
        box(begin, word.end, index, whole - before);
    }

    /// A word that no line can hold may be parted between any two of its characters.
    void parted(Word word, std::uint32_t index) {
        const std::string_view letters = std::string_view(text()).substr(word.begin, word.end - word.begin);
        const std::vector<std::uint32_t> bounds = unicode::grapheme_boundaries(letters);
        std::uint32_t first = index;
        for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
            const Word piece{word.begin + bounds[i], word.begin + bounds[i + 1], word.stretch, word.level, false, nullptr};
            if (i == 0) out_.words[first] = piece;
            else {
                penalty(emergency_penalty, piece.begin);
                out_.words.push_back(piece);
            }
            box(piece.begin, piece.end, static_cast<std::uint32_t>(out_.words.size() - 1), width(piece, piece.end));
        }
    }

    bool capitalised(std::uint32_t at) const {
        const std::string& language = language_at(at);
        if (language.substr(0, 2) == "de") return false;
        return unicode::category(utf8::decode(text(), at).code_point) == unicode::Category::uppercase;
    }

    const std::string& language_at(std::uint32_t at) const {
        return out_.rich.types[out_.rich.stretches[out_.rich.stretch_at(at)].type].font.language;
    }

    std::vector<std::uint32_t> points(const Word& word) const {
        std::vector<std::uint32_t> out;
        if (measuring_.hyphenation == Hyphenation::off || tools_.hyphenator == nullptr) return out;
        std::uint32_t at = word.begin;
        while (at < word.end) {
            std::uint32_t end = at;
            while (end < word.end) {
                const utf8::Decoded c = utf8::decode(text(), end);
                const unicode::Category kind = unicode::category(c.code_point);
                if (kind != unicode::Category::letter && kind != unicode::Category::uppercase &&
                    kind != unicode::Category::mark)
                    break;
                end += static_cast<std::uint32_t>(c.length);
            }
            if (end > at + 4 && letters_around(word, at, end))
                for (const std::uint32_t point :
                     tools_.hyphenator->points(std::string_view(text()).substr(at, end - at), language_at(at)))
                    out.push_back(at + point);
            at = end > at ? end : at + static_cast<std::uint32_t>(utf8::decode(text(), at).length);
        }
        return out;
    }

    /// Words that are glued to figures or to addresses stay whole.
    bool letters_around(const Word& word, std::uint32_t begin, std::uint32_t end) const {
        const auto joined = [&](std::uint32_t at) {
            return std::string_view("/@_.=&0123456789").find(text()[at]) != std::string_view::npos;
        };
        if (in_address(begin, end)) return false;
        if (begin > word.begin && joined(begin - 1)) return false;
        return !(end + 1 < word.end && joined(end));
    }

    /// Whether what stands between the spaces about a place is an address, of which the word may be but a part.
    bool in_address(std::uint32_t begin, std::uint32_t end) const {
        const auto after_space = text().find_last_of(" \n", begin);
        const std::size_t from = after_space == std::string::npos ? 0 : after_space + 1;
        const std::string_view run = std::string_view(text()).substr(from, text().find_first_of(" \n", end) - from);
        return run.find("://") != std::string_view::npos || run.substr(0, 4) == "www.";
    }

    void hyphen(std::uint32_t at, std::int32_t cost) {
        if (out_.elements.empty() || out_.elements.back().kind != PieceKind::box) return;
        const std::size_t stretch = out_.rich.stretch_at(at == 0 ? 0 : at - 1);
        const ShapedWord* shaped = shape_hyphen(out_, stretch, tools_);
        Element element;
        element.kind = PieceKind::penalty;
        element.width = shaped == nullptr ? Length{} : shaped->width;
        element.penalty = cost;
        element.hyphen = true;
        if (measuring_.setting == Setting::justified)
            element.hang_right = size_at(at == 0 ? 0 : at - 1) * hang_of(spec_.hang_right, "-") / 1000;
        element.source = add_atom(at, at, no_word);
        out_.elements.push_back(element);
    }

    void box(std::uint32_t begin, std::uint32_t end, std::uint32_t word, Length width) {
        if (begin >= end) return;
        Element element;
        element.width = width;
        const std::string_view part = std::string_view(text()).substr(begin, end - begin);
        if (measuring_.setting == Setting::justified && !out_.rich.stretches[out_.rich.stretch_at(begin)].picture) {
            const bool hangs = out_.words[word].level % 2 == 0; // the tables are for writing left to right
            expand(element, spec_);
            const Length em = size_at(begin);
            const std::size_t last = last_start(part);
            const std::string_view first = part.substr(0, utf8::decode(part, 0).length);
            element.hang_right = hangs ? em * hang_of(spec_.hang_right, part.substr(last)) / 1000 : Length{};
            element.hang_left = hangs ? em * hang_of(spec_.hang_left, first) / 1000 : Length{};
        }
        element.source = add_atom(begin, end, word);
        out_.elements.push_back(element);
    }

    Length size_at(std::uint32_t at) const {
        return out_.rich.types[out_.rich.stretches[out_.rich.stretch_at(at)].type].font.size;
    }

    std::uint32_t add_atom(std::uint32_t begin, std::uint32_t end, std::uint32_t word) {
        out_.atoms.push_back({begin, end, word});
        return static_cast<std::uint32_t>(out_.atoms.size() - 1);
    }

    MeasuredText& out_;
    const LineSpec& spec_;
    const Measuring& measuring_;
    const Tools& tools_;
    std::vector<std::uint8_t> levels_;
    bool begun_ = false; ///< a word was met
    bool has_addresses_ = false;
};

} // namespace

const ShapedWord* shape_part(const RichText& rich, const Word& word, std::uint32_t begin, std::uint32_t end,
                             const Tools& tools) {
    const Type& type = rich.types[rich.stretches[word.stretch].type];
    if (type.font.face == nullptr || begin >= end) return nullptr;
    return &tools.shaper->shape(std::string_view(rich.text).substr(begin, end - begin), type.font, word.level);
}

const ShapedWord* shape_part(const MeasuredText& text, const Word& word, std::uint32_t begin, std::uint32_t end,
                             const Tools& tools) {
    if (begin >= end) return nullptr;
    if (word.shaped != nullptr && begin == word.begin && end == word.end) return word.shaped;
    const std::uint16_t type = text.rich.stretches[word.stretch].type;
    if (text.rich.types[type].font.face == nullptr) return nullptr;
    return &tools.shaper->shape(std::string_view(text.rich.text).substr(begin, end - begin), text.fonts[type], word.level);
}

const ShapedWord* shape_hyphen(const MeasuredText& text, std::size_t stretch, const Tools& tools) {
    const std::uint16_t type = text.rich.stretches[stretch].type;
    return text.rich.types[type].font.face == nullptr ? nullptr : &tools.shaper->shape("-", text.fonts[type], text.rich.level);
}

Length space_width(const MeasuredText& text, std::size_t stretch, const Tools& tools) {
    return tools.shaper->space(text.fonts[text.rich.stretches[stretch].type]);
}

Size line_picture_size(const LinePicture& picture, Length line_height, Length widest) {
    Size size{line_height * picture.width / picture.height, line_height};
    if (widest.units > 0 && size.width > widest) size = {widest, widest * picture.height / picture.width};
    return size;
}

MeasuredText measure_text(RichText rich, const LineSpec& spec, const Measuring& measuring, const Tools& tools) {
    MeasuredText out;
    out.rich = std::move(rich);
    out.measuring = measuring;
    Measurer(out, spec, measuring, tools).run();
    return out;
}

} // namespace halfstar::layout
