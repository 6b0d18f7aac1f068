#include "backends/pdf/structure.h"

#include "backends/pdf/roles.h"
#include "backends/pdf/trees.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

namespace halfstar::pdf {
namespace {

constexpr std::uint32_t no_page = std::numeric_limits<std::uint32_t>::max();

/// Notes must be found by an ID (ISO 14289-1, 7.9); its digits make keys sort as bytes.
std::string note_id(StructureId id) {
    std::string digits = std::to_string(id);
    return byte_string("note-" + std::string(10 - digits.size(), '0') + digits);
}

} // namespace

Structure::Structure(const StructureTree& tree, const Survey& survey, const std::vector<ObjectNumber>& pages,
                     const std::vector<ObjectNumber>& links)
    : tree_(tree), survey_(survey), pages_(pages), links_(links), elements_(tree.nodes.size(), 0) {
    for (std::uint32_t i = 0; i < survey.links.size(); ++i) {
        if (element_of(tree, survey.links[i].leaf) != 0) {
            links_by_leaf_.push_back(i);
        }
    }
    std::stable_sort(links_by_leaf_.begin(), links_by_leaf_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return survey.links[a].leaf < survey.links[b].leaf;
    });
}

bool Structure::is_element(StructureId id) const { return tree_.nodes[id].role != StructureRole::leaf; }

/// Sorts the marks by leaf, keeping the order of pages (a counting sort).
void Structure::index_marks() {
    leaf_end_.assign(tree_.nodes.size() + 1, 0);
    for (const PaintedPage& page : survey_.painted_pages) {
        for (const StructureId leaf : page.marks) ++leaf_end_[leaf + 1];
    }
    std::partial_sum(leaf_end_.begin(), leaf_end_.end(), leaf_end_.begin());
    marks_.resize(leaf_end_.back());
    // Where a leaf's next mark goes: in the end one behind its last.
    for (std::uint32_t page = 0; page < survey_.painted_pages.size(); ++page) {
        std::uint32_t id = 0;
        for (const StructureId leaf : survey_.painted_pages[page].marks) marks_[leaf_end_[leaf]++] = {page, id++};
    }
}

void Structure::find_figures() {
    for (std::uint32_t page = 0; page < survey_.painted_pages.size(); ++page) {
        for (const SeenBox& seen : survey_.painted_pages[page].figures) figures_.try_emplace(seen.element, FigureBox{page, seen.rect});
    }
}

std::span<const Structure::Mark> Structure::marks_of(StructureId leaf) const {
    const std::uint32_t begin = leaf == 0 ? 0 : leaf_end_[leaf - 1];
    return std::span(marks_).subspan(begin, leaf_end_[leaf] - begin);
}

ObjectNumber Structure::span_of(const Mark& mark) const {
    const std::vector<PaintedSpan>& spans = survey_.painted_pages[mark.page].spans;
    const auto found = std::lower_bound(spans.begin(), spans.end(), mark.id, [](const PaintedSpan& span, std::uint32_t id) { return span.mark < id; });
    if (found == spans.end() || found->mark != mark.id) return 0;
    return first_span_ + spans_before_[mark.page] + static_cast<std::uint32_t>(found - spans.begin());
}

/// The page of the element's first content, which stands in it as a bare number.
std::uint32_t Structure::first_page(StructureId id) const {
    const auto of = [&](StructureId leaf) {
        const std::span<const Mark> marks = marks_of(leaf);
        return marks.empty() ? no_page : marks.front().page;
    };
    std::uint32_t page = of(id);
    for (const StructureId child : tree_.children(id)) {
        if (!is_element(child)) {
            page = std::min(page, of(child));
        }
    }
    return page;
}

/// What stands on pages under `id`, itself a leaf or an element that content names: marked content, then
/// links.
void Structure::append_content(std::string& text, StructureId id, std::uint32_t own_page) const {
    for (const Mark& mark : marks_of(id)) {
        text += ' ';
        if (const ObjectNumber span = span_of(mark); span != 0) {
            text += reference(span);
            continue;
        }
        text += mark.page == own_page ? std::to_string(mark.id)
                                      : "<</Type/MCR/Pg " + reference(pages_[mark.page]) + "/MCID " +
                                            std::to_string(mark.id) + ">>";
    }
    auto next = std::lower_bound(links_by_leaf_.begin(), links_by_leaf_.end(), id, [&](std::uint32_t link, StructureId leaf) {
        return survey_.links[link].leaf < leaf;
    });
    for (; next != links_by_leaf_.end() && survey_.links[*next].leaf == id; ++next) {
        const std::uint32_t link = *next;
        text += " <</Type/OBJR/Pg " + reference(pages_[survey_.links[link].page]) + "/Obj " +
                reference(links_[link]) + ">>";
    }
}

std::string Structure::kids(StructureId id) const {
    const std::uint32_t own_page = first_page(id);
    std::string text;
    append_content(text, id, own_page);
    for (const StructureId child : tree_.children(id)) {
        if (is_element(child)) {
            text += ' ' + reference(elements_[child]);
        } else {
            append_content(text, child, own_page);
        }
    }
    std::string kids = own_page == no_page ? std::string() : "/Pg " + reference(pages_[own_page]) + ' ';
    if (!text.empty()) {
        kids += "/K [" + text.substr(1) + "] ";
    }
    return kids;
}

