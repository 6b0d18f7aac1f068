#include "read/toml.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace halfstar::reading {

namespace {

constexpr int deepest_value = 32;

bool is_bare_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

using Key = std::vector<std::string>;

class TomlReader {
public:
    TomlReader(std::string_view text, Span where, Diagnostics& diagnostics)
        : text_(text), where_(where), diagnostics_(diagnostics) {}

    Members read() {
        while (skip_blank_lines(), at_ < text_.size()) {
            const std::size_t begin = at_;
            if (!(peek('[') ? table_line() : pair_line()) || !end_of_line()) broken(begin);
        }
        return std::move(root_);
    }

private:
    bool peek(char c) const { return at_ < text_.size() && text_[at_] == c; }
    bool take(char c) { return peek(c) ? (++at_, true) : false; }
    bool take(std::string_view s) {
        if (!text_.substr(at_).starts_with(s)) return false;
        at_ += s.size();
        return true;
    }
    void skip_spaces() {
        while (peek(' ') || peek('\t'))
            ++at_;
    }
    void skip_comment() {
        if (peek('#')) at_ = std::min(text_.find('\n', at_), text_.size());
    }
    void skip_blank_lines() {
        for (std::size_t before = text_.size() + 1; before != at_;) {
            before = at_;
            skip_spaces();
            skip_comment();
            take('\n');
        }
    }
    bool end_of_line() {
        skip_spaces();
        skip_comment();
        return at_ == text_.size() || take('\n');
    }
    Span span(std::size_t begin, std::size_t end) const {
        return {where_.source, where_.begin + static_cast<std::uint32_t>(begin),
                where_.begin + static_cast<std::uint32_t>(end)};
    }

    /// Reports the line at `begin` and keeps its words as a key without a value.
    void broken(std::size_t begin) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        const std::string line(trim(text_.substr(begin, end - begin)));
        diagnostics_.report(Code::broken_front_matter, span(begin, end), {line});
        Value value;
        value.node = Scalar{line, true};
        value.span = value.key_span = span(begin, end);
        root_.emplace_back(line, std::move(value));
        at_ = std::min(end + 1, text_.size());
    }

    std::optional<Key> key() {
        Key parts;
        do {
            skip_spaces();
            if (peek('"') || peek('\'')) {
                auto part = string();
                if (!part) return std::nullopt;
                parts.push_back(std::move(*part));
            } else {
                const std::size_t begin = at_;
                while (at_ < text_.size() && is_bare_key(text_[at_]))
                    ++at_;
                if (at_ == begin) return std::nullopt;
                parts.emplace_back(text_.substr(begin, at_ - begin));
            }
            skip_spaces();
        } while (take('.') && parts.size() < 16);
        return parts;
    }

    bool table_line() {
        ++at_;
        const bool many = take('[');
        auto name = key();
        if (!name || !take(']') || (many && !take(']'))) return false;
        table_ = std::move(*name);
        if (!many) return true;
        Value* list = place(table_, root_);
        if (list == nullptr) return false;
        if (list->is_null()) list->node = std::vector<Value>{};
        auto* items = std::get_if<std::vector<Value>>(&list->node);
        if (items == nullptr) return false;
        items->emplace_back();
        items->back().node = Members{};
        return true;
    }

    bool pair_line() {
        const std::size_t begin = at_;
        const Key table = table_;
        auto name = key();
        const std::size_t key_end = at_;
        if (!name || !take('=')) return false;
        auto read = value(0);
        if (!read) return false;
        read->key_span = span(begin, key_end);
        Key path = table;
        path.insert(path.end(), name->begin(), name->end());
        return store(path, std::move(*read), root_);
    }

