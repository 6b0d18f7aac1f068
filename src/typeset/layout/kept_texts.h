// Texts as they were composed, kept from one document to the next: the same words asked for in the same way are measured
// and broken once, as long as somebody asks for them. For a house that sets the same pieces again and again; what sets
// a document once has no use for it.
#pragma once

#include "typeset/layout/set_text.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

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
    explicit KeptTexts(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// Null: it is not known.
    std::shared_ptr<const TextAnswer> find(const RichText& words, const TextManner& manner);
    /// What was not found. Where there is no room left it is not kept.
    std::shared_ptr<const TextAnswer> keep(TextManner manner, TextAnswer answer);
    /// What nobody asked for since the last call goes away.
    void forget_unused();

private:
    struct Kept {
        TextManner manner;
        std::shared_ptr<const TextAnswer> answer;
        std::size_t bytes = 0;
        bool used = true;
    };

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::unordered_multimap<std::size_t, Kept> kept_; ///< by a hash of words and manner
    std::size_t bytes_ = 0;
    std::uint64_t numbers_ = 0; ///< given out
};

} // namespace halfstar::layout
