#include "backends/html/links.h"

#include "backends/html/parts.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace halfstar::html {
namespace {

constexpr std::string_view text_extensions[] = {".md", ".markdown", ".txt", ".html", ".htm"};

/// The path without its last extension.
std::string_view stem(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::size_t slash = path.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return path;
    return path.substr(0, dot);
}

/// Whether the name ends as reviews and the pages made of them do: then a piece of that name is meant.
bool names_a_text(std::string_view path) {
    const std::string_view extension = path.substr(stem(path).size());
    return std::find(std::begin(text_extensions), std::end(text_extensions), extension) != std::end(text_extensions);
}

/// `path` from the folder of `from`, with "." and ".." taken away; none when it leaves the root.
std::optional<std::string> resolved(std::string_view from, std::string_view path) {
    std::vector<std::string> names;
    const auto take = [&](std::string_view text) {
        for (const std::string_view name : split(text, '/')) {
            if (name.empty() || name == ".") continue;
            if (name != "..") {
                names.emplace_back(name);
            } else if (names.empty()) {
                return false;
            } else {
                names.pop_back();
            }
        }
        return true;
    };
    const std::size_t slash = from.rfind('/');
    if (!path.starts_with('/') && slash != std::string_view::npos) take(from.substr(0, slash));
    if (!take(path)) return std::nullopt;
    return join(names, "/");
}

} // namespace

const Piece* linked_piece(const Edition& edition, const Piece& from, std::string_view url) {
    const std::string clean = without_blanks(url);
    const std::string_view path = std::string_view(clean).substr(0, clean.find_first_of("?#"));
    if (path.empty() || path.starts_with("//") || scheme_of(clean)) return nullptr;
    const std::optional<std::string> wanted = resolved(from.path, percent_decoded(path));
    if (!wanted || wanted->empty()) return nullptr;
    const std::string_view bare = names_a_text(*wanted) ? stem(*wanted) : std::string_view(*wanted);
    for (const Piece& piece : edition.pieces)
        if (piece.path == *wanted || stem(piece.path) == bare) return &piece;
    return nullptr;
}

const Piece* piece_called(const Edition& edition, std::string_view key) {
    for (const Piece* piece : shown_pieces(edition))
        if (piece->key == key) return piece;
    return nullptr;
}

const Work* work_at(const Edition& edition, WorkReference reference) {
    if (reference.piece >= edition.pieces.size()) return nullptr;
    const Piece& piece = edition.pieces[reference.piece];
    return reference.work < piece.works.size() + piece.listed.size() ? &piece.film(reference.work) : nullptr;
}

} // namespace halfstar::html