    /// The member at the end of a path, made on the way; the last item of a list of tables stands for it.
    /// Null when something else stands in the way.
    static Value* place(const Key& path, Members& root) {
        Members* here = &root;
        Value* found = nullptr;
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (i > 0) here = inside(*found);
            if (here == nullptr) return nullptr;
            const auto same = [&](const auto& member) { return member.first == path[i]; };
            auto member = std::find_if(here->begin(), here->end(), same);
            if (member == here->end()) member = here->insert(here->end(), {path[i], Value{}});
            found = &member->second;
        }
        return found;
    }
    static Members* inside(Value& value) {
        if (value.is_null()) value.node = Members{};
        if (auto* items = std::get_if<std::vector<Value>>(&value.node))
            return items->empty() ? nullptr : std::get_if<Members>(&items->back().node);
        return std::get_if<Members>(&value.node);
    }

    bool store(const Key& path, Value value, Members& root) {
        Value* target = place(path, root);
        if (target == nullptr) return false;
        if (!target->is_null()) {
            diagnostics_.report(Code::duplicate_key, value.key_span, {path.back()});
            return true;
        }
        *target = std::move(value);
        return true;
    }

    std::optional<Value> value(int depth) {
        skip_spaces();
        const std::size_t begin = at_;
        Value result;
        if (depth > deepest_value) return std::nullopt;
        if (peek('"') || peek('\'')) {
            auto words = string();
            if (!words) return std::nullopt;
            result.node = Scalar{std::move(*words), true};
        } else if (peek('[')) {
            if (!array(result, depth)) return std::nullopt;
        } else if (peek('{')) {
            if (!inline_table(result, depth)) return std::nullopt;
        } else {
            const std::size_t end = std::min(text_.find_first_of(",]}#\n", at_), text_.size());
            const std::string_view plain = trim(text_.substr(at_, end - at_));
            if (plain.empty()) return std::nullopt;
            result.node = Scalar{std::string(plain), false};
            at_ = end;
        }
        result.span = span(begin, at_);
        return result;
    }

    bool array(Value& result, int depth) {
        std::vector<Value> items;
        ++at_;
        while (skip_blank_lines(), !take(']')) {
            auto item = value(depth + 1);
            if (!item) return false;
            items.push_back(std::move(*item));
            skip_blank_lines();
            if (!take(',') && !peek(']')) return false;
        }
        result.node = std::move(items);
        return true;
    }

    bool inline_table(Value& result, int depth) {
        Members members;
        ++at_;
        while (skip_blank_lines(), !take('}')) {
            const std::size_t begin = at_;
            auto name = key();
            const std::size_t key_end = at_;
            if (!name || !take('=')) return false;
            auto item = value(depth + 1);
            if (!item) return false;
            item->key_span = span(begin, key_end);
            if (!store(*name, std::move(*item), members)) return false;
            skip_blank_lines();
            if (!take(',') && !peek('}')) return false;
        }
        result.node = std::move(members);
        return true;
    }

    /// The four kinds of string.
    std::optional<std::string> string() {
        for (const std::string_view fence : {"\"\"\"", "'''", "\"", "'"})
            if (take(fence)) return string_until(fence);
        return std::nullopt;
    }

    std::optional<std::string> string_until(std::string_view fence) {
        const bool escapes = fence[0] == '"';
        const bool many_lines = fence.size() == 3;
        std::string out;
        if (many_lines) take('\n');
        while (at_ < text_.size() && !take(fence)) {
            if (peek('\n') && !many_lines) return std::nullopt;
            if (escapes && take('\\')) {
                if (!escape(out)) return std::nullopt;
            } else {
                out += text_[at_++];
            }
            if (at_ == text_.size()) return std::nullopt;
        }
        return out;
    }

    bool escape(std::string& out) {
        static constexpr std::string_view letters = "btnfre\"\\";
        static constexpr std::string_view meanings = "\b\t\n\f\r\x1B\"\\";
        if (at_ == text_.size()) return false;
        const char c = text_[at_++];
        if (const std::size_t i = letters.find(c); i != std::string_view::npos) {
            out += meanings[i];
            return true;
        }
        if (c == '\n') {
            at_ = std::min(text_.find_first_not_of(" \t\n", at_), text_.size());
            return true;
        }
        const std::size_t length = c == 'u' ? 4u : c == 'U' ? 8u : 0u;
        if (length == 0 || text_.size() - at_ < length) return false;
        std::uint32_t code = 0;
        const char* begin = text_.data() + at_;
        if (std::from_chars(begin, begin + length, code, 16).ptr != begin + length) return false;
        utf8::append(out, static_cast<char32_t>(code));
        at_ += length;
        return true;
    }

    std::string_view text_;
    Span where_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    Key table_;
    Members root_;
};

} // namespace

Members read_toml(std::string_view text, Span where, Diagnostics& diagnostics) {
    return TomlReader(text, where, diagnostics).read();
}

} // namespace halfstar::reading
