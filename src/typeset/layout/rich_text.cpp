#include "typeset/layout/rich_text.h"

#include "foundation/base/utf8.h"
#include "foundation/unicode/addresses.h"
#include "foundation/unicode/text.h"

#include <halfstar/locale.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace halfstar::layout {

namespace {

bool same_type(const Type& a, const Type& b) {
    return a.font.face == b.font.face && a.font.size == b.font.size && a.font.tracking == b.font.tracking &&
           a.font.features == b.font.features && a.font.language == b.font.language &&
           a.font.weight == b.font.weight && a.font.italic == b.font.italic && a.paint == b.paint &&
           a.raise == b.raise && a.strokes == b.strokes && a.letter_case == b.letter_case;
}

/// A level's text without characters that a line cannot hold: LF and tabs become spaces.
std::string one_line(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    return out;
}

} // namespace

std::pair<std::string, std::string> quotation_marks(std::string_view language, int depth) {
    const Locale& words = locale_for(language);
    const bool outer = depth % 2 == 0;
    return {std::string(words.word(outer ? "quote-open" : "quote-open-inner")),
            std::string(words.word(outer ? "quote-close" : "quote-close-inner"))};
}

std::string piece_anchor(std::string_view key) { return "piece-" + std::string(key); }

std::size_t RichText::stretch_at(std::uint32_t at) const {
    const auto after = std::upper_bound(stretches.begin(), stretches.end(), at,
                                        [](std::uint32_t byte, const Stretch& s) { return byte < s.begin; });
    return after == stretches.begin() ? 0 : static_cast<std::size_t>(after - stretches.begin()) - 1;
}

RichTextWriter::RichTextWriter(const TypeCase& types, Element element, std::string language)
    : types_(types), now_(types.type(element, language)) {
    out_.language = std::move(language);
}

std::uint16_t RichTextWriter::type_index(const Type& type) {
    for (std::size_t i = out_.types.size(); i-- > 0;)
        if (same_type(out_.types[i], type)) return static_cast<std::uint16_t>(i);
    out_.types.push_back(type);
    return static_cast<std::uint16_t>(out_.types.size() - 1);
}

std::uint16_t RichTextWriter::leaf() {
    if (leaf_ < 0) {
        leaf_ = static_cast<int>(out_.slots.size());
        Slot slot;
        slot.parent = parent_;
        out_.slots.push_back(std::move(slot));
    }
    return static_cast<std::uint16_t>(leaf_);
}

void RichTextWriter::open(Slot slot) {
    slot.parent = parent_;
    parent_ = static_cast<int>(out_.slots.size());
    leaf_ = -1;
    out_.slots.push_back(std::move(slot));
}

void RichTextWriter::close() {
    if (parent_ >= 0) parent_ = out_.slots[static_cast<std::size_t>(parent_)].parent;
    leaf_ = -1;
}

void RichTextWriter::put(std::string_view words, const Type& type, Origin origin) {
    if (words.empty()) return;
    Stretch stretch;
    stretch.begin = static_cast<std::uint32_t>(out_.text.size());
    stretch.offset = offset_;
    stretch.generated = origin == Origin::generated;
    stretch.type = type_index(type);
    stretch.slot = leaf();
    if (origin == Origin::source) offset_ += static_cast<std::uint32_t>(utf8::count(words));
    if (type.letter_case == LetterCase::upper) out_.text += unicode::upper(words, type.font.language);
    else out_.text += words;
    stretch.end = static_cast<std::uint32_t>(out_.text.size());
    if (!out_.stretches.empty()) {
        Stretch& last = out_.stretches.back();
        if (last.type == stretch.type && last.slot == stretch.slot && !last.generated && !stretch.generated &&
            !last.picture && type.letter_case != LetterCase::upper) {
            last.end = stretch.end;
            return;
        }
    }
    out_.stretches.push_back(stretch);
}

void RichTextWriter::put_picture(const Image& image) {
    Stretch stretch;
    stretch.begin = static_cast<std::uint32_t>(out_.text.size());
    stretch.end = stretch.begin + 3;
    stretch.offset = offset_;
    stretch.type = type_index(now_);
    stretch.slot = leaf();
    stretch.picture = static_cast<std::uint32_t>(out_.pictures.size());
    offset_ += static_cast<std::uint32_t>(utf8::count(image.alternative));
    const Picture& picture = (*pictures_)[*image.picture];
    out_.pictures.push_back({*image.picture, std::max(1u, picture.width), std::max(1u, picture.height)});
    utf8::append(out_.text, 0xFFFC);
    out_.stretches.push_back(stretch);
}

void RichTextWriter::add(const Inlines& inlines) {
    for (const Inline& item : inlines) add(item);
}

