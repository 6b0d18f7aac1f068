#include "foundation/data/yaml_recovery.h"

#include "foundation/base/strings.h"
#include "foundation/data/salvage.h"

#include <algorithm>

namespace halfstar::yaml {
namespace {

using salvage::Collected;
using salvage::unquoted;

struct Line {
    std::size_t begin = 0, end = 0; ///< bytes of the text, without the line's end
    std::size_t words = 0;          ///< where its first word begins; `end` for an empty line
    std::size_t indent = 0;         ///< columns before it
};

/// Lines [first, last) of the text that make one member or item.
struct Chunk {
    std::size_t first = 0, last = 0;
};

constexpr std::size_t longest_glued_key = 40; // bytes: a sentence with a clock time in it is no member

/// `key: rest` as bytes of the text.
struct KeyLine {
    std::size_t key_begin = 0, key_end = 0;
    std::size_t rest = 0;
};

class Recovery {
public:
    Recovery(std::string_view text, Span where, Tolerance tolerance, Diagnostics& diagnostics)
        : text_(text), where_(where), tolerance_(tolerance), diagnostics_(diagnostics) {
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::size_t words = std::min(text.find_first_not_of(" \t", begin), end);
            lines_.push_back({begin, end, words, words - begin});
            begin = end + 1;
        }
    }

    Members recover(const Fault& fault) {
        Members members = members_in({0, lines_.size()}, 0);
        if (!reported_) {
            const std::size_t end = std::min(text_.find('\n', fault.offset), text_.size());
            report(fault, fault.offset, end, {});
        }
        return members;
    }

private:
    void report(const Fault& fault, std::size_t begin, std::size_t end, std::vector<std::string> hints) {
        reported_ = true;
        diagnostics_.report(fault.code, span(begin, end), {fault.cause}, std::move(hints));
    }

    Span span(std::size_t begin, std::size_t end) const {
        return {where_.source, static_cast<std::uint32_t>(where_.begin + begin),
                static_cast<std::uint32_t>(where_.begin + end)};
    }

    std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

    bool is_silent(const Line& line) const { return line.words == line.end || text_[line.words] == '#'; }

    bool is_item(const Line& line) const {
        return line.words < line.end && text_[line.words] == '-' &&
               (line.words + 1 == line.end || text_[line.words + 1] == ' ');
    }

    /// The first colon that ends a key: before white space or the line's end.
    std::optional<KeyLine> key_line(const Line& line) const {
        if (is_silent(line) || is_item(line)) return std::nullopt;
        for (std::size_t at = text_.find(':', line.words); at < line.end; at = text_.find(':', at + 1)) {
            if (at > line.words && (at + 1 == line.end || text_[at + 1] == ' ' || text_[at + 1] == '\t'))
                return KeyLine{line.words, at, std::min(text_.find_first_not_of(" \t", at + 1), line.end)};
        }
        return std::nullopt;
    }

    /// `key:rest`, which misses its space.
    std::optional<KeyLine> glued_key_line(const Line& line) const {
        const std::size_t colon = text_.find(':', line.words);
        if (is_silent(line) || is_item(line) || colon >= line.end || colon == line.words) return std::nullopt;
        const std::string_view key = slice(line.words, colon);
        if (text_.substr(colon).starts_with("://") || key.size() > longest_glued_key) return std::nullopt; // an address
        return KeyLine{line.words, colon, colon + 1};
    }

    /// Lines that begin a member stand at `indent`; what is deeper, and a list at the same depth, belongs
    /// to the member above.
    std::vector<Chunk> chunks_of_members(Chunk range, std::size_t indent) const {
        std::vector<Chunk> chunks;
        for (std::size_t i = range.first; i < range.last; ++i) {
            const bool starts = !is_silent(lines_[i]) && lines_[i].indent <= indent && !is_item(lines_[i]);
            if (starts || chunks.empty()) chunks.push_back({i, i});
            chunks.back().last = i + 1;
        }
        return chunks;
    }

    std::vector<Chunk> chunks_of_items(Chunk range, std::size_t indent) const {
        std::vector<Chunk> chunks;
        for (std::size_t i = range.first; i < range.last; ++i) {
            const bool starts = is_item(lines_[i]) && lines_[i].indent <= indent;
            if (starts || chunks.empty()) chunks.push_back({i, i});
            chunks.back().last = i + 1;
        }
        return chunks;
    }

    /// The first line of the range that is not silent, or none.
    std::optional<std::size_t> first_words(Chunk range) const {
        for (std::size_t i = range.first; i < range.last; ++i)
            if (!is_silent(lines_[i])) return i;
        return std::nullopt;
    }

    Attempt attempt(Chunk chunk) const {
        const std::size_t begin = lines_[chunk.first].begin;
        return parse(slice(begin, lines_[chunk.last - 1].end), span(begin, begin), tolerance_);
    }

    Members members_in(Chunk range, std::size_t depth) {
        Collected members(tolerance_);
        const std::optional<std::size_t> first = first_words(range);
        if (!first) return {};
        for (const Chunk chunk : chunks_of_members({*first, range.last}, lines_[*first].indent)) {
            Attempt read = attempt(chunk);
            const Members* understood = read.value ? read.value->members() : nullptr;
            if (understood) {
                diagnostics_.append(std::move(read.diagnostics));
                for (const auto& [key, value] : *understood) members.add(key, value, diagnostics_);
            } else {
                salvage_member(chunk, read.fault.value_or(Fault{}), members, depth);
            }
        }
        return members.take();
    }

