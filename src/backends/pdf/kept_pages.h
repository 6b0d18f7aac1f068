// Pages as one file painted them, and packs of its structure as they were deflated, kept for whoever writes the same again: the house of a
// watched issue, of which most pages stay as they were. A page is known by its identity, so it need not be built to be found.
#pragma once

#include "foundation/base/kept.h"

#include <cstddef>
#include <memory>
#include <string>

namespace halfstar::pdf {

class KeptPage;

/// Safe to use from several threads.
class KeptPages {
public:
    /// Keeps about so many bytes and no more.
    explicit KeptPages(std::size_t most_bytes);

    /// Null: it is not known.
    std::shared_ptr<KeptPage> find(const std::string& identity) { return pages_.find(identity).value_or(nullptr); }
    /// What was not found. Where there is no room left it is not kept.
    void keep(std::string identity, std::shared_ptr<KeptPage> page);
    /// As `zlib_deflated`; the same bytes are deflated once.
    std::string deflated(std::string bytes);
    /// Whether these bytes would not be deflated again.
    bool has_deflated(const std::string& bytes) { return packs_.find(bytes).has_value(); }
    /// What nobody asked for since the last call goes away.
    void forget_unused();

private:
    Kept<std::string, std::shared_ptr<KeptPage>> pages_; ///< by their identities
    Kept<std::string, std::string> packs_;               ///< by their bytes
};

} // namespace halfstar::pdf
