#include "compose/passes.h"

#include "compose/index_words.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <map>

namespace halfstar {
namespace {

/// The place of an entry, with the bytes that it is sorted by.
struct Sorted {
    std::string key;
    std::size_t place = 0;
};

/// The index in the order in which its entries were met, each by what makes it one.
class Index {
public:
    IndexEntry& entry(const std::string& identity, std::string words, const std::string& name) {
        const auto [found, is_new] = places_.try_emplace(identity, entries_.size());
        if (is_new) entries_.push_back({std::move(words), name, "", {}});
        return entries_[found->second];
    }

    std::vector<IndexEntry> sorted(std::string_view language) {
        std::vector<Sorted> all;
        all.reserve(entries_.size());
        for (IndexEntry& entry : entries_) {
            entry.initial = unicode::index_letter(entry.words, language);
            all.push_back({unicode::sort_key(unicode::from_first_letter(entry.words), language), all.size()});
        }
        std::stable_sort(all.begin(), all.end(), [](const Sorted& a, const Sorted& b) { return a.key < b.key; });
        std::vector<IndexEntry> entries;
        entries.reserve(all.size());
        for (const Sorted& one : all)
            entries.push_back(std::move(entries_[one.place]));
        return entries;
    }

    std::vector<IndexEntry>& entries() { return entries_; }

private:
    std::map<std::string, std::size_t> places_;
    std::vector<IndexEntry> entries_;
};

/// As each_work, and behind a piece's works those that it only names.
template <class Visit> void each_film(const std::vector<Piece>& pieces, const Visit& visit) {
    for (std::uint32_t piece = 0; piece < pieces.size(); ++piece) {
        const auto films = static_cast<std::uint32_t>(pieces[piece].works.size() + pieces[piece].listed.size());
        for (std::uint32_t film = 0; film < films; ++film)
            visit(pieces[piece], pieces[piece].film(film), WorkReference{piece, film});
    }
}

/// What is reviewed, by title: a list seldom says of which year its films are.
std::map<std::string, std::string> reviewed_films(const std::vector<Piece>& pieces) {
    std::map<std::string, std::string> identities;
    for (const Piece& piece : pieces)
        for (const Work& work : piece.works) {
            Work undated;
            undated.title = work.title;
            const auto [found, is_new] = identities.try_emplace(film_identity(undated), film_identity(work));
            if (!is_new && found->second != film_identity(work)) found->second.clear(); // remakes
        }
    return identities;
}

template <class Visit> void each_work(const std::vector<Piece>& pieces, const Visit& visit) {
    for (std::uint32_t piece = 0; piece < pieces.size(); ++piece)
        for (std::uint32_t work = 0; work < pieces[piece].works.size(); ++work)
            visit(pieces[piece], pieces[piece].works[work], WorkReference{piece, work});
}

/// Films of one title and different years are told apart by their year.
void tell_years(std::vector<IndexEntry>& entries, const std::vector<Piece>& pieces) {
    std::map<std::string, int> counts;
    for (const IndexEntry& entry : entries)
        ++counts[entry.words];
    for (IndexEntry& entry : entries) {
        const WorkReference first = entry.references.front().work;
        const std::optional<int> year = pieces[first.piece].film(first.work).year;
        if (counts[entry.words] > 1 && year) entry.words += " (" + std::to_string(*year) + ")";
    }
}

std::vector<IndexEntry> films_of(const Edition& edition) {
    Index index;
    const std::map<std::string, std::string> reviewed = reviewed_films(edition.pieces);
    each_film(edition.pieces, [&](const Piece& piece, const Work& work, WorkReference place) {
        const std::string& title = work.title.value;
        const auto known = work.year ? reviewed.end() : reviewed.find(film_identity(work));
        const bool is_reviewed = known != reviewed.end() && !known->second.empty();
        IndexEntry& entry = index.entry(is_reviewed ? known->second : film_identity(work),
                                        title_in_index(title, language_of_title(work, piece)), title);
        // A piece that names a film twice is led to once.
        if (!entry.references.empty() && entry.references.back().work.piece == place.piece) return;
        entry.references.push_back({place, {}});
    });
    tell_years(index.entries(), edition.pieces);
    return index.sorted(edition.language);
}

void add_role(std::vector<Role>& roles, Role role) {
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
}

std::vector<IndexEntry> people_of(const Edition& edition) {
    Index index;
    each_work(edition.pieces, [&](const Piece&, const Work& work, WorkReference place) {
        for (const Credit& credit : work.credits) {
            if (!is_person(credit.role)) continue;
            IndexEntry& entry = index.entry(person_identity(credit.name), name_in_index(credit.name), credit.name);
            if (entry.references.empty() || entry.references.back().work != place)
                entry.references.push_back({place, {}});
            add_role(entry.references.back().roles, credit.role);
        }
    });
    return index.sorted(edition.language);
}

} // namespace

void index_films(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    if (settings.issue != nullptr) edition.films = films_of(edition);
}

void index_people(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    if (settings.issue != nullptr) edition.people = people_of(edition);
}

} // namespace halfstar
