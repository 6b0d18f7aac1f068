// Where pages were broken, kept from one document to the next beside its texts (kept_texts.h): the same galley with the same alternatives is
// broken once, as long as somebody asks for it.
#pragma once

#include "typeset/breaking/pages.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace halfstar::layout {

/// Safe to use from several threads.
class KeptPageBreaks {
public:
    /// Keeps about so many bytes and no more.
    explicit KeptPageBreaks(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// As `breaking::break_pages`.
    breaking::Pages break_pages(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                                const breaking::PageMeasures& measures);
    /// What nobody asked for since the last call goes away.
    void forget_unused();

private:
    struct Kept {
        breaking::Pages pages;
        std::size_t bytes = 0;
        bool used = true;
    };
    std::optional<breaking::Pages> find(const std::string& question);
    void keep(std::string question, const breaking::Pages& pages);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::unordered_map<std::string, Kept> kept_; ///< by all that was asked, written down
    std::size_t bytes_ = 0;
};

} // namespace halfstar::layout
