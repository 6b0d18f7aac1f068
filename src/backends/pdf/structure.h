// The structure tree of a tagged file (ISO 32000-1, 14.7): an object for each element, the content that
// belongs to it by page and marked-content id, and the parent tree that leads back. What pages painted it finds in
// their survey when its own turn to be written comes, after them.
#pragma once

#include "backends/pdf/objects.h"
#include "backends/pdf/painter.h"
#include "backends/pdf/survey.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace halfstar::pdf {

class Structure {
public:
    /// `pages` and `links` are the objects of the survey's pages and links; everything given must outlive
    /// the writing of the file, as must this.
    Structure(const StructureTree& tree, const Survey& survey, const std::vector<ObjectNumber>& pages,
              const std::vector<ObjectNumber>& links);

    /// Reserves and fills root and elements. To be called when all pages and annotations have numbers.
    ObjectNumber add(PdfDocument& document);

    /// The key of a link in the parent tree; a page's is its number from 0.
    std::size_t parent_key(std::size_t link) const { return pages_.size() + link; }

private:
    /// Marked content: its page, and its id there.
    struct Mark {
        std::uint32_t page = 0, id = 0;
    };
    struct FigureBox {
        std::uint32_t page = 0;
        Rect rect;
    };

    Body element(StructureId id);
    Body span(std::uint32_t index) const;
    /// The object of the span that holds the mark; 0 where none does.
    ObjectNumber span_of(const Mark& mark) const;
    ObjectNumber element_of_mark(const Mark& mark, StructureId leaf) const;
    void index_marks();
    void find_figures();
    std::string kids(StructureId id) const;
    void append_content(std::string& text, StructureId id, std::uint32_t own_page) const;
    std::span<const Mark> marks_of(StructureId leaf) const;
    std::uint32_t first_page(StructureId id) const;
    std::string attributes(StructureId id) const;
    std::string parents(std::size_t key) const;
    ObjectNumber add_ids(PdfDocument& document);
    bool is_element(StructureId id) const;

    const StructureTree& tree_;
    const Survey& survey_;
    const std::vector<ObjectNumber>& pages_;
    const std::vector<ObjectNumber>& links_;
    std::vector<ObjectNumber> elements_; ///< by node; 0 for leaves
    ObjectNumber first_span_ = 0; ///< the others follow, in the order they are painted
    std::vector<std::uint32_t> spans_before_; ///< by page: how many spans are on those before it
    ObjectNumber root_ = 0;
    std::vector<Mark> marks_;             ///< by leaf and then page
    std::vector<std::uint32_t> leaf_end_; ///< one behind a leaf's last mark
    std::vector<std::uint32_t> links_by_leaf_; ///< indices of the survey's links, by leaf
    std::map<StructureId, FigureBox> figures_;
};

} // namespace halfstar::pdf
