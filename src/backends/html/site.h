// A site as its pages see it: where everything stands, what leads where from a page, and what every page
// has round its content.
#pragma once

#include "backends/html/directors.h"
#include "backends/html/dress.h"
#include "backends/html/frame.h"

#include <halfstar/backend.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::html {

constexpr std::string_view site_style = "style.css";
constexpr std::string_view site_feed = "feed.xml";
constexpr std::string_view site_json_feed = "feed.json";
constexpr std::string_view site_banner = "banner.png";
constexpr std::string_view site_home = "index.html";

class Site {
public:
    Site(const Job& job, Diagnostics& diagnostics);
    /// The same, for pages that are written beside others: what a dress cannot carry is told apart from theirs.
    Site(const Site& site, Diagnostics& diagnostics);

    const Job& job() const { return job_; }
    const Edition& edition() const { return edition_; }
    const Locale& locale() const { return locale_; }

    /// Paths of files from the site's folder, each once: no two pictures or pieces share one.
    std::string path_of(const Piece& piece) const;
    /// None where the edition has no index of people.
    const Directors& directors() const { return *directors_; }
    static std::string path_of(IssuePart part);
    static std::string path_of(const Picture& picture);

    /// How pieces are written on the page at `path`: with addresses from its folder.
    Dress dress_at(std::string_view path) const;
    /// Where the file at `path` will be published; empty when the edition has no address.
    std::string published(std::string_view path) const;
    bool is_published() const { return !base_.empty(); }
    /// Whether there is a picture to be shown with links to it.
    bool has_banner() const { return is_published() && job_.cover.has_value(); }

private:
    const Job& job_;
    const Edition& edition_;
    const Locale& locale_;
    Diagnostics& diagnostics_;
    std::shared_ptr<const Directors> directors_;
    std::string base_; ///< ends in '/', or empty
};

/// The address of the file at `to` from the page at `from`.
std::string way(std::string_view from, std::string_view to);

/// A page of a site in the making.
class SitePage {
public:
    /// `facts.title` is the page's own; the site's is added where it differs. `part` is marked in the navigation.
    SitePage(const Site& site, std::string path, PageFacts facts, std::optional<IssuePart> part);

    Markup& out() { return out_; }
    const Dress& dress() const { return dress_; }
    const std::string& path() const { return path_; }
    const Site& site() const { return site_; }

    /// From the document type to the start of the content; `hero` (markup) stands first in it.
    void open(std::string_view css_class, std::string_view hero = {});
    /// The end of the content and of the page.
    void close();

private:
    void band();
    void item(IssuePart part, std::string_view words);

    const Site& site_;
    std::string path_;
    std::optional<IssuePart> part_;
    Frame frame_;
    Dress dress_;
    Markup out_;
};

/// The words by which the navigation calls a part.
std::string_view part_words(IssuePart part);

} // namespace halfstar::html
