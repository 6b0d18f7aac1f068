// The structure tree of a tagged file (ISO 32000-1, 14.7): an object for each element, the content that
// belongs to it by page and marked-content id, and the parent tree that leads back. It takes notes while
// pages are written and says them when its own turn comes, after them.
#pragma once

#include "backends/pdf/objects.h"
#include "backends/pdf/painter.h"
#include "backends/pdf/survey.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <map>
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
    /// What a page painted; in the order of pages.
    void note(std::uint32_t page, const PaintedPage& painted);

    /// The key of a link in the parent tree; a page's is its number from 0.
    std::size_t parent_key(std::size_t link) const { return pages_.size() + link; }

private:
    struct Mark {
        StructureId leaf = 0;
        std::uint32_t page = 0, id = 0;
        std::uint32_t span = 0; ///< 0, or one more than the index of the span that holds it
    };
    struct FigureBox {
        std::uint32_t page = 0;
        Rect rect;
    };

    Body element(StructureId id);
    Body span(std::size_t index);
    ObjectNumber element_of_mark(const Mark& mark) const;
    void index_marks();
    std::string kids(StructureId id) const;
    void append_content(std::string& text, StructureId id, std::uint32_t own_page) const;
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
    std::vector<ObjectNumber> spans_;    ///< by replacement, in the order they are painted
    std::vector<std::string> span_texts_;
    std::vector<std::size_t> span_marks_;
    ObjectNumber root_ = 0;
    std::vector<Mark> marks_;            ///< in page order
    std::vector<std::size_t> page_marks_; ///< where a page's marks begin; one more at the end
    std::vector<std::uint32_t> by_leaf_; ///< indices of marks_, by leaf and then page
    std::vector<std::uint32_t> leaf_begin_;
    std::vector<std::uint32_t> links_by_leaf_; ///< indices of the survey's links, by leaf
    std::map<StructureId, FigureBox> figures_;
};

} // namespace halfstar::pdf