    void salvage_member(Chunk chunk, Fault fault, Collected& members, std::size_t depth) {
        const Line& line = lines_[chunk.first];
        std::optional<KeyLine> at = key_line(line);
        if (!at) {
            at = glued_key_line(line);
            fault.cause = at ? "no space after the colon" : "a line that is no 'key: value'";
            if (slice(line.words, line.end).starts_with("---")) fault.cause = "a second document begins";
            if (!at) return keep_line(chunk, fault, members);
        }
        const std::string key(unquoted(trim(slice(at->key_begin, at->key_end))));
        Value value = at->rest == line.end ? nested({chunk.first + 1, chunk.last}, fault, depth)
                                           : words(at->rest, chunk, fault, key + ": ");
        value.key_span = span(at->key_begin, at->key_end);
        members.add(key, std::move(value), diagnostics_);
    }

    /// A line that is no member, and what stands deeper below it.
    void keep_line(Chunk chunk, const Fault& fault, Collected& members) {
        const Line& line = lines_[chunk.first];
        report(fault, line.words, end_of(chunk), {});
        if (tolerance_ == Tolerance::settings) return;
        const std::string key(trim(slice(line.words, line.end)));
        Value value{Scalar{joined(line.words, chunk), true}, span(line.words, end_of(chunk)), span(line.words, line.end)};
        members.add(key, std::move(value), diagnostics_);
    }

    /// What stands below a key or a dash that has nothing beside it.
    Value nested(Chunk range, const Fault& fault, std::size_t depth) {
        const std::optional<std::size_t> first = first_words(range);
        if (!first) {
            const std::size_t at = lines_[range.first - 1].end;
            report(fault, lines_[range.first - 1].words, at, {});
            return {std::monostate{}, span(at, at), {}};
        }
        const Line& line = lines_[*first];
        const Chunk rest{*first, range.last};
        if (depth < nesting_cap && is_item(line)) return items_in(rest, depth + 1);
        if (depth < nesting_cap && key_line(line))
            return {members_in(rest, depth + 1), span(line.words, end_of(rest)), {}};
        return words(line.words, rest, fault, "");
    }

    Value items_in(Chunk range, std::size_t depth) {
        std::vector<Value> items;
        for (const Chunk chunk : chunks_of_items(range, lines_[range.first].indent)) {
            Attempt read = attempt(chunk);
            const std::vector<Value>* understood = read.value ? read.value->list() : nullptr;
            if (understood) {
                diagnostics_.append(std::move(read.diagnostics));
                items.insert(items.end(), understood->begin(), understood->end());
            } else {
                items.push_back(salvage_item(chunk, read.fault.value_or(Fault{}), depth));
            }
        }
        return {std::move(items), span(lines_[range.first].words, end_of(range)), {}};
    }

    Value salvage_item(Chunk chunk, const Fault& fault, std::size_t depth) {
        const Line& line = lines_[chunk.first];
        const std::size_t rest = std::min(text_.find_first_not_of(" \t", line.words + 1), line.end);
        if (rest == line.end) return nested({chunk.first + 1, chunk.last}, fault, depth);
        const bool has_more = first_words({chunk.first + 1, chunk.last}).has_value();
        // `- name: A` with `role: B` below: without its dash it is a map whose keys stand in one column.
        const Line without_dash{rest, line.end, rest, rest - line.begin};
        if (has_more && depth < nesting_cap && key_line(without_dash)) {
            lines_[chunk.first] = without_dash;
            return {members_in(chunk, depth + 1), span(rest, end_of(chunk)), {}};
        }
        return words(rest, chunk, fault, "- ");
    }

    std::size_t end_of(Chunk range) const {
        std::size_t last = range.last - 1;
        while (last > range.first && is_silent(lines_[last])) --last;
        return lines_[last].end;
    }

    /// The words of the lines from `begin` to the chunk's end.
    std::string joined(std::size_t begin, Chunk chunk) const {
        std::string text(trim(slice(begin, lines_[chunk.first].end)));
        for (std::size_t i = chunk.first + 1; i < chunk.last; ++i)
            if (!is_silent(lines_[i])) text.append(" ").append(trim(slice(lines_[i].words, lines_[i].end)));
        return text;
    }

    /// All words from `begin` to the chunk's end as one text.
    Value words(std::size_t begin, Chunk chunk, const Fault& fault, const std::string& before) {
        const std::string text = joined(begin, chunk);
        const std::size_t end = end_of(chunk);
        const std::string_view bare = unquoted(text);
        report(fault, begin, end, salvage::shown(tolerance_, before, bare));
        return {Scalar{std::string(bare), bare.size() < text.size()}, span(begin, end), {}};
    }

    std::string_view text_;
    Span where_;
    Tolerance tolerance_;
    Diagnostics& diagnostics_;
    std::vector<Line> lines_;
    bool reported_ = false;
};

} // namespace

Members recover(std::string_view text, Span where, const Fault& fault, Tolerance tolerance, Diagnostics& diagnostics) {
    return Recovery(text, where, tolerance, diagnostics).recover(fault);
}

} // namespace halfstar::yaml
