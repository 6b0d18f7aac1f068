#include "typeset/dump.h"

#include "design/fonts/face.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace halfstar {

namespace {

/// A count of 1/`one` to `decimals` decimals, halves away from zero.
std::string decimal(std::int64_t count, std::int64_t one, int decimals) {
    std::int64_t power = 1;
    for (int i = 0; i < decimals; ++i) power *= 10;
    const std::int64_t magnitude = count < 0 ? -count : count;
    const std::int64_t parts = magnitude / one * power + (magnitude % one * power + one / 2) / one;
    std::string fraction = std::to_string(parts % power);
    fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
    return (count < 0 && parts != 0 ? "-" : "") + std::to_string(parts / power) + "." + fraction;
}

std::string show(Length length) { return decimal(length.units, Length::per_point, 3); }
std::string show(Point point) { return show(point.x) + "," + show(point.y); }
std::string show(const Rect& rect) {
    return show(Point{rect.x, rect.y}) + " " + show(rect.width) + " x " + show(rect.height);
}

std::string hex_digits(std::uint32_t value, int least) {
    std::string digits;
    for (; value != 0 || least > 0; value >>= 4, --least) digits.insert(digits.begin(), "0123456789abcdef"[value & 15]);
    return digits;
}

std::string show(const Paint& paint) {
    std::string text = "#" + hex_digits(paint.red, 2) + hex_digits(paint.green, 2) + hex_digits(paint.blue, 2);
    if (paint.spot == every_ink) text += " every ink";
    else if (paint.spot > 0) text += " spot " + std::to_string(paint.spot - 1);
    return text;
}

/// In quotation marks; what cannot be seen is \u{AD}.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        const char32_t c = decoded.code_point;
        if (c == '"' || c == '\\') (result += '\\') += static_cast<char>(c);
        else if (c == '\n') result += "\\n";
        else if (unicode::is_ignorable(c) || (c != ' ' && unicode::category(c) == unicode::Category::space))
            result += "\\u{" + hex_digits(c, 2) + "}";
        else result += text.substr(at, decoded.length);
        at += decoded.length;
    }
    return result + "\"";
}

std::string box_of(const Path& path) {
    std::optional<Rect> box;
    const auto take = [&](Point point) {
        if (!box) box = Rect{point.x, point.y, {}, {}};
        const Length right = std::max(box->right(), point.x), bottom = std::max(box->bottom(), point.y);
        box->x = std::min(box->x, point.x);
        box->y = std::min(box->y, point.y);
        box->width = right - box->x;
        box->height = bottom - box->y;
    };
    for (const PathStep& step : path) {
        const int points = step.kind == PathStep::Kind::close ? 0 : step.kind == PathStep::Kind::curve ? 3 : 1;
        for (int i = 0; i < points; ++i) take(step.points[i]);
    }
    return (box ? show(*box) : std::string("empty")) + " in " + std::to_string(path.size()) + " steps";
}

/// One visit over the items of a page.
class PageDump {
public:
    explicit PageDump(std::span<const Face* const> faces) : faces_(faces) {}

    std::string item(const Item& item) const {
        std::string line = std::visit([this](const auto& node) { return head(node); }, item.node);
        if (item.leaf != 0) line += " leaf " + std::to_string(item.leaf);
        const auto* run = std::get_if<GlyphRun>(&item.node);
        if (run != nullptr) line += " " + quoted(run->text);
        return line + "\n";
    }

private:
    std::string face(FaceIndex index) const {
        if (index < faces_.size() && faces_[index] != nullptr) return std::string(faces_[index]->postscript_name());
        return "face-" + std::to_string(index);
    }

    std::string head(const GlyphRun& run) const {
        Length right = run.origin.x;
        for (const Glyph& glyph : run.glyphs) right = std::max(right, run.origin.x + glyph.x + glyph.advance);
        std::string line = "run " + show(run.origin) + " to " + show(right);
        line += " " + face(run.face) + " " + show(run.size) + " " + show(run.paint);
        if (run.scale != 65536) line += " scale " + decimal(run.scale, 65536, 5);
        if (run.turn != 0) line += " turn " + decimal(run.turn, 1000, 3);
        if (run.right_to_left) line += " right-to-left";
        if (run.visibility == Visibility::invisible) line += " invisible";
        return line;
    }
    std::string head(const Rule& rule) const { return "rule " + show(rule.rect) + " " + show(rule.paint); }
    std::string head(const Shape& shape) const {
        std::string line = "shape " + box_of(shape.path);
        if (shape.fill) line += " fill " + show(*shape.fill);
        if (shape.stroke) line += " stroke " + show(*shape.stroke) + " " + show(shape.stroke_width);
        return line;
    }
    std::string head(const PictureItem& picture) const {
        return "picture " + show(picture.rect) + " number " + std::to_string(picture.picture);
    }
    std::string head(const ClipBegin& clip) const { return "clip " + box_of(clip.path); }
    std::string head(const ClipEnd&) const { return "end clip"; }
    std::string head(const LinkArea& link) const {
        std::string line = "link " + show(link.rect);
        if (!link.url.empty()) line += " to " + quoted(link.url);
        if (!link.anchor.empty()) line += " to anchor " + quoted(link.anchor);
        if (!link.description.empty()) line += " for " + quoted(link.description);
        return line;
    }
    std::string head(const PlacedForm& form) const {
        return "form " + std::to_string(form.form) + " " + show(form.at) + (form.turned ? " turned" : "");
    }
    std::string head(const Anchor& anchor) const { return "anchor " + show(anchor.at) + " " + quoted(anchor.name); }

