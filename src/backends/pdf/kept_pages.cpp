#include "backends/pdf/kept_pages.h"

#include "backends/pdf/kept_page.h"
#include "foundation/base/deflate.h"
#include "foundation/base/drop_unused.h"

#include <utility>

namespace halfstar::pdf {

std::shared_ptr<KeptPage> KeptPages::find(const std::string& identity) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(identity);
    if (found == kept_.end()) return nullptr;
    found->second.used = true;
    return found->second.page;
}

void KeptPages::keep(std::string identity, std::shared_ptr<KeptPage> page) {
    const std::size_t bytes = identity.size() + page->bytes();
    const std::lock_guard lock(mutex_);
    if (bytes_ + bytes > most_bytes_) return;
    if (kept_.try_emplace(std::move(identity), Kept{std::move(page), bytes}).second) bytes_ += bytes;
}

std::optional<std::string> KeptPages::find_stream(const std::string& bytes) {
    const std::lock_guard lock(mutex_);
    const auto found = streams_.find(bytes);
    if (found == streams_.end()) return std::nullopt;
    found->second.used = true;
    return found->second.deflated;
}

std::string KeptPages::deflated(std::string bytes) {
    if (std::optional<std::string> known = find_stream(bytes)) return *std::move(known);
    std::string deflated = zlib_deflated(bytes);
    const std::size_t size = bytes.size() + deflated.size();
    const std::lock_guard lock(mutex_);
    if (bytes_ + size > most_bytes_) return deflated;
    if (streams_.try_emplace(std::move(bytes), KeptStream{deflated, size}).second) bytes_ += size;
    return deflated;
}

void KeptPages::forget_unused() {
    const std::lock_guard lock(mutex_);
    bytes_ -= drop_unused(kept_) + drop_unused(streams_);
}

} // namespace halfstar::pdf
