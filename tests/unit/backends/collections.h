// A small collection for the writers' tests: two sections, a letter, a page at the back, films, people, numbers,
// links from piece to piece. And a look at all links of the files that a writer made.
#pragma once

#include "editions.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::fake {

inline Inline link_to(std::string piece, std::string url, std::string words) {
    return {Link{std::move(url), "", {text(std::move(words))}, std::move(piece)}, {}};
}

inline Piece essay(std::string key, std::string title, std::string words) {
    Piece piece;
    piece.key = key;
    piece.path = key + ".md";
    piece.kind = PieceKind::essay;
    piece.language = "en";
    piece.title.value = std::move(title);
    piece.authors = {"Ada Quill"};
    piece.body = {paragraph(std::move(words))};
    return piece;
}

/// Stalker and Mirror in spring, Solaris in autumn; Mirror links to both.
inline std::vector<Piece> three_reviews() {
    std::vector<Piece> pieces = {review(), review("mirror", "Mirror"), review("solaris", "Solaris")};
    pieces[0].notes = two_notes();
    pieces[0].body.push_back(paragraph(Inlines{text("Noted"), note(0), text(" and"), note(1)}));
    pieces[0].body.push_back(heading(2, "The room"));
    pieces[1].seen->value = date(2019, 4, 3);
    pieces[1].works[0].year = 1975;
    pieces[1].works[0].rating->value = rating(500, "5");
    pieces[1].works[0].credits.push_back(credit(Role::writer, "Andrei Tarkovsky"));
    pieces[1].body.push_back(paragraph(Inlines{link_to("stalker", "stalker.md#the-room", "a room"),
                                               link_to("solaris", "../autumn/solaris.md", "a planet"),
                                               link_to("letter", "letter.md", "a letter"), link("gone.md", "gone")}));
    pieces[2].seen->value = date(2019, 10, 9);
    pieces[2].works[0].year = 1972;
    pieces[2].works[0].rating->value = rating(300, "3");
    pieces[2].notes = {two_notes()[0]};
    pieces[2].body.push_back(paragraph(Inlines{text("Noted"), note(0)}));
    return pieces;
}

inline Statistics numbers() {
    Statistics numbers;
    numbers.films = numbers.rated = 3;
    numbers.first_year = numbers.last_year = 2019;
    for (const int step : {300, 350, 400, 450, 500})
        numbers.ratings.push_back({rating(step, ""), step == 350 || step == 400 ? 0u : 1u});
    numbers.average = rating(417, "");
    numbers.median = rating(450, "");
    for (const auto& [month, day] : {std::pair{4, 3}, {10, 9}, {12, 17}}) {
        numbers.months[static_cast<std::size_t>(month - 1)] = 1;
        numbers.days[static_cast<std::size_t>(month - 1)][static_cast<std::size_t>(day - 1)] = 1;
    }
    numbers.most_seen = {{"Andrei Tarkovsky", 3}};
    numbers.best = {{1, 0}, {0, 0}};
    numbers.worst = {{2, 0}};
    return numbers;
}

inline void make_collection(Edition& edition) {
    edition.subtitle = "Three films & a letter";
    edition.number = "4";
    edition.date = date(2019, 12, 31);
    edition.editor = "Ada Quill";
    edition.sections = {{"spring", "Spring", "March to May", {3, 4, 5}, 0, 2}, {"autumn", "Autumn", "", {9, 10, 11}, 2, 3}};
    edition.letter = essay("letter", "Before the lights go", "Sit in row C.");
    edition.letter->body.push_back(paragraph(Inlines{link_to("mirror", "mirror.md", "the best of them")}));
    edition.about = essay("about", "About us", "We sit in row C.");
    edition.films = {{"Mirror", "Mirror", "M", {{{1, 0}, {}}}},
                     {"Solaris", "Solaris", "S", {{{2, 0}, {}}}},
                     {"Stalker", "Stalker", "S", {{{0, 0}, {}}}}};
    edition.people = {{"Tarkovsky, Andrei", "Andrei Tarkovsky", "T",
                       {{{0, 0}, {Role::director}}, {{1, 0}, {Role::director, Role::writer}}, {{2, 0}, {Role::director}}}}};
    edition.statistics = numbers();
}

inline Desk collection_desk() {
    Desk desk(three_reviews());
    make_collection(desk.edition);
    return desk;
}

/// Values of every attribute `name` in a text, in order.
inline std::vector<std::string> attributes(std::string_view text, std::string_view name) {
    std::vector<std::string> found;
    const std::string start = " " + std::string(name) + "=\"";
    for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
        const std::size_t begin = at + start.size();
        found.emplace_back(text.substr(begin, text.find('"', begin) - begin));
    }
    return found;
}

/// `address` from the folder of `from`; "" of an empty path is the file itself.
inline std::string resolve(const std::string& from, std::string address) {
    if (address.empty()) return from;
    std::string folder = from.substr(0, from.rfind('/') == std::string::npos ? 0 : from.rfind('/') + 1);
    while (address.starts_with("../")) {
        address = address.substr(3);
        folder = folder.size() < 2 ? "(outside)/" : folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
    }
    return folder + address;
}

/// Every href and src in `files` that leads to no file or no id, and every id that stands twice in a file.
inline std::vector<std::string> broken_links(const std::map<std::string, std::string, std::less<>>& files) {
    std::vector<std::string> broken;
    std::map<std::string, std::set<std::string>> ids;
    for (const auto& [path, text] : files)
        for (const std::string& id : attributes(text, "id"))
            if (!ids[path].insert(id).second) broken.push_back(path + ": id '" + id + "' twice");
    for (const auto& [path, text] : files)
        for (const char* name : {"href", "src", "aria-labelledby"})
            for (std::string address : attributes(text, name)) {
                if (std::string_view(name) == "aria-labelledby") address = "#" + address.substr(0, address.find(' '));
                if (address.find(':') != std::string::npos) continue;
                const std::size_t hash = address.find('#');
                const std::string target = resolve(path, address.substr(0, hash));
                const bool there = files.find(target) != files.end();
                const bool id = hash == std::string::npos || ids[target].count(address.substr(hash + 1)) > 0;
                if (!there || !id) broken.push_back(path + ": " + address);
            }
    return broken;
}

} // namespace halfstar::fake
