#include "backends/html/facts.h"

#include "backends/html/links.h"
#include "foundation/base/strings.h"

#include <algorithm>

namespace halfstar::html {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<FilmPage> film_page(const std::string& place, const std::string& id) {
    if (place == "imdb" && id.starts_with("tt") && is_number(std::string_view(id).substr(2)))
        return FilmPage{"IMDb", "https://www.imdb.com/title/" + id + "/"};
    if (place == "tmdb" && is_number(id)) return FilmPage{"TMDB", "https://www.themoviedb.org/movie/" + id};
    if (place != "letterboxd") return std::nullopt;
    // A link of that name leads to that place alone.
    const std::optional<std::string> address = outward_address(id);
    const auto is_theirs = [&](std::string_view start) { return address->starts_with(start); };
    constexpr std::string_view theirs[] = {"https://letterboxd.com/", "https://www.letterboxd.com/", "http://letterboxd.com/",
                                           "http://www.letterboxd.com/", "https://boxd.it/", "http://boxd.it/"};
    if (!address || std::none_of(std::begin(theirs), std::end(theirs), is_theirs)) return std::nullopt;
    return FilmPage{"Letterboxd", *address};
}

} // namespace

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

const Date* appeared(const Piece& piece) {
    if (piece.published) return &piece.published->value;
    return piece.seen ? &piece.seen->value : nullptr;
}

const Work* only_work(const Piece& piece) {
    return piece.works.size() == 1 ? &piece.works.front() : nullptr;
}

std::vector<std::string> names_in(const Work& work, Role role) {
    std::vector<std::string> names;
    for (const Credit& credit : work.credits)
        if (credit.role == role) names.push_back(credit.name);
    return names;
}

std::string full_title(const Piece& piece) {
    const Work* work = only_work(piece);
    if (work == nullptr || !work->year) return piece.title.value;
    return piece.title.value + " (" + std::to_string(*work->year) + ")";
}

std::vector<FilmPage> film_pages(const Work& work) {
    std::vector<FilmPage> pages;
    for (const auto& [place, id] : work.ids)
        if (std::optional<FilmPage> page = film_page(place, id)) pages.push_back(std::move(*page));
    return pages;
}

} // namespace halfstar::html