void RichTextWriter::add(const Inline& item) {
    std::visit(overloaded{
                   [&](const Text& text) { put(one_line(text.text), now_, Origin::source); },
                   [&](const SoftBreak&) { put(" ", now_, Origin::source); },
                   [&](const HardBreak&) { put("\n", now_, Origin::source); },
                   [&](const CodeSpan& code) {
                       open({-1, StructureRole::code, {}, {}, {}, {}, {}});
                       put(one_line(code.text), types_.code(now_), Origin::source);
                       close();
                   },
                   [&](const Styled& styled) { add_styled(styled); },
                   [&](const Phrase& phrase) { add_phrase(phrase); },
                   [&](const Link& link) { add_link(link); },
                   [&](const Image& image) { add_image(image); },
                   [&](const NoteReference& reference) { add_note_mark(reference.note); },
                   [&](const RawInline&) {}, // HTML for HTML alone
               },
               item.node);
}

void RichTextWriter::add_styled(const Styled& styled) {
    const Type before = now_;
    now_ = types_.styled(now_, styled.style);
    if (styled.style == TextStyle::quotation) {
        const auto marks = quotation_marks(now_.font.language, quotation_depth_++);
        open({-1, StructureRole::quote, {}, {}, {}, {}, {}});
        put(marks.first, now_, Origin::generated);
        add(styled.children);
        put(marks.second, now_, Origin::generated);
        close();
        --quotation_depth_;
    } else {
        add(styled.children);
    }
    now_ = before;
}

void RichTextWriter::add_phrase(const Phrase& phrase) {
    const Type before = now_;
    if (!phrase.language.empty()) now_.font.language = phrase.language;
    const bool set_apart = !phrase.language.empty() && phrase.language != before.font.language;
    if (set_apart) open({-1, StructureRole::span, phrase.language, {}, {}, {}, {}});
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    const std::size_t at = out_.isolates.size();
    if (phrase.direction != Direction::inherit) out_.isolates.push_back({begin, begin, phrase.direction});
    add(phrase.children);
    if (phrase.direction != Direction::inherit) out_.isolates[at].end = static_cast<std::uint32_t>(out_.text.size());
    if (set_apart) close();
    now_ = before;
}

void RichTextWriter::add_link(const Link& link) {
    // What leads to a file beside the source, or to a place in a web page, leads nowhere here.
    const bool inside = links_ == PieceLinks::anchors && !link.piece.empty();
    const std::optional<std::string> out = inside ? std::nullopt : outward_address(link.url);
    Slot slot;
    slot.role = inside || out ? StructureRole::link : StructureRole::span;
    if (inside) slot.anchor = piece_anchor(link.piece);
    else if (out) slot.url = *out;
    open(std::move(slot));
    add(link.children);
    close();
}

void RichTextWriter::add_image(const Image& image) {
    if (!image.picture || pictures_ == nullptr || *image.picture >= pictures_->size()) {
        put(one_line(image.alternative), now_, Origin::source);
        return;
    }
    open({-1, StructureRole::figure, {}, image.alternative, {}, {}, {}});
    put_picture(image);
    close();
}

void RichTextWriter::add_note_mark(std::uint32_t note) {
    Type mark = types_.type(Element::note_mark, now_.font.language);
    const bool superior = std::find(mark.font.features.begin(), mark.font.features.end(), "sups") !=
                          mark.font.features.end();
    // A face may have several cuts of a figure: the mark takes those of the text around it.
    for (const std::string& feature : now_.font.features)
        if (superior && feature != "smcp" && feature != "c2sc") mark.font.features.push_back(feature);
    if (superior) mark.font.size = now_.font.size;
    else mark.raise = now_.raise + now_.font.size.scaled(0.36);
    // What leads anywhere is a link, also within a reference (ISO 14289-1, 7.18.5).
    open({-1, StructureRole::reference, {}, {}, {}, {}, {}});
    open({-1, StructureRole::link, {}, {}, {}, {}, note});
    const std::string number = std::to_string(note + 1);
    if (notes_ != nullptr && note < notes_->size() && (*notes_)[note].kind == NoteKind::spoiler) {
        // A word, where figures alone would be raised.
        const std::string words = std::string(locale_for(out_.language).word("spoiler")) + "\u00A0" + number;
        put("[" + words + "]", types_.styled(types_.styled(now_, TextStyle::small), TextStyle::emphasis), Origin::generated);
    } else {
        put(number, mark, Origin::generated);
    }
    close();
    close();
}

void RichTextWriter::add_before(const Inlines& words, Element element) {
    const Type own = std::exchange(now_, types_.type(element, out_.language));
    open({-1, StructureRole::span, {}, {}, {}, {}, {}});
    add(words);
    close();
    now_ = own;
    // An em: what follows is parted more than words are.
    put("\u2003", now_, Origin::generated);
    part();
    offset_ = 0;
}

void RichTextWriter::add(std::string_view words, Element element, Origin origin) {
    put(one_line(words), types_.type(element, out_.language), origin);
}

void RichTextWriter::add(std::string_view words, const Type& type, Origin origin) { put(words, type, origin); }

RichText RichTextWriter::take() {
    if (direction_ == Direction::inherit) out_.level = unicode::first_strong_level(out_.text);
    else out_.level = direction_ == Direction::right_to_left ? 1 : 0;
    return std::move(out_);
}

} // namespace halfstar::layout
