#include "backends/pdf/cmap.h"

#include "backends/pdf/notation.h"

#include <algorithm>
#include <vector>

namespace halfstar::pdf {
namespace {

/// A section of a CMap may have this many entries.
constexpr std::size_t section_limit = 100;

std::string sections(std::string_view kind, const std::vector<std::string>& entries) {
    std::string text;
    for (std::size_t at = 0; at < entries.size(); at += section_limit) {
        const std::size_t count = std::min(section_limit, entries.size() - at);
        text += std::to_string(count) + " begin" + std::string(kind) + '\n';
        for (std::size_t i = at; i < at + count; ++i) {
            text += entries[i] + '\n';
        }
        text += "end" + std::string(kind) + '\n';
    }
    return text;
}

std::string code_name(std::uint32_t code, std::uint8_t bytes) {
    std::string name = bytes == 2 ? std::string(1, static_cast<char>(code >> 8)) : std::string();
    return hex_string(name + static_cast<char>(code & 0xFF));
}

/// Whether codes `first` to `next` stand for CIDs in one range; a range stays within a high byte.
bool continues(const CodeMeaning& first, std::uint32_t first_cid, const CodeMeaning& next, std::uint32_t next_cid) {
    return next.code - first.code == static_cast<int>(next_cid - first_cid) && next.code >> 8 == first.code >> 8;
}

std::vector<std::string> cid_ranges(const CodeSet& codes, const std::vector<std::uint32_t>& cids) {
    std::vector<std::string> entries;
    const std::vector<CodeMeaning>& all = codes.meanings;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        for (end = begin + 1; end < all.size() && all[end].code - all[end - 1].code == 1 &&
                              continues(all[begin], cids[begin], all[end], cids[end]);
             ++end) {
        }
        entries.push_back(code_name(all[begin].code, codes.bytes) + ' ' + code_name(all[end - 1].code, codes.bytes) +
                          ' ' + std::to_string(cids[begin]));
    }
    return entries;
}

std::string cmap(std::string_view name, std::string_view ordering, int type, std::uint8_t bytes,
                 const std::string& entries) {
    std::string text = "%!PS-Adobe-3.0 Resource-CMap\n%%DocumentNeededResources: ProcSet (CIDInit)\n";
    text += "%%IncludeResource: ProcSet (CIDInit)\n%%BeginResource: CMap (" + std::string(name) + ")\n%%EndComments\n";
    text += "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo 3 dict dup begin\n";
    text += "/Registry (Adobe) def\n/Ordering (" + std::string(ordering) + ") def\n";
    text += "/Supplement 0 def\nend def\n/CMapName /" + std::string(name) + " def\n/CMapType " +
            std::to_string(type) + " def\n";
    text += type == 1 ? "/WMode 0 def\n" : "";
    text += bytes == 1 ? "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
                       : "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    text += entries;
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n%%EndResource\n%%EOF\n";
}

} // namespace

std::string encoding_cmap(std::string_view name, const CodeSet& codes, const std::vector<std::uint32_t>& cids) {
    return cmap(name, "Identity", 1, codes.bytes, sections("cidrange", cid_ranges(codes, cids)));
}

std::string to_unicode_cmap(const CodeSet& codes) {
    std::vector<std::string> entries;
    for (const CodeMeaning& meaning : codes.meanings) {
        entries.push_back(code_name(meaning.code, codes.bytes) + ' ' + hex_string(utf16(meaning.text)));
    }
    return cmap("Adobe-Identity-UCS", "UCS", 2, codes.bytes, sections("bfchar", entries));
}

} // namespace halfstar::pdf
