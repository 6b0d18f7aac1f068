#include "backends/pdf/kept_pages.h"

#include "backends/pdf/kept_page.h"
#include "foundation/base/deflate.h"

#include <optional>
#include <utility>

namespace halfstar::pdf {

namespace {

constexpr std::size_t rooms = 8; ///< one of them is for packs: those of a year's reviews take 3.3 MB, its pages 25.6

} // namespace

KeptPages::KeptPages(std::size_t most_bytes) : pages_(most_bytes - most_bytes / rooms), packs_(most_bytes / rooms) {}

void KeptPages::keep(std::string identity, std::shared_ptr<KeptPage> page) {
    const std::size_t bytes = identity.size() + page->bytes();
    pages_.keep(std::move(identity), std::move(page), bytes);
}

std::string KeptPages::deflated(std::string bytes) {
    if (std::optional<std::string> known = packs_.find(bytes)) return *std::move(known);
    std::string deflated = zlib_deflated(bytes);
    const std::size_t size = bytes.size() + deflated.size();
    packs_.keep(std::move(bytes), deflated, size);
    return deflated;
}

void KeptPages::forget_unused() {
    pages_.forget_unused();
    packs_.forget_unused();
}

} // namespace halfstar::pdf
