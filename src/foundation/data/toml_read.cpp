// TOML as it stands; and, where toml++ rejects it, line by line.
#include "foundation/base/strings.h"
#include "foundation/data/salvage.h"
#include "foundation/data/syntaxes.h"
#include "foundation/data/toml_parse.h"

#include <algorithm>

namespace halfstar {
namespace {

using Path = std::vector<std::string>;

struct Line {
    std::size_t begin = 0, end = 0; ///< bytes of the text, without the line's end
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

/// Counts what is open at the end of some lines: brackets, and strings of several lines.
class Openings {
public:
    void read(std::string_view line) {
        for (std::size_t at = 0; at < line.size(); ++at) {
            const std::string_view rest = line.substr(at);
            if (!fence_.empty()) close(rest, at);
            else if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) open(rest.substr(0, 3), at);
            else if (rest[0] == '"' || rest[0] == '\'') open(rest.substr(0, 1), at);
            else if (rest[0] == '#') break;
            else if (rest[0] == '[' || rest[0] == '{') ++depth_;
            else if (rest[0] == ']' || rest[0] == '}') --depth_;
        }
        if (fence_.size() == 1) fence_ = {};
    }
    bool any() const { return depth_ > 0 || !fence_.empty(); }

private:
    void open(std::string_view fence, std::size_t& at) {
        fence_ = fence[0] == '"' ? std::string_view("\"\"\"").substr(0, fence.size())
                                 : std::string_view("'''").substr(0, fence.size());
        at += fence.size() - 1;
    }
    void close(std::string_view rest, std::size_t& at) {
        if (fence_[0] == '"' && rest[0] == '\\') ++at;
        else if (rest.starts_with(fence_)) {
            at += fence_.size() - 1;
            fence_ = {};
        }
    }

    int depth_ = 0;
    std::string_view fence_;
};

class Recovery {
public:
    Recovery(std::string_view text, Span where, Diagnostics& diagnostics)
        : text_(text), where_(where), diagnostics_(diagnostics), lines_(lines_of(text)) {}

    Members recover() {
        for (std::size_t i = 0; i < lines_.size();)
            i = read_from(i);
        return std::move(root_);
    }

private:
    std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
    Span span(std::size_t begin, std::size_t end) const {
        return {where_.source, static_cast<std::uint32_t>(where_.begin + begin),
                static_cast<std::uint32_t>(where_.begin + end)};
    }
    Span span_of(std::string_view words) const {
        const auto begin = static_cast<std::size_t>(words.data() - text_.data());
        return span(begin, begin + words.size());
    }

    /// Reads the statement that begins at a line; the line behind it.
    std::size_t read_from(std::size_t i) {
        const std::string_view words = trim(slice(lines_[i].begin, lines_[i].end));
        if (words.empty() || words[0] == '#') return i + 1;
        if (words[0] == '[') return enter(words), i + 1;
        const std::size_t next = end_of_statement(i);
        const std::size_t begin = lines_[i].begin;
        toml_text::Attempt attempt = toml_text::parse(slice(begin, lines_[next - 1].end), span(begin, begin));
        if (!attempt.members) return salvage_line(words, attempt.cause), i + 1;
        merge(std::move(*attempt.members), *members_at(table_));
        return next;
    }

    std::size_t end_of_statement(std::size_t first) const {
        constexpr std::size_t most = 500; // lines
        Openings open;
        for (std::size_t i = first; i < std::min(lines_.size(), first + most); ++i) {
            open.read(slice(lines_[i].begin, lines_[i].end));
            if (!open.any()) return i + 1;
        }
        return first + 1;
    }

    /// `[extra.movie]`, `[[films]]`. A head that is no TOML names its table by its words.
    void enter(std::string_view words) {
        const bool list = words.starts_with("[[");
        const std::string_view name = trim(words.substr(list ? 2 : 1, words.find(']') - (list ? 2 : 1)));
        table_ = path_of(name);
        if (table_.empty()) table_ = {std::string(salvage::unquoted(name))};
        if (words.find(']') == std::string_view::npos)
            diagnostics_.report(Code::broken_front_matter, span_of(words), {"a bracket that is never closed"},
                                {"it was read as: [" + std::string(name) + "]"});
        if (list) add_table(span_of(words));
    }

