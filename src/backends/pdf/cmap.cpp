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

std::string code_name(std::size_t code) { return hex_string(std::string(1, static_cast<char>(code))); }

std::string cmap(std::string_view name, std::string_view ordering, std::string_view registry, int type,
                 const std::string& entries) {
    std::string text = "%!PS-Adobe-3.0 Resource-CMap\n%%DocumentNeededResources: ProcSet (CIDInit)\n";
    text += "%%IncludeResource: ProcSet (CIDInit)\n%%BeginResource: CMap (" + std::string(name) + ")\n%%EndComments\n";
    text += "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo 3 dict dup begin\n";
    text += "/Registry (" + std::string(registry) + ") def\n/Ordering (" + std::string(ordering) + ") def\n";
    text += "/Supplement 0 def\nend def\n/CMapName /" + std::string(name) + " def\n/CMapType " +
            std::to_string(type) + " def\n";
    text += type == 1 ? "/WMode 0 def\n" : "";
    text += "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n" + entries;
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n%%EndResource\n%%EOF\n";
}

} // namespace

std::string encoding_cmap(std::string_view name, const CodePage& page, const std::array<std::uint32_t, 256>& cids) {
    std::vector<std::string> entries;
    for (std::size_t code = 0; code < page.size(); ++code) {
        if (page[code].glyph != 0) {
            entries.push_back(code_name(code) + ' ' + std::to_string(cids[code]));
        }
    }
    return cmap(name, "Identity", "Adobe", 1, sections("cidchar", entries));
}

std::string to_unicode_cmap(const CodePage& page) {
    std::vector<std::string> entries;
    for (std::size_t code = 0; code < page.size(); ++code) {
        if (page[code].glyph != 0) {
            entries.push_back(code_name(code) + ' ' + hex_string(utf16(page[code].text)));
        }
    }
    return cmap("Adobe-Identity-UCS", "UCS", "Adobe", 2, sections("bfchar", entries));
}

} // namespace halfstar::pdf
