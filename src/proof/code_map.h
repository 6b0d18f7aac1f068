// What the codes of a PDF's font mean: its ToUnicode map (ISO 32000-1, 9.10.3), as readers use it to copy and search.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

class QPDFObjectHandle;

namespace halfstar::proof {

class CodeMap {
public:
    /// Of a font's dictionary; a font without a map says nothing.
    static CodeMap of_font(QPDFObjectHandle font);
    /// The text that a shown string stands for, in UTF-8.
    std::string text(std::string_view shown) const;

private:
    friend class CodeMapReader;
    std::size_t code_length_ = 1; ///< bytes
    std::map<std::uint32_t, std::string> texts_;
};

} // namespace halfstar::proof
