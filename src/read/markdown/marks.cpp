#include "read/markdown/marks.h"

#include "foundation/base/first_byte.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::markdown {
namespace {

using soup::Node;
using soup::NodeId;
using soup::Soup;
using soup::Tag;
using soup::Wording;

constexpr std::size_t label_limit = 200;

enum class MarkKind : std::uint8_t { reference, begin, end };

/// A mark in the words of the child at `child`.
struct Mark {
    MarkKind kind;
    std::size_t child;
    std::size_t at, length;
    Tag tag = Tag::note;  ///< of what begins here
    bool spoiler = false; ///< a note that gives something away
};

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool before(const Mark& a, const Mark& b) { return a.child != b.child ? a.child < b.child : a.at < b.at; }

class MarkReader {
public:
    explicit MarkReader(Soup& soup) : soup_(soup) {}

    void read(NodeId parent) {
        if (!has_marks(parent)) return;
        children_ = soup_.children(parent);
        if (mentions("[^") || mentions("^[")) apply_found(parent, find_brackets());
        if (mentions("~~")) apply_found(parent, find_strikes());
        if (mentions("==")) apply_found(parent, find_pairs("==", "==", Tag::highlight));
        if (mentions("||") && !stands_in_cell(parent)) apply_found(parent, find_pairs("||", "||", Tag::note));
        if (mentions(">!")) apply_found(parent, find_pairs(">!", "!<", Tag::note));
    }

private:
    bool is_markable(std::size_t child) const { return soup_.at(children_[child]).wording == Wording::markable; }
    std::string_view words(std::size_t child) const { return soup_.at(children_[child]).text; }

    /// Whether any of the words hold what every mark begins with.
    bool has_marks(NodeId parent) const {
        const auto begins = [](auto c) { return (c == '[') | (c == '^') | (c == '~') | (c == '=') | (c == '|') | (c == '>'); };
        for (NodeId id = soup_.at(parent).first; id != soup::nobody; id = soup_.at(id).next) {
            const Node& node = soup_.at(id);
            if (node.wording == Wording::markable && first_byte(node.text, 0, begins) < node.text.size()) return true;
        }
        return false;
    }

    bool mentions(std::string_view mark) const {
        for (std::size_t i = 0; i < children_.size(); ++i) {
            if (is_markable(i) && words(i).find(mark) != std::string_view::npos) return true;
        }
        return false;
    }

    /// Bytes of the reference `[^label]` at `at`; 0 when there is none.
    static std::size_t reference_at(std::string_view text, std::size_t at) {
        if (!text.substr(at).starts_with("[^")) return 0;
        const std::string_view rest = text.substr(at + 2, label_limit + 1);
        const std::size_t end = rest.find_first_of("[]\t");
        if (end == std::string_view::npos || end == 0 || rest[end] != ']') return 0;
        return rest[0] == ' ' || rest[end - 1] == ' ' ? 0 : end + 3;
    }

    void apply_found(NodeId parent, const std::vector<Mark>& marks) {
        apply(parent, marks);
        children_ = soup_.children(parent);
    }

    bool stands_in_cell(NodeId id) const {
        for (; id != soup::nobody; id = soup_.at(id).parent) {
            const Tag tag = soup_.at(id).tag;
            if (tag == Tag::cell || tag == Tag::head_cell) return true;
        }
        return false;
    }

    std::vector<Mark> find_brackets() const {
        std::vector<Mark> marks;
        std::vector<Mark> open; // brackets; those of length 2 begin a note
        for (std::size_t child = 0; child < children_.size(); ++child) {
            if (!is_markable(child)) continue;
            const std::string_view text = words(child);
            for (std::size_t at = 0; at < text.size(); ++at) {
                if (const std::size_t length = reference_at(text, at); length > 0) {
                    marks.push_back({MarkKind::reference, child, at, length});
                    at += length - 1;
                } else if (text.substr(at).starts_with("^[")) {
                    open.push_back({MarkKind::begin, child, at++, 2});
                } else if (text[at] == '[') {
                    open.push_back({MarkKind::begin, child, at, 1});
                } else if (text[at] == ']' && !open.empty()) {
                    const Mark begin = open.back();
                    open.pop_back();
                    const bool empty = begin.child == child && begin.at + 2 >= at;
                    if (begin.length == 1 || empty) continue;
                    marks.push_back(begin);
                    marks.push_back({MarkKind::end, child, at, 1});
                }
            }
        }
        std::sort(marks.begin(), marks.end(), before);
        return marks;
    }

    bool is_line_end(std::size_t child) const {
        const Tag tag = soup_.at(children_[child]).tag;
        return tag == Tag::soft_break || tag == Tag::line_break;
    }

    std::vector<Mark> find_strikes() const {
        std::vector<Mark> marks;
        bool open = false;
        for (std::size_t child = 0; child < children_.size(); ++child) {
            if (!is_markable(child)) continue;
            const std::string_view text = words(child);
            for (std::size_t at = 0; (at = text.find('~', at)) != std::string_view::npos;) {
                const std::size_t end = std::min(text.find_first_not_of('~', at), text.size());
                const bool at_edge = end == text.size();
                const bool ends = at > 0 ? !is_space(text[at - 1]) : child > 0 && !is_line_end(child - 1);
                const bool more = child + 1 < children_.size() && !is_line_end(child + 1);
                const bool begins = at_edge ? more : !is_space(text[end]);
                if (end - at == 2 && (open ? ends : begins)) {
                    marks.push_back({open ? MarkKind::end : MarkKind::begin, child, at, 2, Tag::strike});
                    open = !open;
                }
                at = end;
            }
        }
        if (open) marks.pop_back();
        return marks;
    }

