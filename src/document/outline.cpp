#include "document/outline.h"

#include "foundation/base/utf8.h"

namespace halfstar {
namespace {

bool is_unseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x061C || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

std::string escape(char32_t c) {
    if (c == '\n') return "\\n";
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c >> shift) & 0xF];
    return out;
}

} // namespace

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        at += d.length;
        if (d.code_point == '"' || d.code_point == '\\') out += '\\';
        if (is_unseen(d.code_point))
            out += escape(d.code_point);
        else
            utf8::append(out, d.code_point);
    }
    return out + "\"";
}

} // namespace halfstar
