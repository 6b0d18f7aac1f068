// Texts as they were composed, kept from one document to the next: the same words asked for in the same way are measured
// and broken once, as long as somebody asks for them. For a house that sets the same pieces again and again; what sets
// a document once has no use for it.
#pragma once

#include "foundation/base/kept.h"
#include "typeset/layout/set_text.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace halfstar::layout {

/// How a text is wanted. With its words it is all that composing reads, beside the design of lines and the faces, which are
/// the same for those that share what is kept.
struct TextManner {
    Measuring measuring;
    std::vector<breaking::LineShape> shapes;
    breaking::Variants variants = breaking::Variants::best_alone;
    LinesOf lines_of = LinesOf::text;
    friend bool operator==(const TextManner&, const TextManner&) = default;
};

/// What it comes to.
struct TextAnswer {
    std::vector<breaking::Line> lines;
    std::vector<FaceMark> faces;
    std::vector<breaking::Breaks> other_ways;
    std::vector<char32_t> missing; ///< characters that no face has
    SharedText measured; ///< with the words, as it was measured in the end; the words alone where only lines were asked for
    std::uint64_t number = 0; ///< in the order in which texts were kept, from 1: no other ever has it
};

/// Safe to use from several threads.
class KeptTexts {
public:
    /// Keeps about so many bytes and no more.
    explicit KeptTexts(std::size_t most_bytes) : kept_(most_bytes) {}

    /// Null: it is not known.
    std::shared_ptr<const TextAnswer> find(const RichText& words, const TextManner& manner);
    /// What was not found. Where there is no room left it is not kept.
    std::shared_ptr<const TextAnswer> keep(TextManner manner, TextAnswer answer);
    /// What nobody asked for since the last call goes away.
    void forget_unused() { kept_.forget_unused(); }

private:
    /// What is asked; the answer has the words.
    struct Asked {
        const TextManner& manner;
        const RichText& words;
    };
    struct Known {
        TextManner manner;
        SharedText measured;
        operator Asked() const { return {manner, measured->rich}; }
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(const Asked& asked) const;
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(const Asked& a, const Asked& b) const { return a.manner == b.manner && a.words == b.words; }
    };

    Kept<Known, std::shared_ptr<const TextAnswer>, Hash, Equal> kept_;
    std::atomic<std::uint64_t> numbers_ = 0; ///< given out
};

} // namespace halfstar::layout
