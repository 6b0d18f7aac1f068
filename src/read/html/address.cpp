#include "read/html/address.h"

#include "foundation/base/strings.h"

#include <string>

namespace halfstar::soup {
namespace {

/// The longest prefix that decides: "data:image/jpeg" and the like.
constexpr std::size_t deciding_bytes = 32;

/// The beginning of the address as a browser reads it: without white space and controls, in lower case.
std::string as_browsers_read(std::string_view url) {
    std::string out;
    for (const char c : url) {
        if (out.size() == deciding_bytes) break;
        if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) out += c;
    }
    return ascii_lower(out);
}

} // namespace

bool is_safe_address(std::string_view url, AddressUse use) {
    const std::string start = as_browsers_read(url);
    if (start.starts_with("javascript:") || start.starts_with("vbscript:")) return false;
    if (!start.starts_with("data:")) return true;
    if (use == AddressUse::link) return false;
    for (const std::string_view format : {"png", "jpeg", "jpg", "gif", "webp"}) {
        if (start.starts_with("data:image/" + std::string(format))) return true;
    }
    return false;
}

} // namespace halfstar::soup
