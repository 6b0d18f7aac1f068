#include "typeset/layout/line_items.h"

#include "foundation/base/prefetch.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace halfstar::layout {

namespace {

using breaking::PieceKind;

constexpr std::int32_t whole_scale = 65536;

/// A word, a space or a hyphen of the line, in reading order.
struct Part {
    enum class Kind : std::uint8_t { word, space, hyphen, picture };
    Kind kind = Kind::word;
    std::uint32_t begin = 0, end = 0;
    std::uint16_t stretch = 0;
    std::uint8_t level = 0;
    Length width;          ///< as justified
    std::uint32_t word = no_word;
    bool trailing = false; ///< a space at the line's end: hangs outside
    const ShapedWord* shaped = nullptr;
    Length x;
};

class LineSetter {
public:
    LineSetter(const MeasuredText& text, const breaking::Line& line, const LinePlace& place, const LineSpec& spec,
               const Tools& tools, FaceTable& faces, std::vector<Item>& items)
        : text_(text), line_(line), place_(place), spec_(spec), tools_(tools), faces_(faces), items_(items) {}

    LineEnd set() {
        expect_words();
        justify();
        approach_words();
        collect();
        if (parts_.empty()) return {place_.left.x, place_.left.x, {}};
        position();
        emit();
        return end_;
    }

private:
    /// What words are shaped in lies anywhere in memory: their glyphs are asked for before they are read, all words of the line at once.
    template <class Visit> void for_each_shaped(const Visit& visit) const {
        for (std::uint32_t i = line_.first; i < line_.last; ++i) {
            if (text_.elements[i].kind != PieceKind::box) continue;
            const Word& word = text_.words[text_.atoms[text_.elements[i].source].word];
            if (word.shaped != nullptr) visit(*word.shaped);
        }
    }
    void expect_words() const {
        for_each_shaped([](const ShapedWord& word) { prefetch(&word); });
    }
    void approach_words() const {
        for_each_shaped([](const ShapedWord& word) { prefetch(word.runs.data()); });
        for_each_shaped([](const ShapedWord& word) {
            if (!word.runs.empty()) word.runs.front().glyphs.expect();
        });
    }

    const RichText& rich() const { return text_.rich; }
    const Type& type_of(const Part& part) const { return rich().types[rich().stretches[part.stretch].type]; }

    void collect() {
        parts_.reserve(line_.last - line_.first + 2);
        for (std::uint32_t i = line_.first; i < line_.last; ++i) add(i);
        for (Part& part : parts_)
            if (part.kind == Part::Kind::word) part.shaped = shape_part(text_, text_.words[part.word], part.begin, part.end, tools_);
        if (given_.end_width.units > 0 && !parts_.empty()) add_hyphen();
        if (line_.break_at < text_.elements.size()) add_trailing_space(text_.elements[line_.break_at]);
        else add_last_space();
    }

    void add(std::uint32_t index) {
        const breaking::Element& element = text_.elements[index];
        if (element.kind == PieceKind::penalty) return;
        const Atom& atom = text_.atoms[element.source];
        if (element.kind == PieceKind::glue) add_space(atom);
        else if (atom.word == last_word_ && !parts_.empty()) parts_.back().end = atom.end;
        else add_word(atom);
        parts_.back().width += given_.widths[index - line_.first];
        last_word_ = element.kind == PieceKind::box ? atom.word : no_word;
    }

    void add_space(const Atom& atom) {
        Part part;
        part.kind = Part::Kind::space;
        part.begin = atom.begin;
        part.end = atom.end;
        if (atom.word != no_word) part.stretch = text_.words[atom.word].stretch;
        else if (!parts_.empty()) part.stretch = parts_.back().stretch;
        part.level = atom.word != no_word ? text_.words[atom.word].level : rich().level;
        parts_.push_back(part);
    }

