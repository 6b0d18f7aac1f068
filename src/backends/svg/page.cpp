#include "backends/svg/page.h"

#include "backends/svg/definitions.h"
#include "backends/svg/notation.h"
#include "backends/svg/run.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace halfstar::svg {
namespace {

/// Addresses that may be followed: a page never carries a link that runs a script.
bool is_followable(std::string_view url) { return is_published_scheme(scheme_of(url).value_or("")); }

std::string rectangle(const Rect& rect) {
    return "<rect x=\"" + number(rect.x) + "\" y=\"" + number(rect.y) + "\" width=\"" + number(rect.width) +
           "\" height=\"" + number(rect.height) + '"';
}

/// Draws the items of one page in their order.
class PageDrawing {
public:
    PageDrawing(const PagedDocument& document, std::uint32_t index, const AnchorPages& anchors,
                const Resources* resources)
        : document_(document), index_(index), anchors_(anchors), definitions_(document, resources) {}

    Result<std::string> draw(const Page& page);

private:
    void draw_item(const Item& item);
    void draw(const GlyphRun& run, StructureId leaf);
    void draw(const Rule& rule, StructureId leaf);
    void draw(const Shape& shape, StructureId leaf);
    void draw(const PictureItem& item, StructureId leaf);
    void draw(const ClipBegin& clip, StructureId leaf);
    void draw(const ClipEnd& clip, StructureId leaf);
    void draw(const LinkArea& link, StructureId leaf);
    void draw(const Anchor& anchor, StructureId leaf);
    void draw(const PlacedForm& placed, StructureId leaf);
    void close_clips();
    std::string address(const LinkArea& link) const;
    std::string alternative(StructureId leaf) const;
    std::string head(const Page& page) const;

