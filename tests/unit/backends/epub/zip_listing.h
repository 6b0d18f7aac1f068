// What stands in a ZIP archive, read by hand from its central directory and local headers, so that the
// tests see the bytes and not what a library makes of them. Texts are had through libzip.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar::fake {

struct ZipEntry {
    std::string path;
    bool is_stored = false;
    unsigned dos_date = 0, dos_time = 0;
    unsigned extra = 0; ///< bytes of extra fields, local and central together
    std::string text;
};

/// In the order of the central directory; empty when there is none.
std::vector<ZipEntry> list_zip(const std::string& archive);

} // namespace halfstar::fake
