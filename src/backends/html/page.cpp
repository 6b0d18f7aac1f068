// One web page with everything inside: style sheet, pictures, stars.

#include "backends/html/html.h"

#include "backends/html/article.h"
#include "backends/html/facts.h"
#include "backends/html/images.h"
#include "backends/html/jsonld.h"
#include "backends/html/links.h"
#include "backends/html/sheet.h"
#include "backends/html/stars.h"
#include "design/pictures/pictures.h"
#include "document/tree.h"
#include "foundation/base/hash.h"
#include "foundation/base/utf8.h"

#include <map>

namespace halfstar::html {
namespace {

/// Pictures by how often a page shows them: what is shown more than once is drawn once and used.
class PictureCounts {
public:
    explicit PictureCounts(const Edition& edition) {
        for (const Piece& piece : edition.pieces)
            count(piece);
    }

    PicturePlace place(const Picture& picture) const {
        const auto found = counts_.find(picture.digest);
        if (found == counts_.end() || found->second.uses < 2) return {PicturePlace::Kind::embedded, ""};
        return {PicturePlace::Kind::symbol, "picture-" + std::to_string(found->second.number)};
    }

    /// One definition of each picture that is shown more than once.
    void write_symbols(Markup& out) const {
        bool any = false;
        for (const Picture* picture : order_) {
            const PicturePlace place = this->place(*picture);
            if (place.kind != PicturePlace::Kind::symbol) continue;
            if (!any) out.open(Tag("svg").set("class", "store").set("width", "0").set("height", "0").set("aria-hidden", "true"));
            if (!any) out.open("defs");
            any = true;
            Tag tag("image");
            tag.set("id", place.name).set("width", std::to_string(picture->width));
            tag.set("height", std::to_string(picture->height));
            out.line();
            out.open(tag, "href", *picture);
            out.close("image");
        }
        if (!any) return;
        out.close("defs");
        out.close("svg");
        out.line();
    }

private:
    struct Count {
        std::size_t number = 0;
        int uses = 0;
    };

    void count(const Piece& piece) {
        each_image(piece, [&](const Image& image) { count(piece, image); });
    }

    void count(const Piece& piece, const Image& image) {
        if (!image.picture) return;
        const Picture& picture = piece.pictures[*image.picture];
        const auto [entry, is_new] = counts_.try_emplace(picture.digest, Count{counts_.size() + 1, 0});
        ++entry->second.uses;
        if (is_new) order_.push_back(&picture);
    }

    std::map<Digest, Count> counts_;
    std::vector<const Picture*> order_;
};

class PageWriter {
public:
    PageWriter(const Job& job, Diagnostics& diagnostics)
        : job_(job), edition_(*job.edition), locale_(locale_for(edition_.language)), counts_(edition_),
          single_(edition_.pieces.size() == 1) {
        dress_.syntax = Syntax::html;
        dress_.edition = &edition_;
        dress_.locale = &locale_;
        dress_.title_level = single_ ? 1 : 2;
        dress_.long_title_from = 18;
        if (!job.style->pages.empty()) dress_.missing_stars_outlined = job.style->pages[0].stars.missing_outlined;
        dress_.picture_place = [this](const Picture& picture) { return counts_.place(picture); };
        dress_.piece_address = [](const Piece& piece) { return "#" + piece_id(piece); };
        dress_.diagnostics = &diagnostics;
    }

    /// Sends the page out part by part: a piece and one picture are held at a time.
    Result<void> write(OutputFile& file) {
        Markup top(Syntax::html);
        head(top);
        body_top(top);
        if (Result<void> sent = send(top, file); !sent) return sent;
        for (const Piece& piece : edition_.pieces) {
            Markup article(Syntax::html);
            const Outline outline(piece, id_prefix(piece));
            write_article(article, dress_, piece, outline);
            if (Result<void> sent = send(article, file); !sent) return sent;
        }
        Markup bottom(Syntax::html);
        body_bottom(bottom);
        return send(bottom, file);
    }

private:
    Tag root() const {
        const Direction direction =
            edition_.direction == Direction::right_to_left ? Direction::right_to_left : Direction::inherit;
        return Tag("html").language(Syntax::html, page_language(), direction);
    }

