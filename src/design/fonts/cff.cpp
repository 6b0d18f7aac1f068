#include "design/fonts/cff.h"

#include "design/fonts/table_bytes.h"

#include <algorithm>
#include <optional>

namespace halfstar {
namespace {

/// An INDEX: objects one after the other behind a list of their offsets.
struct Index {
    std::uint32_t count = 0;
    std::string_view first; ///< the first object
    std::size_t end = 0;    ///< where what follows the INDEX begins
};

std::optional<Index> read_index(std::string_view cff, std::size_t at) {
    Index index;
    index.count = unsigned_at(cff, at, 2);
    if (index.count == 0) return index.end = at + 2, index;
    const std::size_t width = unsigned_at(cff, at + 2, 1);
    if (width < 1 || width > 4) return std::nullopt;
    const std::size_t offsets = at + 3;
    const std::size_t data = offsets + (index.count + 1) * width - 1; // offsets count from 1
    const std::size_t begin = data + unsigned_at(cff, offsets, width);
    const std::size_t second = data + unsigned_at(cff, offsets + width, width);
    index.end = data + unsigned_at(cff, offsets + index.count * width, width);
    if (begin > second || second > index.end || index.end > cff.size()) return std::nullopt;
    index.first = cff.substr(begin, second - begin);
    return index;
}

struct TopDictionary {
    bool cid_keyed = false;
    std::size_t charset = 0, char_strings = 0;
};

/// Length of the operand at `at` in a DICT.
std::size_t operand_length(std::string_view dictionary, std::size_t at) {
    const std::uint32_t lead = unsigned_at(dictionary, at, 1);
    if (lead == 28) return 3;
    if (lead == 29) return 5;
    if (lead == 30) { // a real: nibbles up to one that is 15
        std::size_t length = 1;
        while (at + length < dictionary.size()) {
            const std::uint32_t byte = unsigned_at(dictionary, at + length++, 1);
            if ((byte & 15u) == 15u || byte >> 4 == 15u) break;
        }
        return length;
    }
    return lead >= 247 && lead <= 254 ? 2 : 1;
}

std::size_t operand_value(std::string_view dictionary, std::size_t at) {
    const std::uint32_t lead = unsigned_at(dictionary, at, 1);
    if (lead == 28) return unsigned_at(dictionary, at + 1, 2);
    if (lead == 29) return unsigned_at(dictionary, at + 1, 4);
    if (lead >= 247 && lead <= 250) return (lead - 247) * 256 + unsigned_at(dictionary, at + 1, 1) + 108;
    return lead >= 139 && lead <= 246 ? lead - 139 : 0; // offsets are never negative
}

TopDictionary read_top_dictionary(std::string_view dictionary) {
    constexpr std::uint32_t escape = 12, ros = 30, charset = 15, char_strings = 17;
    TopDictionary top;
    std::size_t operand = 0;
    for (std::size_t at = 0; at < dictionary.size();) {
        const std::uint32_t lead = unsigned_at(dictionary, at, 1);
        if (lead > 21) {
            operand = operand_value(dictionary, at);
            at += operand_length(dictionary, at);
            continue;
        }
        if (lead == escape && unsigned_at(dictionary, at + 1, 1) == ros) top.cid_keyed = true;
        if (lead == charset) top.charset = operand;
        if (lead == char_strings) top.char_strings = operand;
        at += lead == escape ? 2 : 1;
    }
    return top;
}

std::optional<TopDictionary> top_dictionary(std::string_view cff) {
    const auto names = read_index(cff, unsigned_at(cff, 2, 1));
    if (!names) return std::nullopt;
    const auto dictionaries = read_index(cff, names->end);
    if (!dictionaries || dictionaries->count == 0) return std::nullopt;
    return read_top_dictionary(dictionaries->first);
}

/// Formats 0 (a CID each) and 1 and 2 (ranges whose length is a byte or two).
std::vector<std::uint16_t> read_charset(std::string_view cff, std::size_t at, std::size_t glyphs) {
    const std::uint32_t format = unsigned_at(cff, at++, 1);
    if (at >= cff.size() || format > 2) return {};
    std::vector<std::uint16_t> cids = {0};
    while (cids.size() < glyphs && at < cff.size()) {
        const std::uint32_t first = unsigned_at(cff, at, 2);
        const std::uint32_t more = unsigned_at(cff, at + 2, format);
        at += 2 + format;
        for (std::uint32_t i = 0; i <= more && cids.size() < glyphs; ++i)
            cids.push_back(static_cast<std::uint16_t>(first + i));
    }
    if (cids.size() != glyphs) return {};
    return cids;
}

} // namespace

bool is_cid_keyed(std::string_view cff) {
    const auto top = top_dictionary(cff);
    return top && top->cid_keyed;
}

CffFacts read_cff(std::string_view cff) {
    const auto top = top_dictionary(cff);
    if (!top || !top->cid_keyed) return {};
    CffFacts facts{true, {}};
    const std::size_t glyphs = unsigned_at(cff, top->char_strings, 2);
    if (top->charset <= 2) { // the predefined charsets are no CIDs: writers mean the identity
        for (std::size_t i = 0; i < glyphs; ++i) facts.cids.push_back(static_cast<std::uint16_t>(i));
        return facts;
    }
    facts.cids = read_charset(cff, top->charset, glyphs);
    return facts;
}

} // namespace halfstar
