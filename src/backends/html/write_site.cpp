// Which files a site has, and what stands in each.

#include "backends/html/html.h"

#include "backends/html/article.h"
#include "backends/html/contents.h"
#include "backends/html/facts.h"
#include "backends/html/contributors.h"
#include "backends/html/feed.h"
#include "backends/html/filter.h"
#include "backends/html/images.h"
#include "backends/html/indexes.h"
#include "backends/html/jsonld.h"
#include "backends/html/numbers.h"
#include "backends/html/parts.h"
#include "backends/html/sheet.h"
#include "backends/html/site_home.h"
#include "foundation/base/parallel.h"
#include "foundation/data/embedded.h"

#include <halfstar/style.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::html {
namespace {

/// A file of the site: where it stands, and how it is made.
struct SiteFile {
    std::string path;
    std::function<Result<std::string>(const Site&)> make;
};

/// What came of making one and sending it.
struct SentFile {
    Result<void> done;
    Diagnostics diagnostics;
};

/// The files of a site are made by several threads, and each sends what it made: a system takes as long to make a file as we take to
/// make what stands in it, and nobody waits for the largest pages.
class SiteWriter {
public:
    SiteWriter(const Job& job, Sink& sink, Diagnostics& diagnostics)
        : job_(job), edition_(*job.edition), sink_(sink), diagnostics_(diagnostics), site_(job, diagnostics) {}

    Result<void> write() {
        // First what may fail, so that nothing is left behind then.
        if (site_.has_banner()) add(site_banner, [this](const Site&) { return job_.cover->png(); });
        add(site_style, [this](const Site&) { return sheet(); });
        if (has_filter(edition_)) add(site_script, [](const Site&) { return std::string(script()); });
        add(site_home, write_home);
        for (const IssuePart part : shown_parts(edition_)) add(part);
        if (!job_.awaited.empty()) return send_awaited();
        feeds();
        if (site_.is_published()) add("sitemap.xml", [pages = pages()](const Site& site) { return sitemap(site, pages); });
        const Result<void> sent = send_files();
        return sent ? send_pictures() : sent;
    }

private:
    template <class Make> void add(std::string_view path, Make make) { files_.push_back({std::string(path), std::move(make)}); }

    /// Only the pages that somebody waits for.
    Result<void> send_awaited() {
        std::set<std::string> awaited;
        for (const Piece& piece : edition_.pieces)
            if (job_.awaited.contains(piece.key)) awaited.insert(site_.path_of(piece));
        std::erase_if(files_, [&](const SiteFile& file) { return !awaited.contains(file.path); });
        return send_files();
    }

    Result<void> send_files() {
        if (files_.empty()) return {};
        // The first by itself, so that nothing else is there when it fails.
        if (Result<void> first = settle(send_file(files_.front())); !first) return first;
        Ahead<SentFile> sent(files_.size() - 1, job_.jobs, [this](std::size_t i) { return send_file(files_[i + 1]); }, files_.size());
        for (std::size_t i = 1; i < files_.size(); ++i)
            if (Result<void> next = settle(sent.take()); !next) return next;
        return {};
    }

    /// On any thread.
    SentFile send_file(const SiteFile& file) {
        SentFile sent;
        const Result<std::string> bytes = file.make(Site(site_, sent.diagnostics));
        sent.done = bytes ? send(file.path, *bytes) : Result<void>(bytes.error());
        return sent;
    }

    Result<void> settle(SentFile sent) {
        diagnostics_.append(std::move(sent.diagnostics));
        return std::move(sent.done);
    }

    Result<void> send(std::string_view path, std::string_view bytes) {
        Result<std::unique_ptr<OutputFile>> file = sink_.open(path);
        if (!file) return file.error();
        if (Result<void> sent = (*file)->write(bytes); !sent) return sent;
        return (*file)->close();
    }

    /// The pages there are so far.
    std::vector<std::string> pages() const {
        std::vector<std::string> pages;
        for (const SiteFile& file : files_)
            if (file.path.ends_with(".html")) pages.push_back(file.path);
        return pages;
    }

    std::string sheet() const {
        return custom_properties(*job_.style) + style_sheet(*job_.style, "screen.css") +
               style_sheet(*job_.style, "site.css");
    }

    /// One for all styles: what it makes is dressed by their sheets.
    static std::string_view script() { return embedded_file("styles/programme/site.js").value_or(""); }

    void add(IssuePart part) {
        switch (part) {
        case IssuePart::reviews: return reviews();
        case IssuePart::letter: return add_piece(*edition_.letter, part);
        case IssuePart::about: return add_piece(*edition_.about, part);
        case IssuePart::people: return people();
        case IssuePart::films:
        case IssuePart::contributors:
        case IssuePart::pictures:
        case IssuePart::numbers: return add_part(part);
        case IssuePart::cover:
        case IssuePart::masthead:
        case IssuePart::contents:
        case IssuePart::colophon:
        case IssuePart::back: break;
        }
    }

    void add_piece(const Piece& piece, std::optional<IssuePart> part) {
        add(site_.path_of(piece), [this, &piece, part](const Site& site) { return piece_page(site, piece, part); });
    }
    void add_part(IssuePart part) {
        add(Site::path_of(part), [this, part](const Site& site) { return part_page(site, part); });
    }

    void reviews() {
        for (const Piece& piece : edition_.pieces) add_piece(piece, std::nullopt);
    }

    /// The index, and a page for each director.
    void people() {
        add_part(IssuePart::people);
        for (const Directors::Director& director : site_.directors().all())
            add(director.path, [&director](const Site& site) { return write_director_page(site, director); });
    }