    /// A page of one piece is in that piece's language.
    const std::string& page_language() const {
        return single_ ? edition_.pieces.front().language : edition_.language;
    }

    std::string title() const { return single_ ? full_title(edition_.pieces.front()) : edition_.title; }

    std::string description() const {
        if (!single_) return edition_.subtitle;
        const Piece& piece = edition_.pieces.front();
        if (!piece.summary.empty()) return plain_text(piece.summary);
        return piece.epigraph ? plain_text(piece.epigraph->words) : std::string();
    }

    static void meta(Markup& out, std::string_view key, std::string_view name, std::string_view content) {
        if (content.empty()) return;
        out.single(Tag("meta").set(key, name).set("content", content));
        out.line();
    }

    void head(Markup& out) const {
        out.raw("<!DOCTYPE html>\n");
        out.open(root());
        out.raw("\n<head>\n<meta charset=\"utf-8\">\n");
        out.element(Tag("title"), title());
        out.line();
        meta(out, "name", "viewport", "width=device-width, initial-scale=1");
        meta(out, "name", "description", description());
        if (single_) meta(out, "name", "author", joined(edition_.pieces.front().authors, ", "));
        meta(out, "name", "generator", job_.build.producer);
        open_graph(out);
        if (const auto url = outward_address(edition_.url)) {
            out.single(Tag("link").set("rel", "canonical").set("href", *url));
            out.line();
        }
        out.raw("<style>\n");
        out.raw(custom_properties(*job_.style));
        out.raw(style_sheet(*job_.style, "screen.css"));
        out.raw("</style>\n<script type=\"application/ld+json\">\n");
        out.raw(write_jsonld(edition_));
        out.raw("\n</script>\n</head>\n");
    }

    void open_graph(Markup& out) const {
        meta(out, "property", "og:title", title());
        meta(out, "property", "og:type", single_ ? "article" : "website");
        meta(out, "property", "og:description", description());
        std::string locale = page_language();
        if (const std::size_t at = locale.find('-'); at != std::string::npos) locale[at] = '_';
        meta(out, "property", "og:locale", locale);
        meta(out, "property", "og:site_name", edition_.publisher);
        meta(out, "property", "og:url", outward_address(edition_.url).value_or(""));
        if (!single_) return;
        const Piece& piece = edition_.pieces.front();
        if (const Date* date = appeared(piece)) meta(out, "property", "article:published_time", iso_date(*date));
        for (const std::string& tag : piece.tags)
            meta(out, "property", "article:tag", tag);
    }

    /// Marks words of ours where the page is in another language.
    Tag& ours(Tag& tag) const {
        return same_language(locale_.language, page_language())
                   ? tag
                   : tag.language(Syntax::html, locale_.language, Direction::inherit);
    }

    void body_top(Markup& out) const {
        out.open(Tag("body").set("class", single_ ? "one" : "many"));
        out.line();
        Tag skip("a");
        out.element(ours(skip.set("class", "skip").set("href", "#main")), locale_.word("skip-to-content"));
        out.line();
        counts_.write_symbols(out);
        band(out);
        out.open(Tag("main").set("id", "main"));
        out.line();
        if (!single_) contents(out);
    }

    static std::string_view kind_key(PieceKind kind) {
        switch (kind) {
        case PieceKind::review: return "review";
        case PieceKind::essay: return "essay";
        case PieceKind::interview: return "interview";
        case PieceKind::list: return "list";
        case PieceKind::listings: return "listings";
        }
        return "review";
    }