    void add_word(const Atom& atom) {
        Part part;
        part.begin = atom.begin;
        part.end = atom.end;
        part.stretch = text_.words[atom.word].stretch;
        part.level = text_.words[atom.word].level;
        part.word = atom.word;
        if (rich().stretches[part.stretch].picture) part.kind = Part::Kind::picture;
        parts_.push_back(part);
    }

    Size picture_size(const Part& part) const {
        const LinePicture& picture = rich().pictures[*rich().stretches[part.stretch].picture];
        return line_picture_size(picture, place_.line_height, place_.width);
    }

    void add_hyphen() {
        Part part;
        part.kind = Part::Kind::hyphen;
        part.begin = part.end = parts_.back().end;
        part.stretch = parts_.back().stretch;
        part.level = parts_.back().level;
        part.shaped = shape_hyphen(text_, part.stretch, tools_);
        if (part.shaped == nullptr) return;
        part.width = given_.end_width;
        parts_.push_back(part);
    }

    /// The space (or asked-for line end) at which the line ends stays with its words, outside the measure.
    void add_trailing_space(const breaking::Element& element) {
        const Atom& atom = text_.atoms[element.source];
        const bool forced = element.kind == PieceKind::penalty && element.penalty <= breaking::forced;
        const bool space = element.kind == PieceKind::glue && atom.word != no_word;
        if (!space && !forced) return;
        while (!parts_.empty() && parts_.back().kind == Part::Kind::space) parts_.pop_back();
        if (parts_.empty()) return;
        Part part;
        part.kind = Part::Kind::space;
        part.begin = atom.begin;
        part.end = space ? atom.end : atom.begin;
        part.stretch = space ? text_.words[atom.word].stretch : parts_.back().stretch;
        part.level = rich().level;
        part.width = space_width(text_, part.stretch, tools_);
        part.trailing = true;
        parts_.push_back(part);
    }

    /// A text that ends in a space keeps it, though the glue at its end vanished.
    void add_last_space() {
        for (std::size_t i = line_.last; i < text_.elements.size(); ++i)
            if (text_.elements[i].kind == PieceKind::glue) return add_trailing_space(text_.elements[i]);
    }

    void justify() {
        const breaking::Expansion expansion{spec_.expansion_share, spec_.expansion_out, spec_.expansion_in};
        given_ = breaking::justify(text_.elements, line_, place_.width, expansion);
        end_.overfull = std::max(Length{}, given_.remainder);
    }

    Length scaled(Length length) const { return {length.units * given_.scale / whole_scale}; }