    std::span<const Face* const> faces_;
};

std::string_view name_of(StructureRole role) {
    switch (role) {
    case StructureRole::document: return "document";
    case StructureRole::part: return "part";
    case StructureRole::article: return "article";
    case StructureRole::section: return "section";
    case StructureRole::heading: return "heading";
    case StructureRole::paragraph: return "paragraph";
    case StructureRole::list: return "list";
    case StructureRole::list_item: return "list-item";
    case StructureRole::label: return "label";
    case StructureRole::list_body: return "list-body";
    case StructureRole::block_quote: return "block-quote";
    case StructureRole::quote: return "quote";
    case StructureRole::note: return "note";
    case StructureRole::reference: return "reference";
    case StructureRole::link: return "link";
    case StructureRole::figure: return "figure";
    case StructureRole::caption: return "caption";
    case StructureRole::table: return "table";
    case StructureRole::table_row: return "table-row";
    case StructureRole::header_cell: return "header-cell";
    case StructureRole::cell: return "cell";
    case StructureRole::code: return "code";
    case StructureRole::span: return "span";
    case StructureRole::contents: return "contents";
    case StructureRole::contents_item: return "contents-item";
    case StructureRole::index: return "index";
    case StructureRole::leaf: return "leaf";
    }
    return "";
}

/// The text of every leaf, in the order of its items over the pages.
std::vector<std::string> leaf_texts(const PagedDocument& document) {
    std::vector<std::string> texts(document.structure().nodes.size());
    for (std::uint32_t i = 0; i < document.page_count(); ++i) {
        const Page page = document.page(i);
        for (const Item& item : page.items) {
            const auto* run = std::get_if<GlyphRun>(&item.node);
            if (run != nullptr && item.leaf != 0 && item.leaf < texts.size()) texts[item.leaf] += run->text;
        }
    }
    return texts;
}

std::string show(const StructureTree& tree, StructureId id) {
    const StructureNode& node = tree.nodes[id];
    std::string line(name_of(node.role));
    if (node.level != 0) line += " level " + std::to_string(node.level);
    if (node.ordered) line += " ordered";
    if (const auto language = tree.language(id); !language.empty()) line += " language " + std::string(language);
    if (const auto words = tree.alternative(id); !words.empty()) line += " alternative " + quoted(std::string(words));
    return line;
}

} // namespace

std::string dump_page(const Page& page) { return dump_page(page, {}); }

std::string dump_page(const Page& page, std::span<const Face* const> faces) {
    const PageDump dump(faces);
    std::string text = "page " + quoted(page.label);
    text += " " + show(page.trim.width) + " x " + show(page.trim.height) + "\n";
    for (const Item& item : page.items) text += dump.item(item);
    return text;
}

std::string dump_structure(const PagedDocument& document) {
    const StructureTree& tree = document.structure();
    const std::vector<StructureNode>& nodes = tree.nodes;
    const std::vector<std::string> texts = leaf_texts(document);
    std::string text;
    std::vector<std::pair<StructureId, std::size_t>> open; // nodes to show, with their depth
    if (!nodes.empty()) open.emplace_back(StructureId{0}, 0);
    while (!open.empty()) {
        const auto [id, depth] = open.back();
        open.pop_back();
        if (id >= nodes.size()) continue;
        text += std::string(2 * depth, ' ') + show(tree, id);
        if (nodes[id].role == StructureRole::leaf) text += " " + std::to_string(id) + " " + quoted(texts[id]);
        text += '\n';
        const auto first = static_cast<std::ptrdiff_t>(open.size());
        for (const StructureId child : tree.children(id)) open.emplace_back(child, depth + 1);
        std::reverse(open.begin() + first, open.end());
    }
    return text;
}

} // namespace halfstar
