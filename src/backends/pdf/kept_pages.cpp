#include "backends/pdf/kept_pages.h"

#include "backends/pdf/kept_page.h"
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

void KeptPages::forget_unused() {
    const std::lock_guard lock(mutex_);
    bytes_ -= drop_unused(kept_);
}

} // namespace halfstar::pdf
