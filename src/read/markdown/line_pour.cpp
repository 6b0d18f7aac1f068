#include "read/markdown/line_pour.h"

#include "read/html/pour.h"

#include <algorithm>
#include <string>

namespace halfstar::markdown {
namespace {

using soup::Tag;
using soup::Wording;

std::string text_of(const char* words) { return words == nullptr ? std::string() : std::string(words); }

/// Walks one block without recursion: emphasis may nest as deep as it likes.
class LinePour {
public:
    LinePour(Pouring& pouring, const Copy& copy, cmark_node* block, int quotes)
        : pouring_(pouring), copy_(copy), places_(copy.text, *copy.lines, block, quotes) {}

    void pour(cmark_node* block, int skip) {
        cmark_iter* iterator = cmark_iter_new(block);
        for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
            cmark_node* node = cmark_iter_get_node(iterator);
            if (node == block) continue;
            if (event == CMARK_EVENT_EXIT) {
                leave(node);
            } else if (skip > 0) {
                --skip;
            } else if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
                picture(node);
                cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
            } else {
                enter(node);
            }
        }
        cmark_iter_free(iterator);
    }

private:
    struct Open {
        soup::NodeId id;
        std::optional<Range> inside;
    };

    Span found(Range range) {
        if (!open_.empty()) {
            std::optional<Range>& inside = open_.back().inside;
            inside = inside ? Range{std::min(inside->begin, range.begin), std::max(inside->end, range.end)} : range;
        }
        return copy_.span(range);
    }

    std::string restored(const char* words) const { return pouring_.manuscript.restored(text_of(words)); }

    std::string address(cmark_node* node) const {
        return pouring_.manuscript.address(text_of(cmark_node_get_url(node)));
    }

    void open(Tag tag, soup::Attributes attributes = {}) {
        open_.push_back({pouring_.soup.open_markdown(tag, copy_.span(places_.block()), std::move(attributes)), {}});
    }

