#include "backends/html/site.h"

#include "backends/html/images.h"
#include "backends/html/links.h"
#include "backends/html/parts.h"

#include <halfstar/style.h>

#include <algorithm>
#include <utility>

namespace halfstar::html {
namespace {

PageFacts complete(PageFacts facts, const Site& site, std::string_view path) {
    const std::string& name = site.edition().title;
    if (facts.title.empty())
        facts.title = name;
    else if (!name.empty() && facts.title != name)
        facts.title += " · " + name;
    facts.spoken = facts.language;
    // The words round a piece are the edition's; the piece says its own language.
    facts.language = site.edition().language;
    facts.address = site.published(path);
    if (site.has_banner()) facts.picture = site.published(site_banner);
    return facts;
}

} // namespace

std::string way(std::string_view from, std::string_view to) {
    const std::string_view folder = from.substr(0, from.rfind('/') + 1);
    if (to.starts_with(folder)) return std::string(to.substr(folder.size()));
    std::string up;
    for (const char c : from)
        if (c == '/') up += "../";
    return up.append(to);
}

Site::Site(const Job& job, Diagnostics& diagnostics)
    : job_(job), edition_(*job.edition), locale_(locale_for(edition_.language)), diagnostics_(diagnostics),
      base_(outward_address(edition_.url).value_or("")) {
    directors_ = shows(edition_, IssuePart::people) ? std::make_shared<Directors>(edition_) : std::make_shared<Directors>();
    if (!base_.starts_with("http")) base_.clear();
    base_ = base_.substr(0, base_.find_first_of("?#"));
    // The address of the first page is that of its folder.
    const std::size_t slash = base_.rfind('/');
    if (base_.ends_with(".html")) base_ = base_.substr(0, slash);
    if (!base_.empty() && !base_.ends_with('/')) base_ += '/';
}

Site::Site(const Site& site, Diagnostics& diagnostics)
    : job_(site.job_), edition_(site.edition_), locale_(site.locale_), diagnostics_(diagnostics), directors_(site.directors_),
      base_(site.base_) {}

std::string Site::path_of(const Piece& piece) const {
    if (edition_.letter && &piece == &*edition_.letter) return path_of(IssuePart::letter);
    if (edition_.about && &piece == &*edition_.about) return path_of(IssuePart::about);
    return "reviews/" + piece.key + ".html";
}

std::string Site::path_of(IssuePart part) {
    switch (part) {
    case IssuePart::letter: return "letter.html";
    case IssuePart::numbers: return "numbers.html";
    case IssuePart::films: return "films.html";
    case IssuePart::people: return "people.html";
    case IssuePart::about: return "about.html";
    case IssuePart::contributors: return "contributors.html";
    case IssuePart::pictures: return "picture-credits.html";
    case IssuePart::reviews:
    case IssuePart::cover:
    case IssuePart::masthead:
    case IssuePart::contents:
    case IssuePart::colophon:
    case IssuePart::back: break;
    }
    return std::string(site_home);
}

std::string Site::path_of(const Picture& picture) {
    return "pictures/" + picture_stem(picture) + std::string(extension_of(picture.format));
}

Dress Site::dress_at(std::string_view path) const {
    Dress dress;
    dress.syntax = Syntax::html;
    dress.edition = &edition_;
    dress.locale = &locale_;
    dress.long_title_from = 18;
    dress.leads_beside = false;
    if (!job_.style->pages.empty()) dress.missing_stars_outlined = job_.style->pages[0].stars.missing_outlined;
    dress.picture_place = [from = std::string(path)](const Picture& picture) {
        return PicturePlace{PicturePlace::Kind::file, way(from, path_of(picture))};
    };
    dress.piece_address = [this, from = std::string(path)](const Piece& piece) { return way(from, path_of(piece)); };
    dress.person_address = [this, from = std::string(path)](const std::string& name) {
        const std::string page = directors_->path_of(name);
        return page.empty() ? page : way(from, page);
    };
    dress.diagnostics = &diagnostics_;
    return dress;
}

std::string Site::published(std::string_view path) const {
    if (base_.empty()) return {};
    return path == site_home ? base_ : base_ + std::string(path);
}

std::string_view part_words(IssuePart part) {
    switch (part) {
    case IssuePart::letter: return "letter";
    case IssuePart::numbers: return "numbers";
    case IssuePart::films: return "films";
    case IssuePart::people: return "people";
    case IssuePart::about: return "about";
    case IssuePart::contributors: return "notes-on-contributors";
    case IssuePart::pictures: return "picture-credits";
    case IssuePart::reviews:
    case IssuePart::cover:
    case IssuePart::masthead:
    case IssuePart::contents:
    case IssuePart::colophon:
    case IssuePart::back: break;
    }
    return "home";
}

SitePage::SitePage(const Site& site, std::string path, PageFacts facts, std::optional<IssuePart> part)
    : site_(site), path_(std::move(path)), part_(part),
      frame_(site.job(), site.locale(), complete(std::move(facts), site, path_)), dress_(site.dress_at(path_)),
      out_(Syntax::html) {}

void SitePage::open(std::string_view css_class, std::string_view hero) {
    Markup links(Syntax::html);
    links.single(Tag("link").set("rel", "stylesheet").set("href", way(path_, site_style)));
    links.line();
    for (const auto& [type, file] : {std::pair{"application/atom+xml", site_feed}, {"application/feed+json", site_json_feed}}) {
        Tag feed("link");
        feed.set("rel", "alternate").set("type", type).set("href", way(path_, file));
        links.single(feed.set("title", site_.edition().title));
        links.line();
    }
    frame_.head(out_, links.str());
    frame_.open_body(out_, css_class);
    band();
    out_.open(Tag("main").set("id", "main"));
    out_.line();
    out_.raw(hero);
}

void SitePage::item(IssuePart part, std::string_view words) {
    out_.open("li");
    Tag link("a");
    link.set("href", way(path_, Site::path_of(part)));
    if (part_ == part) link.set("aria-current", "page");
    out_.element(link, words);
    out_.close("li");
    out_.line();
}

/// The band of colour at the head of every page: the site's name, and the ways to its parts.
void SitePage::band() {
    out_.open(Tag("header").set("class", "band"));
    out_.line();
    out_.open(Tag("p").set("class", "strong"));
    out_.element(Tag("a").set("href", way(path_, site_home)), site_.edition().title);
    out_.close("p");
    out_.line();
    Tag nav("nav");
    out_.open(frame_.ours(nav.set("class", "site").set("aria-label", site_.locale().word("contents"))));
    out_.line();
    out_.open("ul");
    out_.line();
    item(IssuePart::reviews, site_.locale().word("home"));
    for (const IssuePart part : shown_parts(site_.edition()))
        if (part != IssuePart::reviews) item(part, site_.locale().word(part_words(part)));
    out_.close("ul");
    out_.line();
    out_.close("nav");
    out_.line();
    out_.close("header");
    out_.line();
}

void SitePage::close() {
    out_.close("main");
    out_.line();
    Markup links(Syntax::html);
    links.open("p");
    Tag feed("a");
    feed.set("href", way(path_, site_feed));
    links.element(frame_.ours(feed), site_.locale().word("feed"));
    links.close("p");
    links.line();
    frame_.foot(out_, links.str());
}

} // namespace halfstar::html
