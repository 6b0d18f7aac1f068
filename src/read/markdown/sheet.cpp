#include "read/markdown/sheet.h"

namespace halfstar::markdown {

void Sheet::begin() { made_ += "x\n"; }

void Sheet::add_line(Range line, Pipes pipes) {
    made_ += "    ";
    const auto step = [&](std::uint32_t origin) { origin_.step(static_cast<std::uint32_t>(made_.size()), origin); };
    step(line.begin);
    for (std::uint32_t at = line.begin; at < line.end; ++at) {
        const bool pipe = pipes == Pipes::escaped && text_[at] == '\\' && at + 1 < line.end && text_[at + 1] == '|';
        if (pipe) step(++at);
        has_brackets_ = has_brackets_ || text_[at] == '[';
        made_ += text_[at];
    }
    made_ += '\n';
}

std::size_t Sheet::add_lines(const std::vector<Range>& lines) {
    begin();
    for (const Range line : lines) add_line(line, Pipes::plain);
    made_ += '\n';
    return count_++;
}

std::size_t Sheet::add_cell(Range cell) {
    begin();
    add_line(cell, Pipes::escaped);
    made_ += '\n';
    return count_++;
}

void Sheet::parse() {
    if (has_brackets_) made_ += text_;
    document_ = markdown::parse(made_);
    lines_.emplace(made_);
    cmark_node* node = cmark_node_first_child(document_.get());
    for (; paragraphs_.size() < count_; node = cmark_node_next(node)) paragraphs_.push_back(node);
}

} // namespace halfstar::markdown
