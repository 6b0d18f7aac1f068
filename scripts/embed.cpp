// Writes a C++ source with the program's own data, for src/foundation/data/embedded.h: each file's text, and of YAML the
// value that it holds. Runs while halfstar is built; a fault in the data ends the build.
//
//     halfstar_embed ROOT OUTPUT FILE...      files are relative to ROOT
#include "foundation/data/packed_value.h"
#include "foundation/data/syntaxes.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace halfstar;

/// Compilers limit one literal, not several that stand side by side.
constexpr std::size_t literal_limit = 8000;

/// Literals that together are `bytes`, line by line. All but plain letters and signs is written in three octal
/// digits, so that none is taken together with what follows it.
void write_literals(std::string_view bytes, std::ostream& out) {
    out << "\"";
    std::size_t in_literal = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (in_literal++ == literal_limit) out << "\"\n\"", in_literal = 1;
        if (c == '\n') out << "\\n";
        else if (byte < ' ' || byte > '~' || c == '"' || c == '\\' || c == '?') {
            char octal[5];
            std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(byte));
            out << octal;
        } else out << c;
    }
    out << "\"sv";
}

/// The value of a YAML file as bytes; false when it has a fault.
bool pack(const std::string& path, const std::string& text, std::string& bytes) {
    Sources sources;
    const SourceId source = sources.add(path, text);
    Diagnostics faults;
    bytes = packed(read_yaml(text, {source, 0, static_cast<std::uint32_t>(text.size())}, faults));
    std::cerr << render_short(faults.all(), sources);
    return faults.empty();
}

bool write_file(const std::string& root, const std::string& path, std::ostream& out) {
    std::ifstream in(root + "/" + path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::string bytes;
    if (!in || (path.ends_with(".yaml") && !pack(path, text, bytes))) return false;
    out << "{\"" << path << "\"sv,\n";
    write_literals(text, out);
    out << ",\n";
    write_literals(bytes, out);
    out << "},\n";
    return true;
}

constexpr std::string_view before = R"(#include "foundation/data/embedded.h"

namespace halfstar {
namespace {
using namespace std::string_view_literals;
constexpr EmbeddedFile files[] = {
)";

constexpr std::string_view behind = R"(};
} // namespace

std::span<const EmbeddedFile> embedded_files() { return files; }

} // namespace halfstar
)";

} // namespace

int main(int count, char** arguments) {
    if (count < 4) return std::cerr << "usage: halfstar_embed ROOT OUTPUT FILE...\n", 2;
    std::vector<std::string> paths(arguments + 3, arguments + count);
    std::sort(paths.begin(), paths.end());
    std::ofstream out(arguments[2], std::ios::binary);
    out << before;
    for (const std::string& path : paths)
        if (!write_file(arguments[1], path, out)) return std::cerr << "cannot embed " << path << "\n", 1;
    out << behind;
    return out.flush() ? 0 : 1;
}
