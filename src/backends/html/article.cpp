#include "backends/html/article.h"

#include "backends/html/facts.h"
#include "backends/html/flow.h"
#include "backends/html/stars.h"

#include "document/summary.h"
#include "document/tree.h"
#include "foundation/base/utf8.h"

namespace halfstar::html {
namespace {

/// Whether the words begin with a quotation mark, which is hung out of the edge.
bool opens_with_mark(const Inlines& words) {
    constexpr std::u32string_view marks = U"\"'“‘«„‚‹";
    const std::string text = plain_text(words);
    return !text.empty() && marks.find(utf8::decode(text, 0).code_point) != std::u32string_view::npos;
}

class ArticleWriter {
public:
    ArticleWriter(Markup& out, const Dress& dress, const Piece& piece, const Outline& outline)
        : out_(out), dress_(dress), piece_(piece), web_(!dress.is_xhtml()), flow_(dress, piece, outline, out) {}

    void write() {
        const std::string element = web_ ? "article" : "section";
        out_.open(frame(element));
        out_.line();
        write_head(out_, dress_, piece_);
        write_side(out_, dress_, piece_);
        if (poster_is_tall()) poster("poster tall");
        out_.open(Tag("div").set("class", "text"));
        out_.line();
        text();
        out_.close("div");
        out_.line();
        write_credits(out_, dress_, piece_);
        write_foot(out_, dress_, piece_);
        out_.close(element);
        out_.line();
    }

private:
    Tag frame(std::string_view element) const {
        Tag tag(element);
        tag.set("class", web_ ? "piece h-entry h-review" : "piece").set("id", piece_id(piece_));
        if (!web_) tag.set("epub:type", dress_.division).set("role", "doc-" + std::string(dress_.division));
        tag.set("aria-labelledby", id_prefix(piece_) + "_title");
        const bool turned = piece_.direction != dress_.edition->direction;
        return tag.language(dress_.syntax, piece_.language, turned ? piece_.direction : Direction::inherit);
    }

    void text() {
        if (piece_.spoilers) {
            Tag tag("p");
            tag.set("class", "spoilers").set("role", "note");
            out_.element(set_in_locale(tag, dress_, piece_), dress_.locale->word("spoilers"));
            out_.line();
        }
        if (piece_.epigraph) epigraph(*piece_.epigraph);
        if (!piece_.summary.empty() && !begins_with_summary(piece_)) {
            out_.open(Tag("p").set("class", web_ ? "summary p-summary" : "summary"));
            flow_.words(piece_.summary, piece_.summary_ordinal);
            out_.close("p");
            out_.line();
        }
        if (piece_.poster && !poster_is_tall()) poster("poster");
        if (!piece_.body.empty()) {
            out_.open(Tag("div").set("class", web_ ? "body e-content" : "body"));
            out_.line();
            flow_.body(piece_.body, end_mark(dress_.syntax));
            out_.close("div");
            out_.line();
        }
        if (!piece_.notes.empty() || !flow_.hidden().empty()) notes();
    }

    bool poster_is_tall() const {
        if (!piece_.poster || !piece_.poster->picture) return false;
        const Picture& picture = piece_.pictures[*piece_.poster->picture];
        return picture.height >= picture.width;
    }

    void poster(std::string_view css_class) {
        Inlines caption;
        if (!piece_.poster_caption.empty()) caption.push_back({Text{piece_.poster_caption}, {}});
        flow_.figure(css_class, *piece_.poster, caption);
        out_.line();
    }

    void epigraph(const Epigraph& epigraph) {
        Tag tag("blockquote");
        tag.set("class", "epigraph");
        if (!web_) tag.set("epub:type", "epigraph");
        out_.open(tag.set("role", "doc-epigraph"));
        out_.line();
        out_.open(opens_with_mark(epigraph.words) ? Tag("p").set("class", "hung") : Tag("p"));
        flow_.words(epigraph.words, epigraph.ordinal);
        out_.close("p");
        out_.line();
        if (!epigraph.source.empty()) {
            out_.open(Tag("p").set("class", "source"));
            flow_.inlines(epigraph.source);
            out_.close("p");
            out_.line();
        }
        out_.close("blockquote");
        out_.line();
    }

