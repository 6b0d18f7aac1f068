// One web page with everything inside: style sheet, pictures, stars.

#include "backends/html/html.h"

#include "backends/html/article.h"
#include "backends/html/contents.h"
#include "backends/html/facts.h"
#include "backends/html/frame.h"
#include "backends/html/images.h"
#include "backends/html/jsonld.h"
#include "backends/html/links.h"
#include "backends/html/parts.h"
#include "backends/html/sheet.h"
#include "backends/html/stars.h"
#include "design/pictures/pictures.h"
#include "foundation/base/hash.h"
#include "foundation/base/utf8.h"

#include <map>

namespace halfstar::html {
namespace {

/// Pictures by how often a page shows them: what is shown more than once is drawn once and used.
class PictureCounts {
public:
    explicit PictureCounts(const Edition& edition) {
        each_picture(edition, [&](const Picture& picture) { count(picture); });
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

    void count(const Picture& picture) {
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
          pieces_(shown_pieces(edition_)), single_(pieces_.size() == 1), frame_(job, locale_, facts()) {
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
        frame_.head(top, "<style>\n" + custom_properties(*job_.style) +
                             style_sheet(*job_.style, "screen.css") + "</style>\n");
        body_top(top);
        if (Result<void> sent = send(top, file); !sent) return sent;
        for (const Piece* piece : pieces_)
            if (Result<void> sent = write(*piece, file); !sent) return sent;
        Markup bottom(Syntax::html);
        bottom.close("main");
        bottom.line();
        frame_.foot(bottom);
        return send(bottom, file);
    }

private:
    PageFacts facts() const {
        PageFacts facts;
        if (single_) {
            facts = facts_of(*pieces_.front());
        } else {
            facts.title = edition_.title;
            facts.language = edition_.language;
            facts.description = edition_.subtitle;
        }
        facts.address = outward_address(edition_.url).value_or("");
        facts.jsonld = write_jsonld(edition_, pieces_, [&](const Piece& piece) {
            return single_ || facts.address.empty() ? facts.address : facts.address + "#" + piece_id(piece);
        });
        return facts;
    }

    /// A piece, under the heading of its section where it is the section's first.
    Result<void> write(const Piece& piece, OutputFile& file) {
        Markup out(Syntax::html);
        const Section* section = section_of(edition_, piece);
        if (section != nullptr && &edition_.pieces[section->first] == &piece) {
            Tag heading("h2");
            heading.set("class", "section").set("id", section_id(*section));
            out.element(heading, section->title);
            out.line();
        }
        if (!single_) dress_.title_level = section == nullptr ? 2 : 3;
        const Outline outline(piece, id_prefix(piece));
        write_article(out, dress_, piece, outline);
        return send(out, file);
    }

    void body_top(Markup& out) const {
        frame_.open_body(out, single_ ? "one" : "many");
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
        const Date* date = single_ ? day_of(*pieces_.front()) : (edition_.date ? &*edition_.date : nullptr);
        const std::string& name = edition_.publisher.empty() ? edition_.editor : edition_.publisher;
        out.open(Tag("header").set("class", "band"));
        out.line();
        if (!name.empty()) item(out, Tag("p").set("class", "strong"), name);
        Tag kind("p");
        if (name.empty()) kind.set("class", "strong");
        item(out, frame_.ours(kind), locale_.word(single_ ? kind_key(pieces_.front()->kind) : "reviews"));
        Tag day("p");
        if (date != nullptr) item(out, frame_.ours(day), locale_.weekday_date(*date));
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
        write_contents(out, dress_);
        out.close("div");
        out.line();
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
    std::vector<const Piece*> pieces_;
    bool single_;
    Frame frame_;
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