    Path path_of(std::string_view name) const {
        const std::string statement = std::string(name) + " = 0";
        toml_text::Attempt attempt = toml_text::parse(statement, Span{});
        Path path;
        const Members* members = attempt.members ? &*attempt.members : nullptr;
        for (; members != nullptr && members->size() == 1; members = members->front().second.members())
            path.push_back(members->front().first);
        return path;
    }

    void add_table(Span where) {
        const Path parent(table_.begin(), table_.end() - 1);
        Members& members = *members_at(parent);
        Value* list = nullptr;
        for (auto& [key, value] : members)
            if (key == table_.back()) list = &value;
        if (list == nullptr) list = &members.emplace_back(table_.back(), Value{std::vector<Value>{}, where, where}).second;
        if (auto* items = std::get_if<std::vector<Value>>(&list->node)) items->push_back({Members{}, where, where});
    }

    /// The table of the path, made where it is missing; of a list of tables the last. What stands in the way of a
    /// table stays, and the table gets a place behind it.
    Members* members_at(const Path& path) {
        Members* here = &root_;
        for (const std::string& key : path) {
            Members* inside = nullptr;
            for (auto& [name, value] : *here)
                if (name == key) inside = inside_of(value);
            if (inside == nullptr)
                inside = std::get_if<Members>(&here->emplace_back(key, Value{Members{}, {}, {}}).second.node);
            here = inside;
        }
        return here;
    }

    static Members* inside_of(Value& value) {
        if (auto* items = std::get_if<std::vector<Value>>(&value.node))
            return items->empty() ? nullptr : std::get_if<Members>(&items->back().node);
        return std::get_if<Members>(&value.node);
    }

    void merge(Members more, Members& into) {
        for (auto& [key, value] : more) {
            const auto same = [&name = key](const Member& member) { return member.first == name; };
            const auto found = std::find_if(into.begin(), into.end(), same);
            Members* theirs = found == into.end() ? nullptr : std::get_if<Members>(&found->second.node);
            Members* ours = std::get_if<Members>(&value.node);
            if (theirs != nullptr && ours != nullptr) {
                merge(std::move(*ours), *theirs);
                continue;
            }
            if (found != into.end()) diagnostics_.report(Code::duplicate_key, value.key_span, {key});
            into.emplace_back(key, std::move(value));
        }
    }

    /// `title = Mission: Impossible`, `title: Stalker`: the words behind the mark are the value.
    void salvage_line(std::string_view words, const std::string& cause) {
        const std::size_t mark = std::min(words.find('='), words.find(": "));
        if (mark == std::string_view::npos || mark == 0) {
            diagnostics_.report(Code::broken_front_matter, span_of(words), {"a line that is no 'key = value'"});
            members_at(table_)->emplace_back(std::string(words),
                                             Value{Scalar{std::string(words), true}, span_of(words), span_of(words)});
            return;
        }
        const std::string_view key = trim(words.substr(0, mark)), written = trim(words.substr(mark + 1));
        const std::string_view bare = salvage::unquoted(written);
        const std::string name(salvage::unquoted(key));
        diagnostics_.report(Code::broken_front_matter, span_of(words),
                            {words[mark] == ':' ? std::string_view("a colon in the place of '='") : cause},
                            salvage::shown(Tolerance::front_matter, name + " = ", bare));
        Members one;
        one.emplace_back(name, Value{Scalar{std::string(bare), true}, span_of(written), span_of(key)});
        merge(std::move(one), *members_at(table_));
    }

    std::string_view text_;
    Span where_;
    Diagnostics& diagnostics_;
    std::vector<Line> lines_;
    Path table_;
    Members root_;
};

} // namespace

Value read_toml(std::string_view text, Span where, Diagnostics& diagnostics) {
    toml_text::Attempt attempt = toml_text::parse(text, where);
    if (attempt.members) return {std::move(*attempt.members), where, {}};
    return {Recovery(text, where, diagnostics).recover(), where, {}};
}

} // namespace halfstar
