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
#include "foundation/data/embedded.h"

#include <halfstar/style.h>

#include <set>
#include <string>
#include <vector>

namespace halfstar::html {
namespace {

class SiteWriter {
public:
    SiteWriter(const Job& job, Sink& sink, Diagnostics& diagnostics)
        : job_(job), edition_(*job.edition), sink_(sink), site_(job, diagnostics) {}

    Result<void> write() {
        if (Result<void> sent = send(site_style, sheet()); !sent) return sent;
        if (has_filter(edition_))
            if (Result<void> sent = send(site_script, script()); !sent) return sent;
        if (Result<void> sent = send(site_home, write_home(site_)); !sent) return sent;
        for (const IssuePart part : shown_parts(edition_))
            if (Result<void> sent = write(part); !sent) return sent;
        if (Result<void> sent = feeds(); !sent) return sent;
        if (Result<void> sent = sitemap(); !sent) return sent;
        if (site_.has_banner())
            if (Result<void> sent = send(site_banner, job_.cover->png); !sent) return sent;
        return pictures();
    }

private:
    Result<void> send(std::string_view path, std::string_view bytes) {
        Result<std::unique_ptr<OutputFile>> file = sink_.open(path);
        if (!file) return file.error();
        if (Result<void> sent = (*file)->write(bytes); !sent) return sent;
        if (path.ends_with(".html")) pages_.emplace_back(path);
        return (*file)->close();
    }

    std::string sheet() const {
        return custom_properties(*job_.style) + style_sheet(*job_.style, "screen.css") +
               style_sheet(*job_.style, "site.css");
    }

    /// One for all styles: what it makes is dressed by their sheets.
    static std::string_view script() { return embedded_file("styles/programme/site.js").value_or(""); }

    Result<void> write(IssuePart part) {
        switch (part) {
        case IssuePart::reviews: return reviews();
        case IssuePart::letter: return send(Site::path_of(part), piece_page(*edition_.letter, part));
        case IssuePart::about: return send(Site::path_of(part), piece_page(*edition_.about, part));
        case IssuePart::people: return people();
        case IssuePart::films:
        case IssuePart::contributors:
        case IssuePart::pictures:
        case IssuePart::numbers: return send(Site::path_of(part), part_page(part));
        case IssuePart::cover:
        case IssuePart::masthead:
        case IssuePart::contents:
        case IssuePart::colophon:
        case IssuePart::back: break;
        }
        return {};
    }

    Result<void> reviews() {
        for (const Piece& piece : edition_.pieces)
            if (Result<void> sent = send(site_.path_of(piece), piece_page(piece, std::nullopt)); !sent) return sent;
        return {};
    }

    /// The index, and a page for each director.
    Result<void> people() {
        if (Result<void> sent = send(Site::path_of(IssuePart::people), part_page(IssuePart::people)); !sent) return sent;
        for (const Directors::Director& director : site_.directors().all())
            if (Result<void> sent = send(director.path, write_director_page(site_, director)); !sent) return sent;
        return {};
    }

    std::string piece_page(const Piece& piece, std::optional<IssuePart> part) const {
        const std::string path = site_.path_of(piece);
        PageFacts facts = facts_of(piece);
        facts.jsonld = write_jsonld(edition_, {&piece}, [&](const Piece&) { return site_.published(path); });
        SitePage page(site_, path, std::move(facts), part);
        page.open("site one");
        write_article(page.out(), page.dress(), piece, Outline(piece, id_prefix(piece)));
        if (!part) neighbours(page, piece);
        page.close();
        return page.out().str();
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

    std::string part_page(IssuePart part) const {
        PageFacts facts;
        facts.title = site_.locale().word(part_words(part));
        facts.language = edition_.language;
        SitePage page(site_, Site::path_of(part), std::move(facts), part);
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
        return page.out().str();
    }

    Result<void> feeds() {
        FeedPlaces places;
        places.published = site_.is_published();
        const auto place = [this](std::string_view path) {
            const std::string address = site_.published(path);
            return address.empty() ? std::string(path) : address;
        };
        places.home = place(site_home);
        places.of_piece = [&](const Piece& piece) { return place(site_.path_of(piece)); };
        Dress dress = site_.dress_at(site_feed);
        dress.piece_address = places.of_piece;
        dress.picture_place = [&](const Picture& picture) {
            return PicturePlace{PicturePlace::Kind::file, place(Site::path_of(picture))};
        };
        const std::vector<FeedEntry> entries = feed_entries(edition_, dress, places);
        if (Result<void> sent = send(site_feed, write_atom_feed(job_, entries, places, place(site_feed))); !sent) return sent;
        return send(site_json_feed, write_json_feed(job_, entries, places, place(site_json_feed)));
    }

    /// Addresses of all pages, which search engines want whole: there is none of a site without an address.
    Result<void> sitemap() {
        if (!site_.is_published()) return {};
        Markup out(Syntax::xhtml);
        out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        out.open(Tag("urlset").set("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
        out.line();
        for (const std::string& page : pages_) {
            out.open("url");
            out.element(Tag("loc"), site_.published(page));
            out.close("url");
            out.line();
        }
        out.close("urlset");
        out.line();
        return send("sitemap.xml", out.str());
    }

    /// Each picture once, however many pages show it.
    Result<void> pictures() {
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
    Site site_;
    std::vector<std::string> pages_; ///< that were written
};

} // namespace

Result<void> write_site(const Job& job, Sink& sink, Diagnostics& diagnostics) {
    return SiteWriter(job, sink, diagnostics).write();
}

} // namespace halfstar::html
