#include "backends/html/frame.h"

#include "backends/html/facts.h"
#include "document/tree.h"

#include <utility>

namespace halfstar::html {
namespace {

void meta(Markup& out, std::string_view key, std::string_view name, std::string_view content) {
    if (content.empty()) return;
    out.single(Tag("meta").set(key, name).set("content", content));
    out.line();
}

} // namespace

Frame::Frame(const Job& job, const Locale& locale, PageFacts facts)
    : job_(job), edition_(*job.edition), locale_(locale), facts_(std::move(facts)) {}

Tag& Frame::ours(Tag& tag) const {
    return same_language(locale_.language, facts_.language)
               ? tag
               : tag.language(Syntax::html, locale_.language, Direction::inherit);
}

void Frame::head(Markup& out, std::string_view sheet) const {
    const Direction direction =
        edition_.direction == Direction::right_to_left ? Direction::right_to_left : Direction::inherit;
    out.raw("<!DOCTYPE html>\n");
    out.open(Tag("html").language(Syntax::html, facts_.language, direction));
    out.raw("\n<head>\n<meta charset=\"utf-8\">\n");
    out.element(Tag("title"), facts_.title);
    out.line();
    meta(out, "name", "viewport", "width=device-width, initial-scale=1");
    meta(out, "name", "description", facts_.description);
    meta(out, "name", "author", facts_.author);
    meta(out, "name", "generator", job_.build.producer);
    open_graph(out);
    if (!facts_.address.empty()) {
        out.single(Tag("link").set("rel", "canonical").set("href", facts_.address));
        out.line();
    }
    out.raw(sheet);
    if (!facts_.jsonld.empty()) {
        out.raw("<script type=\"application/ld+json\">\n");
        out.raw(facts_.jsonld);
        out.raw("\n</script>\n");
    }
    out.raw("</head>\n");
}

void Frame::open_graph(Markup& out) const {
    meta(out, "property", "og:title", facts_.title);
    meta(out, "property", "og:type", facts_.type);
    meta(out, "property", "og:description", facts_.description);
    std::string locale = facts_.spoken.empty() ? facts_.language : facts_.spoken;
    if (const std::size_t at = locale.find('-'); at != std::string::npos) locale[at] = '_';
    meta(out, "property", "og:locale", locale);
    meta(out, "property", "og:site_name", edition_.publisher);
    meta(out, "property", "og:url", facts_.address);
    if (!facts_.picture.empty() && job_.cover) {
        meta(out, "property", "og:image", facts_.picture);
        meta(out, "property", "og:image:width", std::to_string(job_.cover->width));
        meta(out, "property", "og:image:height", std::to_string(job_.cover->height));
        meta(out, "property", "og:image:alt", job_.cover->alternative);
    }
    meta(out, "property", "article:published_time", facts_.published);
    for (const std::string& tag : facts_.tags)
        meta(out, "property", "article:tag", tag);
}

void Frame::open_body(Markup& out, std::string_view css_class) const {
    out.open(Tag("body").set("class", css_class));
    out.line();
    Tag skip("a");
    out.element(ours(skip.set("class", "skip").set("href", "#main")), locale_.word("skip-to-content"));
    out.line();
}

void Frame::foot(Markup& out, std::string_view links) const {
    out.open(Tag("footer").set("class", "colophon"));
    out.line();
    if (!edition_.rights.empty()) out.element(Tag("p").set("class", "rights"), edition_.rights);
    out.raw(links);
    Tag line("p");
    out.element(ours(line), Locale::fill(locale_.word("typeset-by"), {job_.build.producer}));
    out.line();
    out.close("footer");
    out.raw("\n</body>\n</html>\n");
}

PageFacts facts_of(const Piece& piece) {
    PageFacts facts;
    facts.title = full_title(piece);
    facts.language = piece.language;
    facts.spoken = piece.language;
    const bool quoted = piece.summary.empty() && piece.epigraph;
    facts.description = plain_text(quoted ? piece.epigraph->words : piece.summary);
    facts.author = joined(piece.authors, ", ");
    facts.type = "article";
    if (const Date* date = appeared(piece)) facts.published = iso_date(*date);
    facts.tags = piece.tags;
    return facts;
}

} // namespace halfstar::html
