#include "foundation/base/files.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace halfstar {
namespace {

bool still_has(const std::string& path, std::string_view bytes) {
    const Result<std::string> now = DiskReader().read(path, bytes.size() + 1);
    return now && *now == bytes;
}

} // namespace

Result<Replacement> replace_file(const std::string& path, std::string_view before, std::string_view now) {
    // Renaming would reach even a file that its owner has closed to writing.
    if (::access(path.c_str(), W_OK) != 0) return Error{path + ": " + std::strerror(errno)};
    const std::size_t slash = path.rfind('/');
    DiskSink sink(slash == std::string::npos ? "" : path.substr(0, slash + 1),
                  path.substr(slash == std::string::npos ? 0 : slash + 1));
    auto file = sink.open("");
    if (!file) return file.error();
    if (Result<void> written = (*file)->write(now); !written) return written.error();
    if (!still_has(path, before)) return Replacement::changed_meanwhile;
    if (Result<void> closed = (*file)->close(); !closed) return closed.error();
    return Replacement::done;
}

} // namespace halfstar