/// Attributes by their owner: a figure's box on its page, a list's numbering, a header's scope.
std::string Structure::attributes(StructureId id) const {
    const StructureNode& node = tree_.nodes[id];
    if (node.role == StructureRole::list) {
        return node.ordered ? "/A <</O/List/ListNumbering/Decimal>> " : "/A <</O/List/ListNumbering/Disc>> ";
    }
    if (node.role == StructureRole::header_cell) {
        return "/A <</O/Table/Scope/Column>> ";
    }
    const auto figure = figures_.find(id);
    if (node.role != StructureRole::figure || figure == figures_.end()) {
        return {};
    }
    const Length height = survey_.pages[figure->second.page].trim.height;
    const Rect& rect = figure->second.rect;
    return "/A <</O/Layout/Placement/Block/BBox[" + number(rect.x) + ' ' + number(height - rect.bottom()) + ' ' +
           number(rect.right()) + ' ' + number(height - rect.y) + "]>> ";
}

Body Structure::element(StructureId id) {
    const StructureNode& node = tree_.nodes[id];
    std::string text = "/Type /StructElem /S /" + std::string(structure_type(node)) + " /P " +
                       reference(id == 0 ? root_ : elements_[node.parent]) + ' ';
    if (const std::string_view language = tree_.language(id); !language.empty()) {
        text += "/Lang " + text_string(language) + ' ';
    }
    if (const std::string_view words = tree_.alternative(id); !words.empty()) {
        text += "/Alt " + text_string(words) + ' ';
    }
    if (node.role == StructureRole::note) {
        text += "/ID " + note_id(id) + ' ';
    }
    return {text + attributes(id) + kids(id), std::nullopt};
}

ObjectNumber Structure::element_of_mark(const Mark& mark, StructureId leaf) const {
    const ObjectNumber span = span_of(mark);
    return span != 0 ? span : elements_[element_of(tree_, leaf)];
}

/// A span that says the text of its glyphs for them.
Body Structure::span(std::uint32_t index) const {
    const auto page = static_cast<std::uint32_t>(std::upper_bound(spans_before_.begin(), spans_before_.end(), index) - spans_before_.begin() - 1);
    const PaintedPage& painted = survey_.painted_pages[page];
    const PaintedSpan& span = painted.spans[index - spans_before_[page]];
    return {"/Type /StructElem /S /Span /P " + reference(elements_[element_of(tree_, painted.marks[span.mark])]) + " /ActualText " +
                text_string(span.text) + " /Pg " + reference(pages_[page]) + " /K " + std::to_string(span.mark),
            std::nullopt};
}

/// An entry of the parent tree: the elements of a page's marked content by id, or a link's element.
std::string Structure::parents(std::size_t key) const {
    if (key >= pages_.size()) {
        return reference(elements_[element_of(tree_, survey_.links[key - pages_.size()].leaf)]);
    }
    std::string text = "[";
    Mark mark{static_cast<std::uint32_t>(key), 0};
    for (const StructureId leaf : survey_.painted_pages[key].marks) {
        text += (text.size() > 1 ? " " : "") + reference(element_of_mark(mark, leaf));
        ++mark.id;
    }
    return text + ']';
}

ObjectNumber Structure::add_ids(PdfDocument& document) {
    auto notes = std::make_shared<std::vector<StructureId>>();
    for (StructureId id = 0; id < tree_.nodes.size(); ++id) {
        if (tree_.nodes[id].role == StructureRole::note) {
            notes->push_back(id);
        }
    }
    if (notes->empty()) {
        return 0;
    }
    return add_tree(document, TreeKind::names,
                    {notes->size(), [notes](std::size_t i) { return note_id((*notes)[i]); },
                     [this, notes](std::size_t i) { return reference(elements_[(*notes)[i]]); }});
}

ObjectNumber Structure::add(PdfDocument& document) {
    root_ = document.reserve();
    const ObjectNumber first = root_ + 1;
    std::uint32_t elements = 0;
    for (StructureId id = 0; id < tree_.nodes.size(); ++id) {
        if (is_element(id)) elements_[id] = first + elements++;
    }
    document.reserve(elements);
    std::uint32_t spans = 0;
    for (const PaintedPage& page : survey_.painted_pages) {
        spans_before_.push_back(spans);
        spans += static_cast<std::uint32_t>(page.spans.size());
    }
    first_span_ = document.add(spans, [this](std::uint32_t i) -> Result<Body> { return span(i); });
    const ObjectNumber parents_root =
        add_tree(document, TreeKind::numbers,
                 {pages_.size() + links_.size(), [](std::size_t i) { return std::to_string(i); },
                  [this](std::size_t i) { return parents(i); }});
    const ObjectNumber ids = add_ids(document);
    document.fill(root_, [this, parents_root, ids]() -> Result<Body> {
        index_marks();
        find_figures();
        return Body{"/Type /StructTreeRoot /K " + reference(elements_[0]) + " /ParentTree " +
                        reference(parents_root) + " /ParentTreeNextKey " +
                        std::to_string(pages_.size() + links_.size()) +
                        (ids == 0 ? std::string() : " /IDTree " + reference(ids)),
                    std::nullopt};
    });
    document.fill(first, elements, [this, next = StructureId{0}](std::uint32_t) mutable -> Result<Body> {
        while (!is_element(next)) ++next;
        return element(next++);
    });
    return root_;
}

} // namespace halfstar::pdf
