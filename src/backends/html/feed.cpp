#include "backends/html/feed.h"

#include "foundation/base/utc.h"

namespace halfstar::html {
namespace {

class FeedWriter {
public:
    FeedWriter(const Job& job, const FeedPlaces& places) : job_(job), edition_(*job.edition), places_(places), out_(Syntax::xhtml) {}

    std::string write(const std::vector<FeedEntry>& entries, const std::string& address) {
        out_.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        Tag feed("feed");
        feed.set("xmlns", "http://www.w3.org/2005/Atom");
        if (is_language_tag(edition_.language)) feed.set("xml:lang", edition_.language);
        out_.open(feed);
        out_.line();
        line("id", feed_id(edition_, places_));
        line("title", edition_.title);
        if (!edition_.subtitle.empty()) line("subtitle", edition_.subtitle);
        line("updated", iso_utc(job_.build.timestamp));
        link("self", "application/atom+xml", address);
        link("alternate", "text/html", places_.home);
        author(feed_author(edition_));
        if (!edition_.rights.empty()) line("rights", edition_.rights);
        line("generator", job_.build.producer);
        for (const FeedEntry& one : entries)
            entry(one);
        out_.close("feed");
        out_.line();
        return out_.take();
    }

private:
    void line(std::string_view name, std::string_view words) {
        out_.element(Tag(name), words);
        out_.line();
    }

    void link(std::string_view relation, std::string_view type, std::string_view address) {
        out_.single(Tag("link").set("rel", relation).set("type", type).set("href", address));
        out_.line();
    }

    void author(std::string_view name) {
        out_.open("author");
        out_.element(Tag("name"), name);
        out_.close("author");
        out_.line();
    }

    void entry(const FeedEntry& entry) {
        out_.open(Tag("entry").maybe("xml:lang", entry.language));
        out_.line();
        line("id", entry.id);
        line("title", entry.title);
        link("alternate", "text/html", entry.address);
        if (!entry.published.empty()) line("published", entry.published);
        line("updated", entry.published.empty() ? iso_utc(job_.build.timestamp) : entry.published);
        for (const std::string& name : entry.authors)
            author(name);
        for (const std::string& tag : entry.tags) {
            out_.single(Tag("category").set("term", tag));
            out_.line();
        }
        if (!entry.summary.empty()) line("summary", entry.summary);
        out_.element(Tag("content").set("type", "html"), entry.content);
        out_.line();
        out_.close("entry");
        out_.line();
    }

    const Job& job_;
    const Edition& edition_;
    const FeedPlaces& places_;
    Markup out_;
};

} // namespace

std::string write_atom_feed(const Job& job, const std::vector<FeedEntry>& entries, const FeedPlaces& places, const std::string& address) {
    return FeedWriter(job, places).write(entries, address);
}

} // namespace halfstar::html
