// Names of the tree's small enumerations, as the dump and the JSON write them.
#pragma once

#include <halfstar/edition.h>

#include <optional>
#include <string_view>

namespace halfstar {

std::string_view name_of(TextStyle style);
std::string_view name_of(Direction direction);
std::string_view name_of(Alignment alignment);
std::string_view name_of(QuoteKind kind);
std::string_view name_of(DetailsKind kind);
std::string_view name_of(NoteKind kind);
std::string_view name_of(Voice voice);
std::string_view name_of(PieceKind kind);
std::string_view name_of(Role role);
std::string_view name_of(RatingForm form);
std::string_view name_of(ScaleSource source);
std::string_view name_of(PictureFormat format);
std::string_view name_of(IssuePart part);
std::string_view name_of(CoverKind kind);
std::string_view name_of(ReviewStart start);
std::string_view name_of(StillPlace place);

/// The value of that name; nothing for a name that is none.
template <class E>
std::optional<E> named(std::string_view name);

template <>
std::optional<TextStyle> named(std::string_view name);
template <>
std::optional<Direction> named(std::string_view name);
template <>
std::optional<Alignment> named(std::string_view name);
template <>
std::optional<QuoteKind> named(std::string_view name);
template <>
std::optional<DetailsKind> named(std::string_view name);
template <>
std::optional<NoteKind> named(std::string_view name);
template <>
std::optional<Voice> named(std::string_view name);
template <>
std::optional<PieceKind> named(std::string_view name);
template <>
std::optional<Role> named(std::string_view name);
template <>
std::optional<RatingForm> named(std::string_view name);
template <>
std::optional<ScaleSource> named(std::string_view name);
template <>
std::optional<PictureFormat> named(std::string_view name);
template <>
std::optional<IssuePart> named(std::string_view name);
template <>
std::optional<CoverKind> named(std::string_view name);
template <>
std::optional<ReviewStart> named(std::string_view name);
template <>
std::optional<StillPlace> named(std::string_view name);

} // namespace halfstar