    /// Visual order (UAX 9, L2) and places from the left.
    void position() {
        const bool rightwards = rich().level % 2 == 0;
        Length words{}, trailing{};
        for (const Part& part : parts_) (part.trailing ? trailing : words) += part.width;
        end_.left = start(rightwards, words);
        end_.right = end_.left + words;
        Length x = rightwards ? end_.left : end_.left - trailing;
        const auto place = [&x](Part& part) {
            part.x = x;
            x += part.width;
        };
        const bool as_read = std::all_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.level == 0; });
        if (as_read && rich().level == 0) std::for_each(parts_.begin(), parts_.end(), place);
        else for (const std::uint32_t index : visual_order()) place(parts_[index]);
    }

    std::vector<std::uint32_t> visual_order() const {
        std::vector<std::uint8_t> levels;
        for (const Part& part : parts_) levels.push_back(part.level);
        for (std::size_t i = parts_.size(); i-- > 0 && parts_[i].kind == Part::Kind::space;) levels[i] = rich().level;
        return unicode::visual_order(levels);
    }

    Length start(bool rightwards, Length words) const {
        const Length free = place_.width - words;
        switch (place_.setting) {
        case Setting::centred: return place_.left.x + (free + trailing_tracking()) / 2;
        case Setting::ranged_right: return place_.left.x + (rightwards ? free : Length{});
        case Setting::justified:
        case Setting::ragged: break;
        }
        return place_.left.x + (rightwards ? given_.start : free - given_.start);
    }

    /// The space after a line's last letter, which letterspacing adds, is no part of what is centred.
    Length trailing_tracking() const {
        std::size_t last = parts_.size();
        while (last > 0 && parts_[last - 1].kind == Part::Kind::space) --last;
        if (last == 0 || parts_[last - 1].kind == Part::Kind::picture) return {};
        const TextFont& font = type_of(parts_[last - 1]).font;
        return font.size * font.tracking / 1000;
    }

    void emit() {
        for (std::size_t i = 0; i < parts_.size();) {
            if (parts_[i].kind == Part::Kind::picture) emit_picture(parts_[i++]);
            else i = emit_stretch(i);
        }
    }

    StructureId leaf(const Part& part) const {
        return place_.leaves == nullptr ? 0 : (*place_.leaves)[rich().stretches[part.stretch].slot];
    }

    void emit_picture(const Part& part) {
        const LinePicture& picture = rich().pictures[*rich().stretches[part.stretch].picture];
        const Size size = picture_size(part);
        const Rect rect{part.x, place_.left.y - size.height.scaled(0.78), size.width, size.height};
        items_.push_back({PictureItem{place_.first_picture + picture.picture, rect}, leaf(part)});
    }

    /// Parts of one stretch that follow each other in reading order, of one level, become one run for each
    /// face.
    std::size_t emit_stretch(std::size_t first) {
        std::size_t last = first + 1;
        while (last < parts_.size() && parts_[last].kind != Part::Kind::picture &&
               parts_[last].stretch == parts_[first].stretch && parts_[last].level == parts_[first].level)
            ++last;
        const std::size_t before = items_.size();
        bytes_ = parts_[last - 1].end - std::min(parts_[first].begin, parts_[last - 1].end);
        for (std::size_t i = first; i < last; ++i) emit_part(parts_[i], before);
        std::size_t ink = last;
        while (ink > first && parts_[ink - 1].trailing) --ink;
        if (ink == first) return last;
        const Part& a = parts_[first];
        const Part& b = parts_[ink - 1];
        const Length left = std::min(a.x, b.x), right = std::max(a.x + a.width, b.x + b.width);
        emit_strokes(a, left, right);
        emit_link(a, left, right);
        return last;
    }

    void emit_part(const Part& part, std::size_t since) {
        if (part.kind == Part::Kind::space) {
            emit_space(part, since);
            return;
        }
        if (part.shaped == nullptr) return;
        const std::vector<ShapedRun>& runs = part.shaped->runs;
        if (runs.size() == 1) emit_run(part, runs.front(), 0, part.end - part.begin, since);
        else emit_runs(part, runs, since);
    }

    /// In the order of what they say.
    void emit_runs(const Part& part, const std::vector<ShapedRun>& runs, std::size_t since) {
        std::vector<std::size_t> order(runs.size());
        std::vector<std::uint32_t> begins;
        for (const ShapedRun& run : runs) {
            std::uint32_t begin = part.end - part.begin;
            for (const Glyph& glyph : run.glyphs) begin = std::min(begin, glyph.text_begin);
            begins.push_back(begin);
        }
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return begins[a] < begins[b]; });
        for (std::size_t n = 0; n < order.size(); ++n) {
            const std::uint32_t from = n == 0 ? 0 : begins[order[n]];
            const std::uint32_t to = n + 1 < order.size() ? begins[order[n + 1]] : part.end - part.begin;
            emit_run(part, runs[order[n]], from, to, since);
        }
    }

    std::string_view words_of(const Part& part, std::uint32_t from, std::uint32_t to) const {
        if (part.kind == Part::Kind::hyphen) return "\u00AD";
        return std::string_view(rich().text).substr(part.begin + from, to - from);
    }

    /// Positions in a shaped run count from the word's left end; the run's own is its first glyph's.
    void emit_run(const Part& part, const ShapedRun& shaped, std::uint32_t from, std::uint32_t to, std::size_t since) {
        if (shaped.glyphs.empty()) return;
        const FaceIndex face = index_of(shaped.face);
        glyphs_.clear();
        for (const Glyph& glyph : shaped.glyphs) glyphs_.push_back(glyph);
        Length left = glyphs_.front().x;
        for (const Glyph& glyph : glyphs_) left = std::min(left, glyph.x);
        const Length x = part.x + scaled(left);
        GlyphRun& run = open_run(part, face, shaped.size, x, shaped.right_to_left, from, since);
        const auto base = static_cast<std::uint32_t>(run.text.size());
        run.text += words_of(part, from, to);
        const auto size = static_cast<std::uint32_t>(run.text.size());
        for (Glyph& glyph : glyphs_) {
            glyph.x = part.x - run.origin.x + scaled(glyph.x);
            glyph.advance = scaled(glyph.advance);
            if (part.kind == Part::Kind::hyphen) glyph.text_begin = base, glyph.text_end = size;
            else {
                glyph.text_begin = std::min(size, base + glyph.text_begin - from);
                glyph.text_end = std::min(size, base + glyph.text_end - from);
            }
        }
        // Glyphs stand in visual order: what is read later stands further left in a run to the left.
        run.glyphs.insert(run.right_to_left ? run.glyphs.begin() : run.glyphs.end(), glyphs_.begin(), glyphs_.end());
    }

    /// Words that follow each other are mostly of one face.
    FaceIndex index_of(const Face* face) {
        if (face != last_face_) last_index_ = faces_.index(last_face_ = face);
        return last_index_;
    }

    void emit_space(const Part& part, std::size_t since) {
        if (part.begin == part.end && !part.trailing) return; // air between signs, or a line's fill
        const Type& type = type_of(part);
        const Face* face = type.font.face;
        if (face == nullptr || face->glyph(U' ') == 0) return;
        const bool leftwards = part.level % 2 == 1;
        GlyphRun& run = open_run(part, index_of(face), type.font.size, part.x, leftwards, 0, since);
        Glyph glyph;
        glyph.id = face->glyph(U' ');
        glyph.x = part.x - run.origin.x;
        glyph.advance = space_width(text_, part.stretch, tools_);
        glyph.text_begin = static_cast<std::uint32_t>(run.text.size());
        run.text += ' ';
        glyph.text_end = static_cast<std::uint32_t>(run.text.size());
        run.glyphs.insert(run.right_to_left ? run.glyphs.begin() : run.glyphs.end(), glyph);
    }

    /// The run that these glyphs join, or a new one. Its origin is its left end, so a run to the left moves it.
    GlyphRun& open_run(const Part& part, FaceIndex face, Length size, Length x, bool right_to_left, std::uint32_t from,
                       std::size_t since) {
        if (items_.size() > since)
            if (auto* run = std::get_if<GlyphRun>(&items_.back().node);
                run != nullptr && run->face == face && run->size == size && run->right_to_left == right_to_left) {
                if (x < run->origin.x) {
                    const Length moved = run->origin.x - x;
                    for (Glyph& glyph : run->glyphs) glyph.x += moved;
                    run->origin.x = x;
                }
                return *run;
            }
        GlyphRun run;
        run.face = face;
        run.size = size;
        run.scale = given_.scale;
        run.paint = type_of(part).paint;
        run.origin = {x, place_.left.y - type_of(part).raise};
        run.right_to_left = right_to_left;
        run.visibility = place_.visibility;
        run.place = place_of(part, from);
        run.glyphs.reserve(bytes_);
        run.text.reserve(bytes_);
        items_.push_back({std::move(run), leaf(part)});
        return *std::get_if<GlyphRun>(&items_.back().node);
    }

    Place place_of(const Part& part, std::uint32_t from) const {
        const Stretch& stretch = rich().stretches[part.stretch];
        Place place{place_.piece, place_.ordinal, place_.offset + stretch.offset};
        const std::uint32_t at = part.begin + from;
        if (!stretch.generated && !stretch.picture && at > stretch.begin)
            place.offset += static_cast<std::uint32_t>(
                utf8::count(std::string_view(rich().text).substr(stretch.begin, at - stretch.begin)));
        return place;
    }

    void emit_strokes(const Part& part, Length left, Length right) {
        const Type& type = type_of(part);
        const Length baseline = place_.left.y - type.raise;
        const auto rule = [&](Length y, Length thickness, const Paint& paint) {
            items_.push_back({Rule{{left, y, right - left, thickness}, paint}, 0});
        };
        const auto has = [&](Stroke stroke) { return (type.strokes & static_cast<std::uint8_t>(stroke)) != 0; };
        if (has(Stroke::under)) rule(baseline + type.font.size.scaled(0.14), place_.hairline, type.paint);
        if (has(Stroke::through)) rule(baseline - type.font.size.scaled(0.24), place_.hairline, type.paint);
        if (has(Stroke::marked)) rule(baseline + type.font.size.scaled(0.13), place_.hairline * 3, place_.accent);
    }

    void emit_link(const Part& part, Length left, Length right) {
        if (place_.leaves == nullptr) return; // what is repeated leads nowhere
        const Stretch& stretch = rich().stretches[part.stretch];
        for (int at = stretch.slot; at >= 0; at = rich().slots[static_cast<std::size_t>(at)].parent) {
            const Slot& slot = rich().slots[static_cast<std::size_t>(at)];
            if (slot.role != StructureRole::link) continue;
            const Type& type = type_of(part);
            LinkArea area;
            area.rect = {left, place_.left.y - type.raise - type.font.size.scaled(0.8), right - left,
                         type.font.size.scaled(1.05)};
            area.url = slot.url;
            area.anchor = slot.note ? note_anchor(place_.piece, *slot.note) : slot.anchor;
            area.description = rich().text.substr(stretch.begin, stretch.end - stretch.begin);
            if (slot.note && leads_back(static_cast<std::size_t>(at)))
                items_.push_back({Anchor{reference_anchor(place_.piece, *slot.note), {left, area.rect.y}}, 0});
            items_.push_back({std::move(area), leaf(part)});
            return;
        }
    }

    /// Whether a note's number leads back to this reference: the first of all.
    bool leads_back(std::size_t at) const {
        const auto& slots = rich().slots;
        const auto& first = *place_.first_references;
        if (std::find(first.begin(), first.end(), *slots[at].note) == first.end()) return false;
        return std::none_of(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(at),
                            [&](const Slot& slot) { return slot.note == slots[at].note; });
    }

    const MeasuredText& text_;
    const breaking::Line& line_;
    const LinePlace& place_;
    const LineSpec& spec_;
    const Tools& tools_;
    FaceTable& faces_;
    const Face* last_face_ = nullptr;
    FaceIndex last_index_ = 0;
    std::vector<Item>& items_;
    std::vector<Part> parts_;
    std::size_t bytes_ = 0;     ///< of the stretch whose parts are set: about as many as it has glyphs
    std::vector<Glyph> glyphs_; ///< of a run of the word that is set
    std::uint32_t last_word_ = no_word;
    breaking::Justification given_;
    LineEnd end_;
};

} // namespace

LineEnd set_line(const MeasuredText& text, const breaking::Line& line, const LinePlace& place, const LineSpec& spec,
                 const Tools& tools, FaceTable& faces, std::vector<Item>& items) {
    return LineSetter(text, line, place, spec, tools, faces, items).set();
}

std::string note_anchor(std::uint32_t piece, std::uint32_t note) {
    return "note-" + std::to_string(piece) + "-" + std::to_string(note + 1);
}

std::string reference_anchor(std::uint32_t piece, std::uint32_t note) {
    return "reference-" + std::to_string(piece) + "-" + std::to_string(note + 1);
}

} // namespace halfstar::layout