    /// The band of colour at the head: who publishes, what it is, and when.
    void band(Markup& out) const {
        const Date* date = single_ ? day_of(edition_.pieces.front()) : (edition_.date ? &*edition_.date : nullptr);
        const std::string& name = edition_.publisher.empty() ? edition_.editor : edition_.publisher;
        out.open(Tag("header").set("class", "band"));
        out.line();
        if (!name.empty()) item(out, Tag("p").set("class", "strong"), name);
        Tag kind("p");
        if (name.empty()) kind.set("class", "strong");
        item(out, ours(kind), locale_.word(single_ ? kind_key(edition_.pieces.front().kind) : "reviews"));
        Tag day("p");
        if (date != nullptr) item(out, ours(day), locale_.weekday_date(*date));
        out.close("header");
        out.line();
    }

    static void item(Markup& out, const Tag& tag, std::string_view words) {
        out.element(tag, words);
        out.line();
    }

    void contents(Markup& out) const {
        out.open(Tag("div").set("class", "cover"));
        out.line();
        constexpr std::size_t poster = 28; // characters that can be set as large as a cover's
        out.element(utf8::count(edition_.title) > poster ? Tag("h1").set("class", "long") : Tag("h1"), edition_.title);
        out.line();
        if (!edition_.subtitle.empty()) out.element(Tag("p").set("class", "subtitle"), edition_.subtitle);
        Tag nav("nav");
        out.open(ours(nav.set("class", "contents").set("aria-label", locale_.word("contents"))));
        out.line();
        out.open("ol");
        out.line();
        for (const Piece& piece : edition_.pieces)
            entry(out, piece);
        out.close("ol");
        out.line();
        out.close("nav");
        out.line();
        out.close("div");
        out.line();
    }

    void entry(Markup& out, const Piece& piece) const {
        out.open("li");
        Tag link("a");
        if (!same_language(piece.language, locale_.language))
            link.language(Syntax::html, piece.language, Direction::inherit);
        out.element(link.set("href", "#" + piece_id(piece)), piece.title.value);
        const Work* work = only_work(piece);
        const std::string directors = work == nullptr ? "" : joined(names_in(*work, Role::director), ", ");
        if (!directors.empty()) {
            out.raw(" ");
            out.element(Tag("span").set("class", "director"), directors);
        }
        out.close("li");
        out.line();
    }

    void body_bottom(Markup& out) const {
        out.close("main");
        out.line();
        out.open(Tag("footer").set("class", "colophon"));
        out.line();
        if (!edition_.rights.empty()) out.element(Tag("p").set("class", "rights"), edition_.rights);
        Tag line("p");
        out.element(ours(line), Locale::fill(locale_.word("typeset-by"), {job_.build.producer}));
        out.line();
        out.close("footer");
        out.raw("\n</body>\n</html>\n");
    }

    Result<void> send(const Markup& markup, OutputFile& file) const {
        const std::string_view text = markup.str();
        std::size_t at = 0;
        for (const Embedding& embedding : markup.embeddings()) {
            if (Result<void> sent = file.write(text.substr(at, embedding.offset - at)); !sent) return sent;
            if (Result<void> sent = send(*embedding.picture, file); !sent) return sent;
            at = embedding.offset;
        }
        return file.write(text.substr(at));
    }

    Result<void> send(const Picture& picture, OutputFile& file) const {
        const Result<std::string> bytes = job_.resources->bytes(picture);
        if (!bytes) return bytes.error();
        const std::string start = "data:" + std::string(media_type(picture.format)) + ";base64,";
        if (Result<void> sent = file.write(start); !sent) return sent;
        constexpr std::size_t part = 3 << 16; // a multiple of three: only the last part is padded
        for (std::size_t at = 0; at < bytes->size(); at += part)
            if (Result<void> sent = file.write(base64(std::string_view(*bytes).substr(at, part))); !sent) return sent;
        return {};
    }

    const Job& job_;
    const Edition& edition_;
    const Locale& locale_;
    PictureCounts counts_;
    bool single_;
    Dress dress_;
};

} // namespace

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics) {
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    if (!file) return file.error();
    if (Result<void> written = PageWriter(job, diagnostics).write(**file); !written) return written;
    return (*file)->close();
}

} // namespace halfstar::html
