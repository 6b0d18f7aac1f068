#include "document/names.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace halfstar {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 13> styles = {
    "emphasis", "strong", "cite", "idiom", "bold", "underline", "strike", "small", "superscript", "subscript",
    "quotation", "highlight", "keyboard"};
constexpr std::array<std::string_view, 3> directions = {"inherit", "left-to-right", "right-to-left"};
constexpr std::array<std::string_view, 4> alignments = {"none", "left", "centre", "right"};
constexpr std::array<std::string_view, 2> quote_kinds = {"block", "pull"};
constexpr std::array<std::string_view, 2> details_kinds = {"aside", "spoiler"};
constexpr std::array<std::string_view, 2> note_kinds = {"footnote", "spoiler"};
constexpr std::array<std::string_view, 2> voices = {"question", "answer"};
constexpr std::array<std::string_view, 5> piece_kinds = {"review", "essay", "interview", "list", "listings"};
constexpr std::array<std::string_view, 14> roles = {
    "director", "writer", "producer", "cinematographer", "editor", "composer", "production-designer",
    "costume-designer", "sound", "cast", "narrator", "distributor", "studio", "other"};
constexpr std::array<std::string_view, 3> rating_forms = {"number", "letter", "words"};
constexpr std::array<std::string_view, 3> scale_sources = {"written", "declared", "inferred"};
constexpr std::array<std::string_view, 5> picture_formats = {"png", "jpeg", "webp", "gif", "svg"};
constexpr std::array<std::string_view, 13> issue_parts = {
    "cover", "masthead",     "contents", "letter",   "reviews", "numbers", "films", "people",
    "about", "contributors", "pictures", "colophon", "back"};
constexpr std::array<std::string_view, 3> cover_kinds = {"type", "posters", "picture"};
constexpr std::array<std::string_view, 4> review_starts = {"as-style", "page", "recto", "shared"};
constexpr std::array<std::string_view, 2> still_places = {"as-style", "full"};

static_assert(styles.size() == static_cast<std::size_t>(TextStyle::keyboard) + 1);
static_assert(directions.size() == static_cast<std::size_t>(Direction::right_to_left) + 1);
static_assert(alignments.size() == static_cast<std::size_t>(Alignment::right) + 1);
static_assert(quote_kinds.size() == static_cast<std::size_t>(QuoteKind::pull) + 1);
static_assert(details_kinds.size() == static_cast<std::size_t>(DetailsKind::spoiler) + 1);
static_assert(note_kinds.size() == static_cast<std::size_t>(NoteKind::spoiler) + 1);
static_assert(voices.size() == static_cast<std::size_t>(Voice::answer) + 1);
static_assert(piece_kinds.size() == static_cast<std::size_t>(PieceKind::listings) + 1);
static_assert(roles.size() == static_cast<std::size_t>(Role::other) + 1);
static_assert(rating_forms.size() == static_cast<std::size_t>(RatingForm::words) + 1);
static_assert(scale_sources.size() == static_cast<std::size_t>(ScaleSource::inferred) + 1);
static_assert(picture_formats.size() == static_cast<std::size_t>(PictureFormat::svg) + 1);
static_assert(issue_parts.size() == static_cast<std::size_t>(IssuePart::back) + 1);

template <class E, std::size_t n>
std::string_view name_in(const std::array<std::string_view, n>& names, E value) {
    const auto index = static_cast<std::size_t>(value);
    assert(index < n);
    return names[index];
}

template <class E, std::size_t n>
std::optional<E> value_in(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

} // namespace

std::string_view name_of(TextStyle style) { return name_in(styles, style); }
std::string_view name_of(Direction direction) { return name_in(directions, direction); }
std::string_view name_of(Alignment alignment) { return name_in(alignments, alignment); }
std::string_view name_of(QuoteKind kind) { return name_in(quote_kinds, kind); }
std::string_view name_of(DetailsKind kind) { return name_in(details_kinds, kind); }
std::string_view name_of(NoteKind kind) { return name_in(note_kinds, kind); }
std::string_view name_of(Voice voice) { return name_in(voices, voice); }
std::string_view name_of(PieceKind kind) { return name_in(piece_kinds, kind); }
std::string_view name_of(Role role) { return name_in(roles, role); }
std::string_view name_of(RatingForm form) { return name_in(rating_forms, form); }
std::string_view name_of(ScaleSource source) { return name_in(scale_sources, source); }
std::string_view name_of(PictureFormat format) { return name_in(picture_formats, format); }
std::string_view name_of(CoverKind kind) { return name_in(cover_kinds, kind); }
std::string_view name_of(ReviewStart start) { return name_in(review_starts, start); }
std::string_view name_of(StillPlace place) { return name_in(still_places, place); }
std::string_view name_of(IssuePart part) { return name_in(issue_parts, part); }

template <>
std::optional<TextStyle> named(std::string_view name) {
    return value_in<TextStyle>(styles, name);
}
template <>
std::optional<CoverKind> named(std::string_view name) {
    return value_in<CoverKind>(cover_kinds, name);
}
template <>
std::optional<ReviewStart> named(std::string_view name) {
    return value_in<ReviewStart>(review_starts, name);
}
template <>
std::optional<StillPlace> named(std::string_view name) {
    return value_in<StillPlace>(still_places, name);
}
template <>
std::optional<Direction> named(std::string_view name) {
    return value_in<Direction>(directions, name);
}
template <>
std::optional<Alignment> named(std::string_view name) {
    return value_in<Alignment>(alignments, name);
}
template <>
std::optional<QuoteKind> named(std::string_view name) {
    return value_in<QuoteKind>(quote_kinds, name);
}
template <>
std::optional<DetailsKind> named(std::string_view name) {
    return value_in<DetailsKind>(details_kinds, name);
}
template <>
std::optional<NoteKind> named(std::string_view name) {
    return value_in<NoteKind>(note_kinds, name);
}
template <>
std::optional<Voice> named(std::string_view name) {
    return value_in<Voice>(voices, name);
}
template <>
std::optional<PieceKind> named(std::string_view name) {
    return value_in<PieceKind>(piece_kinds, name);
}
template <>
std::optional<Role> named(std::string_view name) {
    return value_in<Role>(roles, name);
}
template <>
std::optional<RatingForm> named(std::string_view name) {
    return value_in<RatingForm>(rating_forms, name);
}
template <>
std::optional<ScaleSource> named(std::string_view name) {
    return value_in<ScaleSource>(scale_sources, name);
}
template <>
std::optional<PictureFormat> named(std::string_view name) {
    return value_in<PictureFormat>(picture_formats, name);
}
template <>
std::optional<IssuePart> named(std::string_view name) {
    return value_in<IssuePart>(issue_parts, name);
}

} // namespace halfstar
