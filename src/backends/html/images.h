// The pictures of pieces in reading order, and what their files are called.
#pragma once

#include <halfstar/edition.h>

#include <functional>
#include <string>
#include <string_view>

namespace halfstar::html {

/// Calls `visit` on every image that a writer shows: poster, epigraph, summary, body, notes.
void each_image(const Piece& piece, const std::function<void(const Image&)>& visit);
/// Calls `visit` on every picture that the pieces show, in reading order, as often as it is shown.
void each_picture(const Edition& edition, const std::function<void(const Picture&)>& visit);

/// A picture's name without extension in an output of many files: words that tell people which picture it
/// is, and a part of the digest that tells it from others.
std::string picture_stem(const Picture& picture);
/// ".png", ".jpg": what a file of the format is called.
std::string_view extension_of(PictureFormat format);

} // namespace halfstar::html
