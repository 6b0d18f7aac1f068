#include "backends/html/list_order.h"

#include "backends/html/facts.h"
#include "foundation/unicode/text.h"


namespace halfstar::html {
namespace {

std::string key_of(std::string_view words, std::string_view language) {
    return unicode::sort_key(unicode::from_first_letter(words), language);
}

/// Words of the indexes ("Lighthouse, The", "Varda, Agnès") by the names that pieces have.
std::map<std::string, std::string> words_by_name(const std::vector<IndexEntry>& entries) {
    std::map<std::string, std::string> words;
    for (const IndexEntry& entry : entries)
        words.try_emplace(entry.name, entry.words);
    return words;
}

const std::string& indexed(const std::map<std::string, std::string>& index, const std::string& name) {
    const auto found = index.find(name);
    return found == index.end() ? name : found->second;
}

/// The number of each key among all keys in their order; an empty key has none.
std::vector<std::optional<std::size_t>> places_of(const std::vector<std::string>& keys) {
    std::map<std::string, std::size_t> places;
    for (const std::string& key : keys)
        if (!key.empty()) places.emplace(key, 0);
    std::size_t next = 0;
    for (auto& [key, place] : places)
        place = next++;
    std::vector<std::optional<std::size_t>> found;
    for (const std::string& key : keys)
        found.push_back(key.empty() ? std::nullopt : std::optional(places.at(key)));
    return found;
}

std::string first_director(const Piece& piece) {
    for (const Work& work : piece.works)
        if (const std::vector<std::string> names = names_in(work, Role::director); !names.empty()) return names.front();
    return {};
}

} // namespace

ListOrder::ListOrder(const Edition& edition) {
    const std::map<std::string, std::string> films = words_by_name(edition.films), people = words_by_name(edition.people);
    std::vector<std::string> titles, directors;
    for (const Piece& piece : edition.pieces) {
        titles.push_back(key_of(indexed(films, piece.title.value), edition.language));
        const std::string name = first_director(piece);
        directors.push_back(name.empty() ? "" : key_of(indexed(people, name), edition.language));
    }
    for (const std::optional<std::size_t>& place : places_of(titles))
        titles_.push_back(place.value_or(0));
    directors_ = places_of(directors);
}

std::optional<int> thousandths(const Rating& rating) {
    if (!rating.is_counted() || rating.best <= rating.worst) return std::nullopt;
    return static_cast<int>((std::int64_t{rating.value} - rating.worst) * 1000 / (rating.best - rating.worst));
}

} // namespace halfstar::html
