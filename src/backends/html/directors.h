// The directors of an edition, each with a page of the site: where it stands, and what is on it.
#pragma once

#include <halfstar/edition.h>

#include <map>
#include <string>
#include <vector>

namespace halfstar::html {

class Site;

/// Who directed a film that is reviewed, in the order of the index of people.
class Directors {
public:
    Directors() = default;
    explicit Directors(const Edition& edition);

    struct Director {
        const IndexEntry* entry = nullptr;
        std::string path; ///< "people/agnes-varda.html"
    };
    const std::vector<Director>& all() const { return all_; }
    /// Where the page of the person called `name` stands; empty of those who have none.
    std::string path_of(const std::string& name) const;

private:
    std::vector<Director> all_;
    std::map<std::string, std::size_t> by_name_;
};

/// The person's films, in the order of the edition; where the person did not direct one, what else.
std::string write_director_page(const Site& site, const Directors::Director& director);

} // namespace halfstar::html