    const PagedDocument& document_;
    std::uint32_t index_;
    const AnchorPages& anchors_;
    Definitions definitions_;
    std::string body_;
    std::uint32_t clips_ = 0;
    std::uint32_t open_clips_ = 0;
};

void PageDrawing::draw(const GlyphRun& run, StructureId leaf) {
    if (run.visibility == Visibility::visible) {
        body_ += drawn_glyphs(run, definitions_);
    }
    body_ += selectable_text(run, leaf);
}

void PageDrawing::draw(const Rule& rule, StructureId) {
    body_ += rectangle(rule.rect) + " fill=\"" + colour(rule.paint) + "\" aria-hidden=\"true\"/>\n";
}

void PageDrawing::draw(const Shape& shape, StructureId) {
    body_ += "<path d=\"" + path_data(shape.path) + "\" fill=\"" + (shape.fill ? colour(*shape.fill) : "none") + '"';
    if (shape.stroke) {
        body_ += " stroke=\"" + colour(*shape.stroke) + "\" stroke-width=\"" + number(shape.stroke_width) +
                 "\" stroke-miterlimit=\"10\"";
    }
    body_ += " aria-hidden=\"true\"/>\n";
}

void PageDrawing::draw(const PictureItem& item, StructureId leaf) {
    const Picture& picture = document_.pictures()[item.picture];
    const std::string name = definitions_.picture(item.picture);
    const double width = item.rect.width.to_points() / std::max(1u, picture.width);
    const double height = item.rect.height.to_points() / std::max(1u, picture.height);
    const std::string words = alternative(leaf);
    body_ += "<use href=\"#" + name + "\" transform=\"translate(" + number(item.rect.x) + ' ' + number(item.rect.y) +
             ") scale(" + fine_number(width) + ' ' + fine_number(height) + ")\"";
    body_ += words.empty() ? " aria-hidden=\"true\"/>\n"
                           : " role=\"img\" aria-label=\"" + escape_xml(words) + "\"/>\n";
}

void PageDrawing::draw(const ClipBegin& clip, StructureId) {
    const std::string name = 'c' + std::to_string(++clips_);
    ++open_clips_;
    body_ += "<clipPath id=\"" + name + "\"><path d=\"" + path_data(clip.path) + "\"/></clipPath>\n";
    body_ += "<g clip-path=\"url(#" + name + ")\">\n";
}

void PageDrawing::draw(const ClipEnd&, StructureId) {
    if (open_clips_ > 0) {
        --open_clips_;
        body_ += "</g>\n";
    }
}

void PageDrawing::draw(const LinkArea& link, StructureId) {
    const std::string target = address(link);
    if (target.empty()) {
        return;
    }
    body_ += "<a href=\"" + escape_xml(target) + "\">";
    if (!link.description.empty()) {
        body_ += "<title>" + escape_xml(link.description) + "</title>";
    }
    body_ += rectangle(link.rect) + " fill-opacity=\"0\"/></a>\n";
}

void PageDrawing::draw(const Anchor& anchor, StructureId) {
    const auto found = anchors_.find(anchor.name);
    if (found != anchors_.end() && found->second == index_ && definitions_.claim_anchor(anchor.name)) {
        body_ += "<g id=\"a-" + id_part(anchor.name) + "\" transform=\"translate(" + number(anchor.at.x) + ' ' +
                 number(anchor.at.y) + ")\"/>\n";
    }
}

void PageDrawing::draw(const PlacedForm& placed, StructureId) {
    const Page form = document_.form(placed.form);
    const std::string width = number(form.trim.width), height = number(form.trim.height);
    const std::string clip = 'c' + std::to_string(++clips_);
    body_ += "<clipPath id=\"" + clip + "\"><rect width=\"" + width + "\" height=\"" + height + "\"/></clipPath>\n";
    body_ += "<g transform=\"translate(" + number(placed.at.x) + ' ' + number(placed.at.y) + ')';
    body_ += placed.turned ? " rotate(180) translate(-" + width + " -" + height + ")\"" : "\"";
    body_ += " clip-path=\"url(#" + clip + ")\">\n";
    const std::uint32_t open = std::exchange(open_clips_, 0);
    for (const Item& item : form.items) {
        draw_item(item);
    }
    close_clips();
    open_clips_ = open;
    body_ += "</g>\n";
}

void PageDrawing::close_clips() {
    for (; open_clips_ > 0; --open_clips_) {
        body_ += "</g>\n";
    }
}

std::string PageDrawing::address(const LinkArea& link) const {
    if (!link.url.empty()) {
        return is_followable(link.url) ? link.url : std::string();
    }
    const auto found = anchors_.find(link.anchor);
    if (found == anchors_.end()) {
        return {};
    }
    return (found->second == index_ ? std::string() : page_file(found->second)) + "#a-" + id_part(link.anchor);
}

/// The words for what a figure shows, from the nearest element above the leaf that has them.
std::string PageDrawing::alternative(StructureId leaf) const {
    const StructureTree& tree = document_.structure();
    while (leaf != 0 && leaf < tree.nodes.size()) {
        if (const std::string_view words = tree.alternative(leaf); !words.empty()) {
            return std::string(words);
        }
        leaf = tree.nodes[leaf].parent;
    }
    return {};
}

std::string PageDrawing::head(const Page& page) const {
    const DocumentInfo& info = document_.info();
    const std::string width = number(page.trim.width), height = number(page.trim.height);
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
    text += width + "pt\" height=\"" + height + "pt\" viewBox=\"0 0 " + width + ' ' + height + '"';
    if (!info.language.empty()) {
        text += " lang=\"" + escape_xml(info.language) + "\" xml:lang=\"" + escape_xml(info.language) + '"';
    }
    text += ">\n<title>" + escape_xml(info.title);
    if (document_.page_count() > 1 && !page.label.empty()) {
        text += ", " + escape_xml(page.label);
    }
    return text + "</title>\n";
}

void PageDrawing::draw_item(const Item& item) {
    std::visit([&](const auto& node) { draw(node, item.leaf); }, item.node);
}

Result<std::string> PageDrawing::draw(const Page& page) {
    body_ += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\" aria-hidden=\"true\"/>\n";
    for (const Item& item : page.items) {
        draw_item(item);
    }
    close_clips();
    Result<std::string> definitions = definitions_.take();
    if (!definitions) {
        return definitions.error();
    }
    return head(page) + *definitions + body_ + "</svg>\n";
}

} // namespace

AnchorPages find_anchors(const PagedDocument& document) {
    AnchorPages anchors;
    for (std::uint32_t index = 0; index < document.page_count(); ++index) {
        const Page page = document.page(index);
        for (const Item& item : page.items) {
            if (const Anchor* anchor = std::get_if<Anchor>(&item.node)) {
                anchors.emplace(anchor->name, index);
            }
        }
    }
    return anchors;
}

std::string page_file(std::uint32_t index) {
    return std::to_string(index + 1) + ".svg";
}

Result<std::string> draw_page(const PagedDocument& document, std::uint32_t index, const AnchorPages& anchors,
                              const Resources* resources) {
    return PageDrawing(document, index, anchors, resources).draw(document.page(index));
}

} // namespace halfstar::svg
