// A place in a composition that grows, to which it can be brought back.
#pragma once

#include "typeset/layout/composition.h"
#include "typeset/layout/structure.h"

#include <halfstar/diagnostics.h>

namespace halfstar::layout {

class CompositionMark {
public:
    CompositionMark(const Composition& composition, const StructureBuilder& structure, const Diagnostics& told)
        : pages_(composition.pages.size()), texts_(composition.texts.size()), pictures_(composition.pictures.size()),
          screened_(composition.screened.size()), outline_(composition.outline.size()), nodes_(structure.size()),
          told_(told) {}

    std::size_t pages() const { return pages_; }

    /// Takes away what was added since. What stood before must not have been changed.
    void bring_back(Composition& composition, StructureBuilder& structure, Diagnostics& told) const {
        composition.pages.resize(pages_);
        composition.texts.resize(texts_);
        composition.pictures.resize(pictures_);
        composition.screened.resize(screened_);
        composition.outline.resize(outline_);
        structure.cut(nodes_);
        told = told_;
    }

private:
    std::size_t pages_, texts_, pictures_, screened_, outline_, nodes_;
    Diagnostics told_;
};

} // namespace halfstar::layout
