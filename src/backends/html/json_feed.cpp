#include "backends/html/facts.h"
#include "backends/html/feed.h"
#include "foundation/data/syntaxes.h"

namespace halfstar::html {
namespace {

/// Members of an object, a line each; what is empty is left out.
class Members {
public:
    Members& text(std::string_view name, std::string_view value) {
        return value.empty() ? *this : member(name, json_string(permitted(value)));
    }
    Members& member(std::string_view name, const std::string& json) {
        members_.push_back(json_string(name) + ":" + json);
        return *this;
    }
    std::string str() const { return "{" + joined(members_, ",\n") + "}"; }

private:
    std::vector<std::string> members_;
};

std::string array(const std::vector<std::string>& values) { return "[" + joined(values, ",\n") + "]"; }

std::string authors_of(const std::vector<std::string>& names) {
    std::vector<std::string> authors;
    for (const std::string& name : names)
        authors.push_back(Members().text("name", name).str());
    return array(authors);
}

std::string strings(const std::vector<std::string>& words) {
    std::vector<std::string> values;
    for (const std::string& word : words)
        values.push_back(json_string(permitted(word)));
    return array(values);
}

/// Addresses are absolute in this format, or they are left out.
std::string item(const FeedEntry& entry, bool published) {
    Members members;
    members.text("id", entry.id).text("url", published ? entry.address : "").text("title", entry.title);
    members.text("language", entry.language).text("date_published", entry.published);
    if (!entry.authors.empty()) members.member("authors", authors_of(entry.authors));
    if (!entry.tags.empty()) members.member("tags", strings(entry.tags));
    // An item has to have content, be it empty.
    return members.text("summary", entry.summary).member("content_html", json_string(permitted(entry.content))).str();
}

} // namespace

std::string write_json_feed(const Job& job, const std::vector<FeedEntry>& entries, const FeedPlaces& places, const std::string& address) {
    const Edition& edition = *job.edition;
    std::vector<std::string> items;
    for (const FeedEntry& entry : entries)
        items.push_back(item(entry, places.published));
    Members feed;
    feed.text("version", "https://jsonfeed.org/version/1.1").member("title", json_string(permitted(edition.title)));
    if (places.published) feed.text("home_page_url", places.home).text("feed_url", address);
    feed.text("description", edition.subtitle);
    if (is_language_tag(edition.language)) feed.text("language", edition.language);
    return feed.member("authors", authors_of({feed_author(edition)})).member("items", array(items)).str() + "\n";
}

} // namespace halfstar::html
