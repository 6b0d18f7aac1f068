#include "case_file.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace halfstar::cases {

namespace {

constexpr std::array<std::string_view, 3> beginnings = {"options", "input", "escaped"};
constexpr std::array<std::string_view, 5> expectations = {"facts", "body", "tree", "html", "diagnostics"};

template <typename Names> bool is_one_of(std::string_view name, const Names& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A line that opens a section; other lines of three hyphens are front matter and breaks.
bool opens_section(std::string_view line, Section& section) {
    if (!line.starts_with("--- ")) return false;
    const std::string_view head = trim(line.substr(4));
    const std::string_view name = head.substr(0, head.find(' '));
    if (!is_one_of(name, beginnings) && !is_expectation(name)) return false;
    section = {std::string(name), std::string(trim(head.substr(name.size()))), {}};
    return true;
}

char plain_escape(char c) {
    switch (c) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
    }
}

} // namespace

bool is_expectation(std::string_view name) { return is_one_of(name, expectations); }

CaseFile parse_case(std::string_view text) {
    CaseFile file;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string_view line = text.substr(at, end - at);
        Section section;
        if (opens_section(line, section))
            file.sections.push_back(std::move(section));
        else
            (file.sections.empty() ? file.shows : file.sections.back().text) += line;
        at = end;
    }
    return file;
}

std::string written_case(const CaseFile& file) {
    std::string text = file.shows;
    for (const Section& section : file.sections)
        text += "--- " + section.name + (section.words.empty() ? "" : " " + section.words) + "\n" + section.text;
    return text;
}

std::string unescaped(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') continue;
        if (text[at] != '\\' || at + 1 == text.size()) {
            bytes += text[at];
            continue;
        }
        if (text[++at] != 'x') {
            bytes += plain_escape(text[at]);
            continue;
        }
        unsigned int byte = 0;
        const std::string_view digits = text.substr(at + 1, 2);
        std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        bytes += static_cast<char>(byte);
        at += 2;
    }
    return bytes;
}

} // namespace halfstar::cases
