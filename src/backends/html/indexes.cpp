#include "backends/html/indexes.h"

#include "backends/html/facts.h"
#include "backends/html/links.h"
#include "backends/html/stars.h"

#include "document/index_roles.h"

#include <algorithm>

namespace halfstar::html {
namespace {

const std::vector<IndexEntry>& entries_of(const Edition& edition, IndexKind kind) {
    switch (kind) {
    case IndexKind::films: return edition.films;
    case IndexKind::people: return edition.people;
    case IndexKind::pictures: return edition.picture_credits;
    }
    return edition.films;
}

class IndexWriter {
public:
    IndexWriter(Markup& out, const Dress& dress, IndexKind kind, int level)
        : out_(out), dress_(dress), edition_(*dress.edition), kind_(kind), level_(level),
          entries_(entries_of(edition_, kind)), name_(index_name(kind)) {}

    void write() {
        out_.make_room(entries_.size() * entry_room + references() * (kind_ == IndexKind::films ? film_room : reference_room));
        Tag heading("h" + std::to_string(level_));
        heading.set("class", "title").set("id", name_ + "_title");
        out_.element(set_in_locale(heading, dress_), dress_.locale->word(index_words(kind_)));
        out_.line();
        initials();
        // EPUB's vocabulary: an index has one list of entries, whatever letters they stand under.
        if (dress_.is_xhtml()) out_.open(Tag("div").set("epub:type", "index-entry-list"));
        for (std::size_t first = 0; first < entries_.size();)
            first = group(first);
        if (dress_.is_xhtml()) out_.close("div");
    }

private:
    /// Bytes of markup, roughly: of thousands of reviews an index has millions, and would be copied each time that it has doubled.
    static constexpr std::size_t entry_room = 150, reference_room = 100, film_room = 1000; // with drawn stars

    std::size_t references() const {
        std::size_t all = 0;
        for (const IndexEntry& entry : entries_) all += entry.references.size();
        return all;
    }

    /// The piece that an entry's words are taken from; null of what refers to none.
    const Piece* piece_of(const IndexEntry& entry) const {
        const bool known = !entry.references.empty() && entry.references.front().work.piece < edition_.pieces.size();
        return known ? &edition_.pieces[entry.references.front().work.piece] : nullptr;
    }

    /// Marks words of an entry with the language that they are in.
    Tag& set_as_entry(Tag& tag, const IndexEntry& entry) const {
        const Piece* piece = piece_of(entry);
        return piece == nullptr ? tag : set_as_piece(tag, dress_, *piece);
    }

    /// The same of its letter, which stands where the index's own words do.
    Tag& set_as_letter(Tag& tag, const IndexEntry& entry) const {
        const Piece* piece = piece_of(entry);
        if (piece == nullptr || same_language(piece->language, edition_.language)) return tag;
        return tag.language(dress_.syntax, piece->language, Direction::inherit);
    }

    std::string group_id() const { return name_ + "_" + std::to_string(groups_); }

    /// Links to the groups: the way through an index of hundreds.
    void initials() {
        Tag nav("nav");
        nav.set("class", "initials").set("aria-label", dress_.locale->word(index_words(kind_)));
        out_.open(set_in_locale(nav, dress_));
        out_.line();
        out_.open("ul");
        out_.line();
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (i > 0 && entries_[i].initial == entries_[i - 1].initial) continue;
            ++groups_;
            out_.open("li");
            Tag link("a");
            out_.element(set_as_letter(link.set("href", "#" + group_id()), entries_[i]), entries_[i].initial);
            out_.close("li");
            out_.line();
        }
        groups_ = 0;
        out_.close("ul");
        out_.line();
        out_.close("nav");
        out_.line();
    }

    std::size_t group(std::size_t first) {
        ++groups_;
        Tag section("section");
        section.set("class", "group");
        out_.open(section);
        out_.line();
        Tag heading("h" + std::to_string(level_ + 1));
        out_.element(set_as_letter(heading.set("id", group_id()), entries_[first]), entries_[first].initial);
        out_.line();
        Tag list("ul");
        out_.open(list.set("class", "entries"));
        out_.line();
        std::size_t i = first;
        for (; i < entries_.size() && entries_[i].initial == entries_[first].initial; ++i)
            entry(entries_[i]);
        out_.close("ul");
        out_.line();
        out_.close("section");
        out_.line();
        return i;
    }

    void entry(const IndexEntry& entry) {
        Tag item("li");
        if (dress_.is_xhtml()) item.set("epub:type", "index-entry");
        out_.open(item);
        switch (kind_) {
        case IndexKind::films: film(entry); break;
        case IndexKind::people: person(entry); break;
        case IndexKind::pictures: credit(entry); break;
        }
        out_.close("li");
        out_.line();
    }

    Tag term() const {
        Tag tag("span");
        tag.set("class", "term");
        if (dress_.is_xhtml()) tag.set("epub:type", "index-term");
        return tag;
    }

    Tag locator(const Piece& piece) const {
        Tag tag("a");
        tag.set("href", dress_.piece_address(piece));
        if (dress_.is_xhtml()) tag.set("epub:type", "index-locator");
        return set_as_piece(tag, dress_, piece);
    }

