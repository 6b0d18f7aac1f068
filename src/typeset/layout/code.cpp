// Code: a line a line, in the monospaced face; what is too long goes on, indented, on the next.
#include "typeset/layout/blocks.h"

#include "foundation/base/utf8.h"

#include <string>
#include <vector>

namespace halfstar::layout {

namespace {

/// The line with spaces that hold their places and no tabs: all but single spaces between words bind.
std::string kept_spaces(std::string_view line) {
    static constexpr std::string_view binding = "\u00A0";
    std::string out;
    std::size_t column = 0;
    char before = ' ';
    for (const char c : line) {
        std::size_t width = 1;
        if (c == '\t') width = 4 - column % 4;
        if (c == ' ' && before != ' ') out += ' ';
        else if (c == ' ' || c == '\t')
            for (std::size_t i = 0; i < width; ++i) out += binding;
        else out += c;
        column += width;
        before = c == '\t' ? ' ' : c;
    }
    return out.empty() ? std::string(binding) : out;
}

} // namespace

void set_code(Desk& desk, Galley& galley, const Block& block, const CodeBlock& code, const Surroundings& around) {
    leave_room(galley, desk.grid() / 2);
    const StructureId parent = desk.structure.add(around.parent, StructureRole::code);
    const Column column = indented(desk, around.column, desk.grid());
    std::size_t begin = 0;
    std::uint32_t offset = 0;
    while (begin < code.text.size()) {
        const std::size_t end = std::min(code.text.find('\n', begin), code.text.size());
        const std::string line = kept_spaces(std::string_view(code.text).substr(begin, end - begin));
        SetText text = text_of(desk, writer_of(desk, line, Element::code_block), Element::code_block, column.width);
        text.setting = Setting::ragged;
        text.ordinal = block.ordinal;
        text.offset = offset;
        offset += static_cast<std::uint32_t>(utf8::count(std::string_view(code.text).substr(begin, end - begin)) + 1);
        text.span = block.span;
        text.shapes.push_back({desk.grid() * 2, column.width - desk.grid() * 2});
        add_text(desk, galley, compose(desk, std::move(text), parent), column.x, desk.grid());
        begin = end + 1;
    }
    leave_room(galley, desk.grid() / 2);
}

} // namespace halfstar::layout