    /// Marks that stand against the words between them and are no part of a word outside them.
    std::vector<Mark> find_pairs(std::string_view opening, std::string_view closing, Tag tag) const {
        std::vector<Mark> marks;
        bool open = false;
        for (std::size_t child = 0; child < children_.size(); ++child) {
            if (!is_markable(child)) continue;
            const std::string_view text = words(child);
            for (std::size_t at = 0; at < text.size();) {
                const std::string_view wanted = open ? closing : opening;
                at = text.find(wanted, at);
                if (at == std::string_view::npos) break;
                const std::size_t end = at + wanted.size();
                const bool stands = open ? ends_words(child, at, end) : begins_words(child, at, end);
                const bool empty = open && marks.back().child == child && marks.back().at + marks.back().length == at;
                if (stands && !empty) {
                    marks.push_back({open ? MarkKind::end : MarkKind::begin, child, at, wanted.size(), tag, tag == Tag::note});
                    open = !open;
                }
                at = end;
            }
        }
        if (open) marks.pop_back();
        return marks;
    }

    static bool is_word(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '=' || c == '|';
    }
    bool begins_words(std::size_t child, std::size_t at, std::size_t end) const {
        const std::string_view text = words(child);
        const bool against = end < text.size() ? !is_space(text[end]) && text[end] != '|' && text[end] != '='
                                               : child + 1 < children_.size() && !is_line_end(child + 1);
        return against && (at == 0 || !is_word(text[at - 1]));
    }
    bool ends_words(std::size_t child, std::size_t at, std::size_t end) const {
        const std::string_view text = words(child);
        const bool against = at > 0 ? !is_space(text[at - 1]) : child > 0 && !is_line_end(child - 1);
        return against && (end == text.size() || !is_word(text[end]));
    }

    /// The part [begin, end) of a text as a node of its own.
    NodeId part(NodeId text, std::size_t begin, std::size_t end, Tag tag = Tag::text) {
        const Node& whole = soup_.at(text);
        Span span = whole.span;
        if (span.end - span.begin == whole.text.size()) {
            const std::uint32_t first = span.begin;
            span.begin = static_cast<std::uint32_t>(first + begin);
            span.end = static_cast<std::uint32_t>(first + end);
        }
        const std::string words = whole.text.substr(begin, end - begin);
        const NodeId id = soup_.make(tag, span, words);
        soup_.at(id).wording = Wording::markable;
        return id;
    }

    /// Rebuilds the parent's children: text is cut at the marks, and what stands between two becomes an element.
    void apply(NodeId parent, const std::vector<Mark>& marks) {
        if (marks.empty()) return;
        std::vector<std::pair<NodeId, std::vector<NodeId>>> open;
        open.push_back({parent, {}});
        std::size_t next = 0;
        for (std::size_t child = 0; child < children_.size(); ++child) {
            const NodeId id = children_[child];
            if (next == marks.size() || marks[next].child != child) {
                open.back().second.push_back(id);
                continue;
            }
            std::size_t at = 0;
            for (; next < marks.size() && marks[next].child == child; ++next) {
                const Mark mark = marks[next];
                if (mark.at > at) open.back().second.push_back(part(id, at, mark.at));
                at = mark.at + mark.length;
                place(mark, id, open);
            }
            if (at < soup_.at(id).text.size()) open.back().second.push_back(part(id, at, soup_.at(id).text.size()));
        }
        soup_.set_children(parent, open.front().second);
    }

    void place(const Mark& mark, NodeId text, std::vector<std::pair<NodeId, std::vector<NodeId>>>& open) {
        const std::size_t end = mark.at + mark.length;
        if (mark.kind == MarkKind::reference) {
            const NodeId id = part(text, mark.at, end, Tag::note_reference);
            const std::string label = soup_.at(id).text.substr(2, mark.length - 3);
            soup_.at(id).text = label;
            open.back().second.push_back(id);
        } else if (mark.kind == MarkKind::begin) {
            const NodeId id = part(text, mark.at, end, mark.tag);
            soup_.at(id).text.clear();
            if (mark.spoiler) soup_.at(id).attributes.emplace_back("spoiler", "");
            soup_.at(id).markdown = soup_.at(id).closed = true;
            open.push_back({id, {}});
        } else {
            const NodeId id = open.back().first;
            soup_.set_children(id, open.back().second);
            soup_.at(id).span.end = std::max(soup_.at(id).span.end, soup_.at(part(text, mark.at, end)).span.end);
            open.pop_back();
            open.back().second.push_back(id);
        }
    }

    Soup& soup_;
    std::vector<NodeId> children_;
};

} // namespace

void read_marks(Soup& soup) {
    MarkReader reader(soup);
    // Notes that are made on the way stand behind the others, and are read in their turn.
    for (NodeId id = 0; id < soup.size(); ++id) {
        if (soup.at(id).first != soup::nobody) reader.read(id);
    }
}

} // namespace halfstar::markdown
