#include "read/film_ids.h"

#include "foundation/base/strings.h"

#include <algorithm>

namespace halfstar::reading {

namespace {

std::string_view leading_digits(std::string_view text) {
    return text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
}

} // namespace

std::optional<std::string> imdb_id(std::string_view text) {
    text = trim(text);
    if (!text.empty() && leading_digits(text).size() == text.size() && text.size() <= 10)
        return "tt" + std::string(text);
    for (std::size_t at = text.find("tt"); at != std::string_view::npos; at = text.find("tt", at + 1)) {
        const std::string_view digits = leading_digits(text.substr(at + 2));
        if (digits.size() >= 5 && digits.size() <= 10) return "tt" + std::string(digits);
    }
    return std::nullopt;
}

std::optional<std::string> tmdb_id(std::string_view text) {
    text = trim(text);
    for (const std::string_view part : {"/movie/", "/tv/"})
        if (const std::size_t at = text.find(part); at != std::string_view::npos) text = text.substr(at + part.size());
    const std::string_view digits = leading_digits(text);
    const bool whole = digits.size() == text.size() || text[digits.size()] == '-' || text[digits.size()] == '/';
    if (digits.empty() || digits.size() > 10 || !whole) return std::nullopt;
    return std::string(digits);
}

std::optional<std::string> letterboxd_id(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.find(' ') != std::string_view::npos) return std::nullopt;
    return std::string(text);
}

} // namespace halfstar::reading
