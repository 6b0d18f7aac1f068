// Pages as one file painted them, and packs of its structure as they were deflated, kept for whoever writes the same again: the house of a
// watched issue, of which most pages stay as they were. A page is known by its identity, so it need not be built to be found.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace halfstar::pdf {

class KeptPage;

/// Safe to use from several threads.
class KeptPages {
public:
    /// Keeps about so many bytes and no more.
    explicit KeptPages(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// Null: it is not known.
    std::shared_ptr<KeptPage> find(const std::string& identity);
    /// What was not found. Where there is no room left it is not kept.
    void keep(std::string identity, std::shared_ptr<KeptPage> page);
    /// As `zlib_deflated`; the same bytes are deflated once.
    std::string deflated(std::string bytes);
    /// What nobody asked for since the last call goes away.
    void forget_unused();

private:
    struct Kept {
        std::shared_ptr<KeptPage> page;
        std::size_t bytes = 0;
        bool used = true;
    };

    struct KeptStream {
        std::string deflated;
        std::size_t bytes = 0;
        bool used = true;
    };
    std::optional<std::string> find_stream(const std::string& bytes);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::unordered_map<std::string, Kept> kept_;
    std::unordered_map<std::string, KeptStream> streams_; ///< by their bytes
    std::size_t bytes_ = 0;
};

} // namespace halfstar::pdf
