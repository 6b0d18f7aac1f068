#include "proof/code_map.h"

#include "foundation/base/utf8.h"
#include "proof/qpdf.h"

#include <algorithm>
#include <vector>

namespace halfstar::proof {
namespace {

std::uint32_t number_of(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes)
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

/// UTF-16 with the high byte first.
std::string utf8_of(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t unit = number_of(bytes.substr(at, 2));
        if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.size()) {
            const char32_t low = number_of(bytes.substr(at + 2, 2));
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        utf8::append(text, unit);
    }
    return text;
}

/// UTF-16 whose last unit is `by` further on: what a range gives the codes behind its first.
std::string counted_on(std::string bytes, std::uint32_t by) {
    if (bytes.size() < 2) return bytes;
    const std::uint32_t unit = number_of(std::string_view(bytes).substr(bytes.size() - 2)) + by;
    bytes[bytes.size() - 2] = static_cast<char>(unit >> 8 & 0xFF);
    bytes[bytes.size() - 1] = static_cast<char>(unit & 0xFF);
    return bytes;
}

} // namespace

/// Reads the map's own program: operands, and the operator that ends them.
class CodeMapReader : public QPDFObjectHandle::ParserCallbacks {
public:
    explicit CodeMapReader(CodeMap& map) : map_(map) {}

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) return operands_.push_back(object);
        const std::string name = object.getOperatorValue();
        if (name == "endcodespacerange") code_space();
        if (name == "endbfchar") characters();
        if (name == "endbfrange") ranges();
        operands_.clear();
    }
    void handleEOF() override {}

private:
    std::string string_at(std::size_t i) {
        return operands_[i].isString() ? operands_[i].getStringValue() : std::string();
    }

    void code_space() {
        if (!operands_.empty()) map_.code_length_ = std::max<std::size_t>(1, string_at(0).size());
    }

    void characters() {
        for (std::size_t i = 0; i + 1 < operands_.size(); i += 2)
            map_.texts_[number_of(string_at(i))] = utf8_of(string_at(i + 1));
    }

    void ranges() {
        for (std::size_t i = 0; i + 2 < operands_.size(); i += 3) {
            const std::uint32_t first = number_of(string_at(i)), last = std::min(number_of(string_at(i + 1)), 0xFFFFu);
            for (std::uint32_t code = first; code <= last; ++code)
                map_.texts_[code] = in_range(i + 2, code - first);
        }
    }

    std::string in_range(std::size_t operand, std::uint32_t number) {
        QPDFObjectHandle given = operands_[operand];
        if (!given.isArray()) return utf8_of(counted_on(string_at(operand), number));
        const int at = static_cast<int>(number);
        if (at >= given.getArrayNItems() || !given.getArrayItem(at).isString()) return {};
        return utf8_of(given.getArrayItem(at).getStringValue());
    }

    CodeMap& map_;
    std::vector<QPDFObjectHandle> operands_;
};

CodeMap CodeMap::of_font(QPDFObjectHandle font) {
    CodeMap map;
    QPDFObjectHandle program = font.isDictionary() ? font.getKey("/ToUnicode") : QPDFObjectHandle::newNull();
    if (!program.isStream()) return map;
    CodeMapReader reader(map);
    QPDFObjectHandle::parseContentStream(program, &reader);
    return map;
}

std::string CodeMap::text(std::string_view shown) const {
    std::string text;
    for (std::size_t at = 0; at + code_length_ <= shown.size(); at += code_length_)
        if (const auto found = texts_.find(number_of(shown.substr(at, code_length_))); found != texts_.end())
            text += found->second;
    return text;
}

} // namespace halfstar::proof
