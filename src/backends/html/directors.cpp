#include "backends/html/directors.h"

#include "backends/html/facts.h"
#include "backends/html/links.h"
#include "backends/html/list_entry.h"
#include "backends/html/site.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <set>

namespace halfstar::html {
namespace {

bool has_role(const IndexReference& reference, Role role) {
    return std::find(reference.roles.begin(), reference.roles.end(), role) != reference.roles.end();
}

bool directs(const IndexEntry& entry) {
    return std::any_of(entry.references.begin(), entry.references.end(),
                       [](const IndexReference& reference) { return has_role(reference, Role::director); });
}

/// Windows keeps these names for its devices, whatever stands behind their point.
bool is_device(std::string_view slug) {
    constexpr std::string_view devices[] = {"con", "prn", "aux", "nul"};
    if (std::find(std::begin(devices), std::end(devices), slug) != std::end(devices)) return true;
    return slug.size() == 4 && (slug.starts_with("com") || slug.starts_with("lpt")) && slug[3] >= '0' && slug[3] <= '9';
}

std::string file_name(const std::string& name) {
    constexpr std::size_t longest = 80;
    std::string slug = unicode::slug(name).substr(0, longest);
    slug.erase(slug.find_last_not_of('-') + 1);
    if (slug.empty()) return "person";
    return is_device(slug) ? "person-" + slug : slug;
}

/// `name`, or with the first number behind it that no other has.
std::string unique(const std::string& name, std::set<std::string>& taken) {
    std::string one = name;
    for (int number = 2; !taken.insert(one).second; ++number)
        one = name + "-" + std::to_string(number);
    return one;
}

class DirectorWriter {
public:
    DirectorWriter(const Site& site, const Directors::Director& director)
        : edition_(site.edition()), locale_(site.locale()), entry_(*director.entry),
          page_(site, director.path, facts(), std::nullopt), dress_(page_.dress()), out_(page_.out()) {}

    std::string write() {
        page_.open("site index-page");
        out_.open(Tag("div").set("class", "index director-page"));
        out_.line();
        head();
        films();
        way_back();
        out_.close("div");
        out_.line();
        page_.close();
        return out_.take();
    }

private:
    PageFacts facts() const {
        PageFacts facts;
        facts.title = entry_.name;
        facts.language = edition_.language;
        facts.type = "profile";
        return facts;
    }

    void head() {
        out_.open(Tag("header").set("class", "head"));
        out_.line();
        Tag title("h1");
        title.set("class", "title");
        if (const IndexReference* first = first_film()) set_as_piece(title, dress_, edition_.pieces[first->work.piece]);
        out_.element(title, entry_.name);
        out_.line();
        const std::size_t count = entry_.references.size();
        Tag films("p");
        out_.element(set_in_locale(films.set("class", "films"), dress_),
                     count == 1 ? std::string(locale_.word("film-1")) : Locale::fill(locale_.word("films-n"), {std::to_string(count)}));
        out_.line();
        out_.close("header");
        out_.line();
    }

    const IndexReference* first_film() const {
        for (const IndexReference& reference : entry_.references)
            if (reference.work.piece < edition_.pieces.size()) return &reference;
        return nullptr;
    }

    void films() {
        out_.open(Tag("ol").set("class", "reviews"));
        out_.line();
        std::set<std::uint32_t> shown; // a piece about several of the person's films shows them all
        for (const IndexReference& reference : entry_.references) {
            if (work_at(edition_, reference.work) == nullptr || !shown.insert(reference.work.piece).second) continue;
            write_list_entry(out_, dress_, edition_.pieces[reference.work.piece], list_entry_tag(), other_roles(reference));
        }
        out_.close("ol");
        out_.line();
    }

    /// "written, camera": what the person did of a film by somebody else.
    std::string other_roles(const IndexReference& reference) const {
        if (has_role(reference, Role::director)) return {};
        std::vector<std::string> words;
        for (const Role role : reference.roles)
            words.emplace_back(locale_.short_role_label(role));
        return joined(words, locale_.word("list-separator"));
    }

    void way_back() {
        Tag way_there("p");
        out_.open(set_in_locale(way_there.set("class", "way"), dress_));
        out_.element(Tag("a").set("href", way(page_.path(), Site::path_of(IssuePart::people))), locale_.word("index-of-people"));
        out_.close("p");
        out_.line();
    }

    const Edition& edition_;
    const Locale& locale_;
    const IndexEntry& entry_;
    SitePage page_;
    const Dress& dress_;
    Markup& out_;
};

} // namespace

Directors::Directors(const Edition& edition) {
    std::set<std::string> taken;
    for (const IndexEntry& entry : edition.people) {
        if (!directs(entry)) continue;
        by_name_.emplace(entry.name, all_.size());
        all_.push_back({&entry, "people/" + unique(file_name(entry.name), taken) + ".html"});
    }
}

std::string Directors::path_of(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? std::string() : all_[found->second].path;
}

std::string write_director_page(const Site& site, const Directors::Director& director) {
    return DirectorWriter(site, director).write();
}

} // namespace halfstar::html
