// Where pages were broken, kept from one document to the next beside its texts (kept_texts.h): the same galley with the same alternatives is
// broken once, as long as somebody asks for it.
#pragma once

#include "foundation/base/kept.h"
#include "typeset/breaking/pages.h"

#include <cstddef>
#include <span>
#include <string>

namespace halfstar::layout {

/// Safe to use from several threads.
class KeptPageBreaks {
public:
    /// Keeps about so many bytes and no more.
    explicit KeptPageBreaks(std::size_t most_bytes) : kept_(most_bytes) {}

    /// As `breaking::break_pages`.
    breaking::Pages break_pages(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                                const breaking::PageMeasures& measures);
    /// Whether this `page_question` would not be answered anew.
    bool knows(const std::string& question) { return kept_.find(question).has_value(); }
    /// What nobody asked for since the last call goes away.
    void forget_unused() { kept_.forget_unused(); }

private:
    Kept<std::string, breaking::Pages> kept_; ///< by all that was asked
};

} // namespace halfstar::layout