    std::string piece_page(const Site& site, const Piece& piece, std::optional<IssuePart> part) const {
        const std::string path = site.path_of(piece);
        PageFacts facts = facts_of(piece);
        facts.jsonld = write_jsonld(edition_, {&piece}, [&](const Piece&) { return site.published(path); });
        SitePage page(site, path, std::move(facts), part);
        page.open("site one");
        write_article(page.out(), page.dress(), piece, Outline(piece, id_prefix(piece)));
        if (!part) neighbours(page, piece);
        page.close();
        return page.out().take();
    }

    /// The pieces before and after this one, and between them the section where all of them are.
    void neighbours(SitePage& page, const Piece& piece) const {
        const auto index = static_cast<std::size_t>(&piece - edition_.pieces.data());
        Markup& out = page.out();
        Tag nav("nav");
        nav.set("class", "neighbours").set("aria-label", site_.locale().word("reviews"));
        out.open(set_in_locale(nav, page.dress()));
        out.line();
        if (index > 0) neighbour(page, edition_.pieces[index - 1], "previous", "prev");
        if (const Section* section = section_of(edition_, piece)) {
            out.open(Tag("p").set("class", "section"));
            out.element(Tag("a").set("href", way(page.path(), site_home) + "#" + section_id(*section)),
                        section->title);
            out.close("p");
            out.line();
        }
        if (index + 1 < edition_.pieces.size()) neighbour(page, edition_.pieces[index + 1], "next", "next");
        out.close("nav");
        out.line();
    }

    void neighbour(SitePage& page, const Piece& piece, std::string_view words, std::string_view relation) const {
        Markup& out = page.out();
        out.open(Tag("p").set("class", relation));
        out.element(Tag("span").set("class", "which"), site_.locale().word(words));
        out.raw(" ");
        Tag link("a");
        set_as_piece(link, page.dress(), piece);
        out.element(link.set("rel", relation).set("href", page.dress().piece_address(piece)), piece.title.value);
        out.close("p");
        out.line();
    }

    std::string part_page(const Site& site, IssuePart part) const {
        PageFacts facts;
        facts.title = site.locale().word(part_words(part));
        facts.language = edition_.language;
        SitePage page(site, Site::path_of(part), std::move(facts), part);
        const bool numbers = part == IssuePart::numbers;
        page.open(numbers ? "site numbers-page" : "site index-page");
        const std::string index = "index " + std::string(part_words(part)) + "-index";
        page.out().open(Tag("div").set("class", numbers ? "numbers" : index));
        page.out().line();
        if (numbers)
            write_numbers(page.out(), page.dress(), 1);
        else if (part == IssuePart::contributors)
            write_contributors(page.out(), page.dress(), 1);
        else
            write_index(page.out(), page.dress(), index_of(part), 1);
        page.out().close("div");
        page.out().line();
        page.close();
        return page.out().take();
    }

    /// Both feeds say the same, so it is gathered once.
    void feeds() {
        const auto place = [this](std::string_view path) {
            const std::string address = site_.published(path);
            return address.empty() ? std::string(path) : address;
        };
        FeedPlaces places;
        places.published = site_.is_published();
        places.home = place(site_home);
        places.of_piece = [this, place](const Piece& piece) { return place(site_.path_of(piece)); };
        Dress dress = site_.dress_at(site_feed);
        dress.piece_address = places.of_piece;
        dress.picture_place = [place](const Picture& picture) {
            return PicturePlace{PicturePlace::Kind::file, place(Site::path_of(picture))};
        };
        const auto entries = std::make_shared<const std::vector<FeedEntry>>(feed_entries(edition_, dress, places));
        add(site_feed, [this, entries, places, at = place(site_feed)](const Site&) { return write_atom_feed(job_, *entries, places, at); });
        add(site_json_feed,
            [this, entries, places, at = place(site_json_feed)](const Site&) { return write_json_feed(job_, *entries, places, at); });
    }

    /// Addresses of all pages, which search engines want whole: there is none of a site without an address.
    static std::string sitemap(const Site& site, const std::vector<std::string>& pages) {
        Markup out(Syntax::xhtml);
        out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        out.open(Tag("urlset").set("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
        out.line();
        for (const std::string& page : pages) {
            out.open("url");
            out.element(Tag("loc"), site.published(page));
            out.close("url");
            out.line();
        }
        out.close("urlset");
        out.line();
        return out.str();
    }

    /// Each picture once, however many pages show it; one at a time, since pictures may be large.
    Result<void> send_pictures() {
        std::set<std::string> written;
        std::vector<Picture> order;
        each_picture(edition_, [&](const Picture& picture) {
            if (written.insert(Site::path_of(picture)).second) order.push_back(picture);
        });
        for (const Picture& picture : order) {
            const Result<std::string> bytes = job_.resources->bytes(picture);
            if (!bytes) return bytes.error();
            if (Result<void> sent = send(Site::path_of(picture), *bytes); !sent) return sent;
        }
        return {};
    }

    const Job& job_;
    const Edition& edition_;
    Sink& sink_;
    Diagnostics& diagnostics_;
    Site site_;
    std::vector<SiteFile> files_; ///< all but the pictures, in the order in which they are sent
};

} // namespace

Result<void> write_site(const Job& job, Sink& sink, Diagnostics& diagnostics) {
    return SiteWriter(job, sink, diagnostics).write();
}

} // namespace halfstar::html