    void enter(cmark_node* node) {
        soup::Soup& soup = pouring_.soup;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT: return words(node);
        case CMARK_NODE_SOFTBREAK: soup.leaf(Tag::soft_break, found(places_.line_end())); return;
        case CMARK_NODE_LINEBREAK: soup.leaf(Tag::line_break, found(places_.line_end())); return;
        case CMARK_NODE_CODE:
            soup.leaf(Tag::code_span, found(places_.code()), restored(cmark_node_get_literal(node)));
            return;
        case CMARK_NODE_HTML_INLINE: return html(node);
        case CMARK_NODE_EMPH: return open(Tag::emphasis);
        case CMARK_NODE_STRONG: return open(Tag::strong);
        case CMARK_NODE_LINK: {
            soup::Attributes attributes{{"href", address(node)}};
            if (std::string title = restored(cmark_node_get_title(node)); !title.empty()) {
                attributes.emplace_back("title", std::move(title));
            }
            return open(Tag::anchor, std::move(attributes));
        }
        default: return; // blocks do not stand in lines, and pictures are taken whole
        }
    }

    void leave(cmark_node* node) {
        const Open closed = open_.back();
        open_.pop_back();
        const cmark_node_type type = cmark_node_get_type(node);
        Range range = places_.block();
        if (type == CMARK_NODE_LINK) {
            range = places_.link(node, closed.inside);
        } else if (closed.inside) {
            range = places_.marked(*closed.inside, type == CMARK_NODE_STRONG ? 2 : 1);
        }
        pouring_.soup.close_markdown();
        pouring_.soup.at(closed.id).span = found(range);
    }

    void words(cmark_node* node) {
        for (PlacedWords& each : places_.words(node)) {
            const Wording wording = each.plain ? Wording::markable : Wording::fixed;
            const bool exact = each.range.end - each.range.begin == each.words.size();
            found(each.range);
            for (Part& part : pouring_.manuscript.shortcodes.parts_of_words(each.words)) {
                if (part.shortcode) {
                    pouring_.pour_shortcode(*part.shortcode, copy_.provenance.where);
                    continue;
                }
                Range range = each.range;
                if (exact) range.begin += static_cast<std::uint32_t>(part.at);
                if (exact) range.end = range.begin + static_cast<std::uint32_t>(part.text.size());
                pouring_.soup.words(pouring_.manuscript.restored(std::move(part.text)), copy_.span(range), wording);
            }
        }
    }

    void html(cmark_node* node) {
        const std::string literal = text_of(cmark_node_get_literal(node));
        const Range range = places_.html(literal);
        const Span span = found(range);
        if (literal.find(shortcode_letters) != std::string::npos) return html_with_shortcodes(literal, range);
        if (pouring_.raw_html == RawHtml::kept) {
            if (literal.starts_with("<!--") && literal.size() >= 7 &&
                soup::is_cut_mark(std::string_view(literal).substr(4, literal.size() - 7))) {
                pouring_.add_cut(span.begin);
            }
            pouring_.soup.leaf(Tag::raw_inline, span, pouring_.manuscript.restored(literal));
            return;
        }
        OffsetMap map;
        map.step(0, range.begin);
        const std::string html = pouring_.manuscript.restored(literal);
        pouring_.add_cut(soup::pour_html(html, copy_.provenance.behind(map), pouring_.soup, pouring_.diagnostics));
    }

    void html_with_shortcodes(const std::string& literal, Range range) {
        for (const Part& part : pouring_.manuscript.shortcodes.parts_of_html(literal)) {
            if (part.shortcode) {
                pouring_.pour_shortcode(*part.shortcode, copy_.provenance.where);
                continue;
            }
            OffsetMap map;
            map.step(0, range.begin + static_cast<std::uint32_t>(part.at));
            pouring_.add_cut(soup::pour_html(part.text, copy_.provenance.behind(map), pouring_.soup, pouring_.diagnostics));
        }
    }

    void picture(cmark_node* node) {
        soup::Attributes attributes{{"src", address(node)}};
        if (std::string title = restored(cmark_node_get_title(node)); !title.empty()) {
            attributes.emplace_back("title", std::move(title));
        }
        attributes.emplace_back("alt", pouring_.manuscript.restored(plain_words(node)));
        const Span span = found(places_.picture(node));
        pouring_.soup.leaf(Tag::image, span, {}, std::move(attributes));
    }

    static std::string plain_words(cmark_node* image) {
        std::string words;
        cmark_iter* iterator = cmark_iter_new(image);
        for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
            if (event != CMARK_EVENT_ENTER) continue;
            cmark_node* node = cmark_iter_get_node(iterator);
            const cmark_node_type type = cmark_node_get_type(node);
            if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) words += ' ';
            if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE) {
                words += text_of(cmark_node_get_literal(node));
            }
        }
        cmark_iter_free(iterator);
        return words;
    }

    Pouring& pouring_;
    const Copy& copy_;
    Places places_;
    std::vector<Open> open_;
};

} // namespace

void Pouring::add_cut(std::optional<std::uint32_t> offset) {
    if (offset && (!cut || *offset < *cut)) cut = offset;
}

void Pouring::pour_shortcode(std::size_t number, Span text) {
    const Shortcode& shortcode = manuscript.shortcodes[number];
    const Span span{text.source, text.begin + shortcode.range.begin, text.begin + shortcode.range.end};
    if (!shortcode.unknown.empty() && unknown.insert(shortcode.unknown).second)
        diagnostics.report(Code::removed_shortcode, span, {shortcode.unknown});
    // Everything in what it means stands where the shortcode does.
    add_cut(soup::pour_html(shortcode.html, Provenance{{}, span}, soup, diagnostics));
}

void pour_line(Pouring& pouring, const Copy& copy, cmark_node* block, int quotes, int skip) {
    LinePour(pouring, copy, block, quotes).pour(block, skip);
}

} // namespace halfstar::markdown