    void notes() {
        const std::string heading = "h" + std::to_string(dress_.title_level + 1);
        const std::string id = id_prefix(piece_) + "_notes";
        Tag section("section");
        section.set("class", "notes");
        // A landmark must be the only one of its name: among several pieces the notes of each are a plain section.
        const bool is_landmark = !web_ || dress_.title_level == 1;
        if (web_ && is_landmark) section.set("role", "doc-endnotes");
        if (is_landmark) section.set("aria-labelledby", id);
        out_.open(section);
        out_.line();
        Tag tag(heading);
        out_.element(set_in_locale(tag.set("id", id), dress_, piece_), dress_.locale->word("notes"));
        out_.line();
        if (web_) {
            out_.open("ol");
            out_.line();
        }
        for (std::uint32_t i = 0; i < piece_.notes.size(); ++i)
            web_ ? list_note(i) : aside_note(i);
        if (web_) {
            out_.close("ol");
            out_.line();
        }
        // One may hold another: the list grows while it is written.
        for (std::size_t i = 0; i < flow_.hidden().size(); ++i)
            aside_spoiler(i);
        out_.close("section");
        out_.line();
    }

    /// On the web: an item of the list of notes, with the ways back after its words.
    void list_note(std::uint32_t note) {
        out_.open(Tag("li").set("id", flow_.note_id(note)));
        out_.line();
        const bool spoiler = piece_.notes[note].kind == NoteKind::spoiler;
        if (spoiler) {
            out_.open(Tag("details").set("class", "spoiler"));
            Tag summary("summary");
            summary.set("class", "generated");
            out_.element(set_in_locale(summary, dress_, piece_), dress_.locale->word("spoiler"));
            out_.line();
        }
        flow_.note(piece_.notes[note].blocks, "", links_back(note, 0, "↩\uFE0E"));
        if (spoiler) out_.close("details");
        out_.close("li");
        out_.line();
    }

    /// In a book: an aside that reading systems can show beside the page; its number is the way back,
    /// and stands first, so that a reader who was led to the note by mistake is soon out of it.
    void aside_note(std::uint32_t note) {
        const std::string number = flow_.note_name(note) + ".";
        Tag tag("aside");
        tag.set("epub:type", "footnote").set("role", "doc-footnote").set("id", flow_.note_id(note));
        out_.open(tag);
        out_.line();
        Markup first(dress_.syntax);
        const std::vector<std::string> ids = flow_.reference_ids(note);
        if (ids.empty())
            first.element(Tag("span").set("class", "number"), number);
        else
            back(first, note, ids.front(), number, "number");
        flow_.note(piece_.notes[note].blocks, first.str() + " ", links_back(note, 1, "↩\uFE0E"));
        out_.close("aside");
        out_.line();
    }

    /// A block that gives something away, as a note is; the way back stands first.
    void aside_spoiler(std::size_t number) {
        const std::string id = flow_.hidden_id(number), mark = flow_.hidden_mark_id(number);
        Tag tag("aside");
        tag.set("epub:type", "footnote").set("role", "doc-footnote").set("id", id);
        out_.open(tag);
        out_.line();
        Markup first(dress_.syntax);
        Tag link("a");
        link.set("class", "back").set("href", "#" + mark).set("role", "doc-backlink").set("epub:type", "backlink");
        set_in_locale(link, dress_, piece_);
        first.element(link.set("aria-label", dress_.locale->word("back-to-text")), dress_.locale->word("spoiler"));
        flow_.note(flow_.hidden()[number]->blocks, first.str() + " ", "");
        out_.close("aside");
        out_.line();
    }

    /// Links to the places that refer to the note, from the one at `from` on.
    std::string links_back(std::uint32_t note, std::size_t from, std::string_view words) {
        Markup links(dress_.syntax);
        const std::vector<std::string> ids = flow_.reference_ids(note);
        for (std::size_t i = from; i < ids.size(); ++i) {
            links.raw(" ");
            back(links, note, ids[i], words, "back");
        }
        return links.str();
    }

    void back(Markup& out, std::uint32_t note, const std::string& id, std::string_view words, std::string_view css_class) {
        Tag tag("a");
        tag.set("class", css_class).set("href", "#" + id).set("role", "doc-backlink");
        if (!web_) tag.set("epub:type", "backlink");
        set_in_locale(tag, dress_, piece_);
        tag.set("aria-label", std::string(dress_.locale->word("back-to-text")) + " (" + std::to_string(note + 1) + ")");
        out.element(tag, words);
    }

    Markup& out_;
    const Dress& dress_;
    const Piece& piece_;
    bool web_;
    FlowWriter flow_;
};

} // namespace

void write_article(Markup& out, const Dress& dress, const Piece& piece, const Outline& outline) {
    ArticleWriter(out, dress, piece, outline).write();
}

} // namespace halfstar::html