    /// A film reviewed once is its own link; of one reviewed more often, each review is.
    void film(const IndexEntry& entry) {
        const bool once = entry.references.size() == 1;
        for (std::size_t i = 0; i < entry.references.size(); ++i) {
            const WorkReference where = entry.references[i].work;
            const Work* work = work_at(edition_, where);
            if (work == nullptr) continue;
            const Piece& piece = edition_.pieces[where.piece];
            if (once) {
                out_.open(term());
                out_.element(locator(piece), entry.words);
                out_.close("span");
            } else {
                if (i == 0) {
                    Tag words = term();
                    out_.element(set_as_entry(words, entry), entry.words);
                }
                out_.raw(" ");
                out_.element(locator(piece), review_words(piece));
            }
            facts(*work, piece);
        }
    }

    /// What tells one review of a film from another: its day, else its title.
    std::string review_words(const Piece& piece) const {
        const Date* day = day_of(piece);
        return day == nullptr ? piece.title.value : dress_.locale->long_date(*day);
    }

    /// Year, director and rating after a film.
    void facts(const Work& work, const Piece& piece) {
        std::string words = work.year ? std::to_string(*work.year) : "";
        words = joined({words, joined(names_in(work, Role::director), ", ")}, ", ");
        if (!words.empty()) {
            out_.raw(" ");
            Tag tag("span");
            out_.element(set_as_piece(tag.set("class", "facts"), dress_, piece), words);
        }
        if (!work.rating) return;
        out_.raw(" ");
        write_stars(out_, dress_, work.rating->value);
    }

    /// By whom pictures are, and the reviews that show them.
    void credit(const IndexEntry& entry) {
        Tag words = term();
        out_.element(set_as_entry(words, entry), entry.words);
        out_.line();
        out_.open("ul");
        for (const IndexReference& reference : entry.references) {
            if (reference.work.piece >= edition_.pieces.size()) continue;
            const Piece& piece = edition_.pieces[reference.work.piece];
            out_.open("li");
            out_.element(locator(piece), piece.title.value);
            out_.close("li");
        }
        out_.close("ul");
    }

    void person(const IndexEntry& entry) {
        Tag words = term();
        out_.open(set_as_entry(words, entry));
        out_.raw(linked_name(dress_, entry.name, entry.words));
        out_.close("span");
        out_.line();
        if (has_sub_entries(entry)) return sub_entries_of(entry);
        out_.open("ul");
        for (const IndexReference& reference : entry.references)
            film_of(entry, reference.work, reference.roles);
        out_.close("ul");
    }

    /// A role each, with its films.
    void sub_entries_of(const IndexEntry& entry) {
        Tag list("ul");
        out_.open(list.set("class", "sub-entries"));
        out_.line();
        for (const RoleEntry& role : sub_entries(entry)) {
            Tag item("li");
            if (dress_.is_xhtml()) item.set("epub:type", "index-entry");
            out_.open(item);
            Tag words("span");
            words.set("class", "role");
            if (dress_.is_xhtml()) words.set("epub:type", "index-term");
            out_.element(set_in_locale(words, dress_), dress_.locale->short_role_label(role.role));
            out_.open("ul");
            // A player's part is the one thing that the role does not say.
            for (const WorkReference& work : role.works)
                film_of(entry, work, role.role == Role::cast ? std::vector{Role::cast} : std::vector<Role>{});
            out_.close("ul");
            out_.close("li");
            out_.line();
        }
        out_.close("ul");
    }

    void film_of(const IndexEntry& entry, WorkReference where, const std::vector<Role>& said) {
        const Work* work = work_at(edition_, where);
        if (work == nullptr) return;
        out_.open("li");
        out_.element(locator(edition_.pieces[where.piece]), work->title.value);
        roles(*work, entry.name, said);
        out_.close("li");
    }

    /// What the person did: of players their parts, and nothing where those are not known.
    void roles(const Work& work, const std::string& name, const std::vector<Role>& roles) {
        std::vector<std::string> words;
        for (const Role role : roles)
            if (role != Role::cast) words.emplace_back(dress_.locale->short_role_label(role));
        const bool plays = std::find(roles.begin(), roles.end(), Role::cast) != roles.end();
        for (const Credit& credit : work.credits)
            if (plays && credit.role == Role::cast && credit.name == name) words.push_back(credit.character);
        if (joined(words, "").empty()) return;
        out_.raw(" ");
        Tag tag("span");
        out_.element(set_in_locale(tag.set("class", "roles"), dress_),
                     joined(words, dress_.locale->word("list-separator")));
    }

    Markup& out_;
    const Dress& dress_;
    const Edition& edition_;
    IndexKind kind_;
    int level_;
    const std::vector<IndexEntry>& entries_;
    std::string name_;
    int groups_ = 0;
};

} // namespace

void write_index(Markup& out, const Dress& dress, IndexKind kind, int level) {
    IndexWriter(out, dress, kind, level).write();
}

std::string_view index_words(IndexKind kind) {
    switch (kind) {
    case IndexKind::films: return "index-of-films";
    case IndexKind::people: return "index-of-people";
    case IndexKind::pictures: return "picture-credits";
    }
    return "index-of-films";
}

std::string_view index_name(IndexKind kind) {
    switch (kind) {
    case IndexKind::films: return "films";
    case IndexKind::people: return "people";
    case IndexKind::pictures: return "pictures";
    }
    return "films";
}

IndexKind index_of(IssuePart part) {
    if (part == IssuePart::people) return IndexKind::people;
    return part == IssuePart::pictures ? IndexKind::pictures : IndexKind::films;
}

} // namespace halfstar::html
