// Where type comes from: the faces, and what was worked out about words in them. All documents of a run that are set by one
// foundry share that, whatever thread sets them, so that a folder of reviews shapes and parts its words once.
#pragma once

#include "design/fonts/font_book.h"
#include "typeset/layout/vocabulary.h"
#include "typeset/text/hyphenation.h"
#include "typeset/text/shaping.h"

#include <halfstar/style.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace halfstar {

namespace layout {
class KeptTexts;
class KeptPageBreaks;
}

/// What documents of one look share: their words as they are shaped, and as they are measured for lines of this design.
struct Matrices {
    Matrices(const FontBook& fonts, std::vector<std::string> fallback_families, LineSpec line_spec)
        : families(std::move(fallback_families)), lines(std::move(line_spec)), shaper(fonts, families) {}

    const std::vector<std::string> families;
    const LineSpec lines;
    const Shaper shaper; ///< whose siblings set words
    layout::Vocabulary vocabulary;
    std::shared_ptr<layout::KeptTexts> texts;            ///< null: what is set once is not kept
    std::shared_ptr<layout::KeptPageBreaks> page_breaks; ///< null where texts are not kept
};

/// A handle: copies share what is known. The faces must outlive them all.
class Foundry {
public:
    /// Texts that are set are kept for whoever sets them again, up to about `bytes_of_texts` of each look.
    Foundry(const FontBook& fonts, std::size_t bytes_of_texts = 0);
    bool keeps_texts() const;
    /// Lets go of words that nobody holds: who sets any begins anew.
    void forget_words() const;
    /// Lets go of texts that nobody set since the last call.
    void forget_unused_texts() const;

    const FontBook& fonts() const;
    Hyphenator& hyphenator() const;
    Matrices& matrices(const Style& style) const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace halfstar
