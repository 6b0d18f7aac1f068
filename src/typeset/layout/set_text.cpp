#include "typeset/layout/set_text.h"

#include "foundation/base/bytes_of.h"
#include "foundation/unicode/text.h"
#include "typeset/breaking/least_lines.h"
#include "typeset/layout/kept_page_breaks.h"
#include "typeset/layout/kept_texts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace halfstar::layout {

namespace {

breaking::Measures measures_of(const SetText& text, const LineSpec& spec) {
    breaking::Measures measures;
    measures.shapes = text.shapes;
    measures.variants = text.variants;
    measures.setting =
        text.setting == Setting::justified ? breaking::Setting::justified : breaking::Setting::ragged;
    measures.hyphen_demerits = spec.hyphen_demerits;
    measures.hyphen_pair_demerits = spec.hyphen_pair_demerits;
    measures.river_demerits = spec.river_demerits;
    measures.expansion = {spec.expansion_share, spec.expansion_out, spec.expansion_in};
    measures.last_line_minimum = spec.last_line_minimum;
    measures.runt = spec.indent;
    measures.hyphens_in_a_row = spec.hyphens_in_a_row;
    return measures;
}

constexpr double display_from = 1.3; ///< sizes of running text
constexpr std::int32_t torn = 4000; ///< thousandths of stretch

/// Lines with holes in them, because of words that cannot be parted: better ragged.
bool is_torn(const breaking::Breaks& breaks) {
    return std::any_of(breaks.lines.begin(), breaks.lines.end(),
                       [](const breaking::Line& line) { return line.flush && line.ratio > torn; });
}

/// Larger than what is read: a title, whose lines need not be full.
bool is_display(const RichText& rich, const TypeCase& types) {
    return !rich.types.empty() && rich.types.front().font.size > types.spec(Element::text).size.scaled(display_from);
}

/// A length in points with two decimals, for messages.
std::string in_points(Length length) {
    const std::int64_t hundredths = (length.units * 100 + Length::per_point / 2) / Length::per_point;
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

/// Takes the best way out; the others keep what they cost more than it.
std::vector<breaking::Line> take_best(std::vector<breaking::Breaks>& ways) {
    if (ways.empty()) return {};
    const breaking::Breaks best = std::move(ways.front());
    ways.erase(ways.begin());
    for (breaking::Breaks& way : ways) way.demerits -= best.demerits;
    return best.lines;
}

std::vector<breaking::Line> best_of(std::vector<breaking::Breaks> ways) {
    return ways.empty() ? std::vector<breaking::Line>() : std::move(ways.front().lines);
}

SetText without_writer(const SetText& text) {
    SetText copy;
    copy.setting = text.setting;
    copy.hyphenation = text.hyphenation;
    copy.wide_words = text.wide_words;
    copy.variants = text.variants;
    copy.shapes = text.shapes;
    copy.line_height = text.line_height;
    copy.ordinal = text.ordinal;
    copy.offset = text.offset;
    copy.span = text.span;
    copy.lines = text.lines;
    copy.faces = text.faces;
    copy.measured = text.measured;
    copy.number = text.number;
    return copy;
}

/// Whether a text is wanted as one was that is known. Who composes ahead asks for the same texts in the same order: this is to
/// notice where that does not hold.
bool is_same_question(const SetText& known, const SetText& wanted) {
    return known.setting == wanted.setting && known.hyphenation == wanted.hyphenation && known.wide_words == wanted.wide_words &&
           known.variants == wanted.variants && known.line_height == wanted.line_height && known.ordinal == wanted.ordinal && known.offset == wanted.offset &&
           known.span == wanted.span && wanted.types == nullptr && known.shapes == wanted.shapes;
}

/// What composing decides.
void take_answer(SetText& text, SetText known) {
    text.setting = known.setting;
    text.hyphenation = known.hyphenation;
    text.lines = std::move(known.lines);
    text.faces = std::move(known.faces);
    text.measured = std::move(known.measured);
    text.number = known.number;
}

} // namespace

/// What is small in any text is not counted.
std::size_t bytes_of(const MeasuredText& measured) {
    using halfstar::bytes_of;
    return sizeof measured + measured.rich.text.capacity() + bytes_of(measured.rich.stretches) + bytes_of(measured.rich.types) +
           bytes_of(measured.rich.slots) + bytes_of(measured.words) + bytes_of(measured.atoms) + bytes_of(measured.elements);
}

ComposingStick::ComposingStick(const TypeCase& types, const Foundry& foundry)
    : types_(types), foundry_(foundry), texts_(foundry.matrices(types.style()).texts),
      page_breaks_(foundry.matrices(types.style()).page_breaks), faces_(std::make_shared<FaceTable>()),
      vocabulary_(foundry.matrices(types.style()).vocabulary), shaper_(foundry.matrices(types.style()).shaper), molds_(nullptr),
      tools_{&shaper_, &foundry_.hyphenator(), &molds_} {
    turn_words();
}

ComposingStick::ComposingStick(const ComposingStick& sibling) : ComposingStick(sibling.types_, sibling.foundry_) {
    faces_ = sibling.faces_;
}

ComposingStick::ComposingStick(const TypeCase& types, const ComposingStick& sibling) : ComposingStick(types, sibling.foundry_) {
    composes_ahead_ = true;
}

void ComposingStick::prepare(std::vector<ComposedText> texts) {
    prepared_ = std::move(texts);
    next_prepared_ = 0;
}

/// Whether the next of what was composed ahead is this text. Where it is not, nothing that follows is trusted.
bool ComposingStick::is_prepared(const SetText& text, bool to_compose) {
    if (next_prepared_ == prepared_.size()) return false;
    const ComposedText& next = prepared_[next_prepared_];
    if (next.takes_lines.has_value() != to_compose && is_same_question(next.asked, text)) return true;
    prepare({});
    return false;
}

Measuring ComposingStick::measuring_of(const SetText& text, const RichText& rich) const {
    Measuring measuring;
    measuring.setting = text.setting;
    measuring.hyphenation = text.hyphenation;
    measuring.line_height = text.line_height;
    if (text.wide_words == WideWords::parted)
        for (const breaking::LineShape& shape : text.shapes)
            if (measuring.narrowest.units == 0 || shape.width < measuring.narrowest)
                measuring.narrowest = shape.width;
    if (text.setting != Setting::justified && is_display(rich, types_of(text))) measuring.ends = LineEnds::phrases;
    return measuring;
}

/// Each text holds those that it refers to.
void ComposingStick::turn_words() {
    if (words_ != nullptr && vocabulary_.is_recent(*words_)) return;
    const Vocabulary::Recent recent = vocabulary_.recent();
    shaper_.turn(recent.now->shaped, recent.before->shaped);
    molds_.turn(recent.now->molds, recent.before->molds);
    words_ = recent.now;
}

void ComposingStick::rest_words() {
    shaper_.turn(std::make_shared<ShapedWords>(), nullptr);
    molds_.turn(std::make_shared<WordTable<WordMold>>(), nullptr);
    words_ = nullptr;
}

MeasuredText ComposingStick::measure(const SetText& text, RichText words) {
    turn_words();
    const Measuring measuring = measuring_of(text, words);
    MeasuredText measured = measure_text(std::move(words), types_.style().lines, measuring, tools_);
    measured.known = words_;
    return measured;
}

SharedText ComposingStick::measure(const SetText& text) {
    // Who changes how a text is set once it is composed has it measured anew.
    if (text.measured && measuring_of(text, text.measured->rich) == text.measured->measuring) return text.measured;
    return std::make_shared<const MeasuredText>(measure(text, text.write(types_of(text))));
}

std::vector<breaking::Breaks> ComposingStick::break_text(const SetText& text, const MeasuredText& measured) const {
    if (measured.elements.empty()) return {};
    return breaking::break_paragraph(measured.elements, measures_of(text, types_.style().lines));
}

breaking::Pages ComposingStick::break_pages(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                                            const breaking::PageMeasures& measures) const {
    if (page_breaks_) return page_breaks_->break_pages(galley, alternatives, measures);
    return breaking::break_pages(galley, alternatives, measures);
}

bool ComposingStick::takes_lines(const SetText& text, std::size_t lines) {
    if (is_prepared(text, false)) return *prepared_[next_prepared_++].takes_lines;
    const bool takes = has_lines(text, lines);
    if (composes_ahead_) composed_.push_back({without_writer(text), takes, {}, nullptr, {}, {}});
    return takes;
}

bool ComposingStick::has_lines(const SetText& text, std::size_t lines) {
    if (texts_) return best_lines(text).size() >= lines;
    // Breaking is for those alone that may have fewer.
    const SharedText measured = measure(text);
    const breaking::Measures measures = measures_of(text, types_.style().lines);
    if (breaking::least_lines(measured->elements, measures, lines) == lines) return true;
    return best_of(break_text(text, *measured)).size() >= lines;
}

std::vector<breaking::Line> ComposingStick::best_lines(const SetText& text) {
    return lines_of(text, LinesOf::best, [&](const MeasuredText& measured) { return best_of(break_text(text, measured)); });
}

std::vector<breaking::Line> ComposingStick::lines_of(const SetText& text, LinesOf asked,
                                                     const std::function<std::vector<breaking::Line>(const MeasuredText&)>& decide) {
    if (!texts_) return decide(*measure(text));
    RichText words = text.write(types_of(text));
    TextManner manner{measuring_of(text, words), text.shapes, text.variants, asked};
    std::shared_ptr<const TextAnswer> kept = texts_->find(words, manner);
    if (!kept) {
        const std::vector<char32_t> before = shaper_.take_missing();
        TextAnswer answer;
        const MeasuredText measured = measure(text, std::move(words));
        answer.lines = decide(measured);
        answer.missing = shaper_.take_missing();
        MeasuredText words_alone;
        words_alone.rich = measured.rich;
        answer.measured = std::make_shared<const MeasuredText>(std::move(words_alone));
        shaper_.add_missing(before);
        kept = texts_->keep(std::move(manner), std::move(answer));
    }
    shaper_.add_missing(kept->missing); // as measuring would have
    return kept->lines;
}

SharedText ComposingStick::compose(SetText& text, Diagnostics& diagnostics) {
    if (is_prepared(text, true)) {
        ComposedText& known = prepared_[next_prepared_++];
        take_answer(text, std::move(known.set));
        other_ways_ = std::move(known.other_ways);
        report(text, known.missing, diagnostics);
        return std::move(known.measured);
    }
    ComposedText kept;
    if (composes_ahead_) kept.asked = without_writer(text);
    std::vector<char32_t> missing = shaper_.take_missing();
    SharedText measured = decide(text, missing);
    text.measured = measured;
    report(text, missing, diagnostics);
    if (composes_ahead_) {
        kept.set = without_writer(text);
        kept.measured = measured;
        kept.other_ways = other_ways_;
        kept.missing = missing;
        composed_.push_back(std::move(kept));
    }
    return measured;
}

TextAnswer ComposingStick::work_out(SetText text, RichText words) {
    TextAnswer answer;
    MeasuredText measured = measure(text, std::move(words));
    std::vector<breaking::Breaks> ways = break_text(text, measured);
    if (!ways.empty() && is_torn(ways.front())) {
        text.setting = Setting::ragged;
        text.hyphenation = Hyphenation::off;
        measured = measure(text, std::move(measured.rich));
        ways = break_text(text, measured);
    }
    answer.lines = take_best(ways);
    answer.other_ways = std::move(ways);
    note_faces(text, measured);
    answer.measured = std::make_shared<const MeasuredText>(std::move(measured));
    answer.faces = std::move(text.faces);
    answer.missing = shaper_.take_missing();
    return answer;
}

/// `missing` gets the characters of the text that no face has.
SharedText ComposingStick::decide(SetText& text, std::vector<char32_t>& missing) {
    RichText words = text.write(types_of(text));
    if (!texts_) return take(text, work_out(text, std::move(words)), missing);
    TextManner manner{measuring_of(text, words), text.shapes, text.variants, LinesOf::text};
    std::shared_ptr<const TextAnswer> kept = texts_->find(words, manner);
    if (!kept) kept = texts_->keep(std::move(manner), work_out(text, std::move(words)));
    return take(text, *kept, missing);
}

SharedText ComposingStick::take(SetText& text, TextAnswer answer, std::vector<char32_t>& missing) {
    text.setting = answer.measured->measuring.setting;
    text.hyphenation = answer.measured->measuring.hyphenation;
    text.number = answer.number;
    text.lines = std::move(answer.lines);
    text.faces = std::move(answer.faces);
    other_ways_ = std::move(answer.other_ways);
    std::vector<char32_t> all;
    std::set_union(missing.begin(), missing.end(), answer.missing.begin(), answer.missing.end(), std::back_inserter(all));
    missing = std::move(all);
    return std::move(answer.measured);
}

void ComposingStick::report(const SetText& text, const std::vector<char32_t>& missing, Diagnostics& diagnostics) {
    for (const char32_t character : missing)
        diagnostics.report(Code::missing_glyph, text.span, {unicode::character_name(character)});
    Length worst{};
    for (const breaking::Line& line : text.lines) worst = std::max(worst, line.overfull);
    // A hundredth of a point is rounding, not a fault that anyone could see.
    if (worst > Length::points(0.01)) diagnostics.report(Code::overfull_line, text.span, {in_points(worst)});
}

void ComposingStick::note_faces(SetText& text, const MeasuredText& measured) const { text.faces = faces_of(measured, tools_); }

void ComposingStick::meet_faces(const SetText& text, std::uint32_t first, std::uint32_t last) {
    if (first == last) return;
    if (text.faces.size() == 1) { // as most have
        if (text.faces.front().element <= text.lines[last - 1].break_at) faces_->index(text.faces.front().face);
        return;
    }
    for (std::uint32_t line = first; line < last; ++line) {
        // The mark before the line's first element holds on there; the break's own space or hyphen is the line's.
        const auto begin = text.lines[line].first, end = text.lines[line].break_at + 1;
        auto mark = std::upper_bound(text.faces.begin(), text.faces.end(), begin,
                                     [](std::uint32_t element, const FaceMark& one) { return element < one.element; });
        if (mark != text.faces.begin()) --mark;
        while (mark != text.faces.begin() && std::prev(mark)->element == begin) --mark;
        for (; mark != text.faces.end() && mark->element < end; ++mark) faces_->index(mark->face);
    }
}

LineEnd ComposingStick::set(const SetText& text, const MeasuredText& measured, std::size_t line, Point left,
                            std::uint32_t first_picture, std::vector<Item>& items) {
    const breaking::LineShape& shape = text.shape(line);
    LinePlace place;
    place.left = {left.x + shape.indent, left.y};
    place.width = shape.width;
    place.setting = text.setting;
    place.line_height = text.line_height;
    place.leaves = text.leaves.empty() ? nullptr : &text.leaves;
    place.piece = text.piece;
    place.ordinal = text.ordinal;
    place.offset = text.offset;
    place.first_references = &text.first_references;
    place.visibility = text.visibility;
    place.first_picture = first_picture;
    place.hairline = types_.style().hairline;
    place.accent = types_.accent();
    return set_line(measured, text.lines[line], place, types_.style().lines, tools_, *faces_, items);
}

Length ComposingStick::width_of(const MeasuredText& measured) const {
    Length width{};
    for (const breaking::Element& element : measured.elements)
        if (element.kind != breaking::PieceKind::penalty) width += element.width;
    return width;
}

void add_slots(SetText& text, const RichText& rich, StructureBuilder& structure, StructureId parent) {
    text.leaves.clear();
    text.leaves.reserve(rich.slots.size());
    for (const Slot& slot : rich.slots) {
        const StructureId above = slot.parent < 0 ? parent : text.leaves[static_cast<std::size_t>(slot.parent)];
        const StructureId id = structure.add(above, slot.role);
        structure.set_language(id, slot.language);
        structure.set_alternative(id, slot.alternative);
        text.leaves.push_back(id);
    }
}

} // namespace halfstar::layout
