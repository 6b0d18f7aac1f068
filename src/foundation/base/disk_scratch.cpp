#include "foundation/base/disk_scratch.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace halfstar {
namespace {

Error failure() { return Error{std::string("bytes put aside: ") + std::strerror(errno)}; }

class DiskScratch : public Scratch {
public:
    explicit DiskScratch(int descriptor) : descriptor_(descriptor) {}
    ~DiskScratch() override { ::close(descriptor_); }
    DiskScratch(const DiskScratch&) = delete;
    DiskScratch& operator=(const DiskScratch&) = delete;

    Result<std::uint64_t> append(std::string_view bytes) override {
        const std::uint64_t begin = end_.fetch_add(bytes.size());
        for (std::uint64_t at = begin; !bytes.empty();) {
            const ssize_t n = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) return failure();
            bytes.remove_prefix(static_cast<std::size_t>(n));
            at += static_cast<std::uint64_t>(n);
        }
        return begin;
    }

    Result<std::string> read(std::uint64_t begin, std::size_t size) const override {
        std::string bytes(size, '\0');
        for (std::size_t got = 0; got < size;) {
            const ssize_t n = ::pread(descriptor_, bytes.data() + got, size - got, static_cast<off_t>(begin + got));
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) return failure();
            if (n == 0) return Error{"bytes put aside: they are gone"};
            got += static_cast<std::size_t>(n);
        }
        return bytes;
    }

private:
    int descriptor_;
    std::atomic<std::uint64_t> end_{0};
};

/// Not every file system has files without a name; elsewhere it loses its name at once.
int open_nameless(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0) return descriptor;
    std::string name = folder + "/.halfstar-XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

} // namespace

std::unique_ptr<Scratch> open_scratch(const std::string& folder) {
    const int descriptor = open_nameless(folder.empty() ? "." : folder);
    return descriptor < 0 ? nullptr : std::make_unique<DiskScratch>(descriptor);
}

} // namespace halfstar
