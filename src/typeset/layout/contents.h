// The contents of a zine: a row for each part, section and piece, its rating in the side column, dots that lead
// to its page. Rows are composed and cut into pages before anyone knows on which pages things begin; those
// numbers are added when everything has its place.
#pragma once

#include "typeset/layout/opener.h"

#include "typeset/breaking/pages.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace halfstar::layout {

/// The pages on which things begin, from 0.
struct Beginnings {
    std::vector<std::uint32_t> pieces; ///< by Place::piece, with the letter and the page at the back
    std::map<IssuePart, std::uint32_t> parts;
};

/// What a part is called in the contents, in running heads and in the outline.
std::string part_title(const Desk& desk, IssuePart part);
/// Names of the anchors where a part and a section begin.
std::string part_anchor(IssuePart part);
std::string section_anchor(const Section& section);

class ContentsSetter {
public:
    /// `desk` is the edition's.
    ContentsSetter(Desk desk, StructureId parent);

    void compose();
    std::size_t page_count() const { return pages_.size(); }
    /// Its pages are those from `page` on, which the composition has.
    void stand(std::size_t page);
    /// Sets the rows with their page numbers.
    void complete(const Beginnings& beginnings);

private:
    struct Row {
        std::uint32_t text = 0;
        std::uint32_t lines = 0;
        Length leading;
        LineEnd end;          ///< of its last line
        StructureId link = 0; ///< what its words and its number hang below
        std::string anchor, words;
        std::optional<std::uint32_t> piece;
        std::optional<IssuePart> part; ///< neither: a section, which has no number
    };

    void rows();
    void cut(breaking::PageMeasures measures);
    void part_row(IssuePart part);
    void section_rows(const Section& section);
    void piece_row(std::uint32_t piece, StructureId list);
    void add_row(TextWriter write, Element element, Row row, StructureId list);
    void group() { apart_ = true; }
    void set(const Row& row, std::size_t page, Length baseline, const Beginnings& beginnings);
    void set_rating(const Piece& piece, std::size_t page, Length baseline);
    Length star_width_of_five() const;
    /// What page numbers take where they stand before their entries; 0: they stand at the end.
    Length numbers_before() const;
    bool has_side() const { return desk_.page().side.units > 0; }
    void set_number(const Row& row, std::size_t page, Length first_baseline, std::uint32_t begins);

    Desk desk_;
    StructureId parent_;
    StructureId list_ = 0;
    Opener opener_;
    Length numbers_width_; ///< that words leave free
    std::vector<Row> rows_;
    std::vector<breaking::Slab> slabs_;
    std::vector<breaking::PageBreak> pages_;
    std::size_t page_ = 0;
    bool apart_ = false; ///< a row is left free before the next
};

} // namespace halfstar::layout
