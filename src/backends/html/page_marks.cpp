#include "backends/html/page_marks.h"

#include "backends/html/flow.h"
#include "backends/html/markup.h"
#include "foundation/base/utf8.h"

namespace halfstar::html {

std::span<const PageMark> PageMarks::at(NodeOrdinal node) const {
    const auto found = marks_.find(node);
    return found == marks_.end() ? std::span<const PageMark>() : std::span<const PageMark>(found->second);
}

std::string page_mark_id(std::string_view label) { return "page-" + std::string(label); }

void write_page_mark(Markup& out, std::string_view label) {
    Tag mark("span");
    mark.set("epub:type", "pagebreak").set("role", "doc-pagebreak").set("id", page_mark_id(label)).set("aria-label", label);
    out.element(mark, "");
}

// ---- in the flow of a piece ----

void FlowWriter::begin_words(NodeOrdinal node) {
    counted_ = 0;
    marks_ = dress_.page_marks == nullptr || node == 0 ? std::span<const PageMark>() : dress_.page_marks->at(node);
    mark_pages();
}

/// What was not reached stands at the end: no page goes missing.
void FlowWriter::end_words() {
    for (const PageMark& mark : marks_) write_page_mark(out_, mark.label);
    marks_ = {};
}

void FlowWriter::words(const Inlines& inlines, NodeOrdinal node) {
    begin_words(node);
    this->inlines(inlines);
    end_words();
}

void FlowWriter::mark_pages() {
    for (; !marks_.empty() && marks_.front().offset <= counted_; marks_ = marks_.subspan(1))
        write_page_mark(out_, marks_.front().label);
}

void FlowWriter::pass(std::size_t code_points) {
    mark_pages();
    counted_ += static_cast<std::uint32_t>(code_points);
}

void FlowWriter::text(std::string_view words) {
    std::size_t begin = 0, at = 0;
    for (; !marks_.empty() && at < words.size(); at += utf8::decode(words, at).length, ++counted_) {
        if (marks_.front().offset > counted_) continue;
        out_.text(words.substr(begin, at - begin));
        begin = at;
        mark_pages();
    }
    out_.text(words.substr(begin));
}

} // namespace halfstar::html
