#include "export/mending.h"

#include "document/tree.h"
#include "read/read.h"
#include "read/text_repair.h"

namespace halfstar {
namespace {

/// What is set, as text, with every run of spaces as one.
std::string read_out(std::string_view bytes, const InputFile& file, const ReadOptions& options,
                     const FileReader& reader) {
    Diagnostics unsaid; // it was said when the file was checked
    const auto read = read_piece(bytes, {1, file.relative, file.folder, file.root}, options, reader, unsaid);
    if (!read) return {};
    std::string out;
    for (const char c : dump(read->piece))
        if (c != ' ' || !out.ends_with(' ')) out += c;
    return out;
}

} // namespace

std::optional<std::string> mended_bytes(std::string_view bytes, std::span<const lint::Repair> repairs) {
    const std::vector<std::uint32_t> origins = reading::text_origins(bytes);
    if (origins.empty()) return std::nullopt;
    const bool code_page = reading::is_windows_1252(bytes);
    std::string out;
    std::size_t at = 0;
    for (const lint::Repair& repair : repairs) {
        const std::optional<std::string> text = code_page ? reading::in_windows_1252(repair.text) : repair.text;
        if (!text || repair.span.end >= origins.size()) continue;
        out += bytes.substr(at, origins[repair.span.begin] - at);
        out += *text;
        at = origins[repair.span.end];
    }
    if (at == 0) return std::nullopt;
    out += bytes.substr(at);
    return out;
}

bool read_alike(std::string_view before, std::string_view after, const InputFile& file, const ReadOptions& options,
                const FileReader& reader) {
    const std::string first = read_out(before, file, options, reader);
    return !first.empty() && first == read_out(after, file, options, reader);
}

} // namespace halfstar
