// A place in a composition that grows, to which it can be brought back.
#pragma once

#include "typeset/layout/composition.h"
#include "typeset/layout/structure.h"

#include <halfstar/diagnostics.h>

namespace halfstar::layout {

/// How much there is of all that a composition has in lists.
struct CompositionSize {
    CompositionSize(const Composition& composition, const StructureBuilder& structure)
        : pages(composition.pages.size()), texts(composition.texts.size()), pictures(composition.pictures.size()),
          screened(composition.screened.size()), outline(composition.outline.size()), nodes(structure.size()) {}

    std::size_t pages, texts, pictures, screened, outline, nodes;
};

class CompositionMark {
public:
    CompositionMark(const Composition& composition, const StructureBuilder& structure, const Diagnostics& told)
        : size_(composition, structure), told_(told) {}

    std::size_t pages() const { return size_.pages; }

    /// Takes away what was added since. What stood before must not have been changed.
    void bring_back(Composition& composition, StructureBuilder& structure, Diagnostics& told) const {
        composition.pages.resize(size_.pages);
        composition.texts.resize(size_.texts);
        composition.pictures.resize(size_.pictures);
        composition.screened.resize(size_.screened);
        composition.outline.resize(size_.outline);
        structure.cut(size_.nodes);
        told = told_;
    }

private:
    CompositionSize size_;
    Diagnostics told_;
};

} // namespace halfstar::layout
