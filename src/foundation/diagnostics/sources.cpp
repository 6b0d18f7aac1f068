#include "foundation/base/utf8.h"

#include <halfstar/diagnostics.h>

#include <algorithm>
#include <cassert>

namespace halfstar {
namespace {

/// Bytes from one count of characters to the next: so a line of many megabytes is not counted anew for
/// each diagnostic in it.
constexpr std::uint32_t step = 1024;

} // namespace

Sources::Table Sources::measure(std::string_view text) {
    Table table;
    table.lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    table.characters.reserve(text.size() / step + 1);
    table.lines.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        table.lines.push_back(static_cast<std::uint32_t>(at + 1));
    std::uint32_t before = 0;
    for (std::size_t at = 0; at <= text.size(); at += step) {
        table.characters.push_back(before);
        before += static_cast<std::uint32_t>(utf8::count(text.substr(at, step)));
    }
    return table;
}

SourceId Sources::add(std::string name, std::string text) {
    tables_.push_back(measure(text));
    sources_.push_back({std::move(name), std::move(text)});
    return static_cast<SourceId>(sources_.size());
}

void Sources::set_text(SourceId id, std::string text) {
    assert(contains(id));
    tables_[id - 1] = measure(text);
    sources_[id - 1].text.swap(text); // what is short is else moved into the room of what was long
}

const Sources::Source& Sources::at(SourceId id) const {
    assert(contains(id));
    return sources_[id - 1];
}

std::uint32_t Sources::characters_before(SourceId id, std::uint32_t offset) const {
    const std::string_view text = sources_[id - 1].text;
    const std::uint32_t known = offset / step;
    const std::string_view rest = text.substr(known * step, offset - known * step);
    return tables_[id - 1].characters[known] + static_cast<std::uint32_t>(utf8::count(rest));
}

std::size_t Sources::line_index(SourceId id, std::uint32_t offset) const {
    const std::vector<std::uint32_t>& lines = tables_[id - 1].lines;
    return static_cast<std::size_t>(std::upper_bound(lines.begin(), lines.end(), offset) - lines.begin() - 1);
}

Sources::Position Sources::position(SourceId id, std::uint32_t offset) const {
    if (!contains(id)) return {};
    offset = std::min(offset, static_cast<std::uint32_t>(sources_[id - 1].text.size()));
    const std::size_t line = line_index(id, offset);
    const std::uint32_t begin = tables_[id - 1].lines[line];
    return {static_cast<std::uint32_t>(line + 1),
            characters_before(id, offset) - characters_before(id, begin) + 1};
}

std::string_view Sources::line_at(SourceId id, std::uint32_t offset) const {
    if (!contains(id)) return {};
    const std::string_view text = sources_[id - 1].text;
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    const std::size_t begin = tables_[id - 1].lines[line_index(id, offset)];
    return text.substr(begin, text.find('\n', begin) - begin);
}

} // namespace halfstar
