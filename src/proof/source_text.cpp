#include "proof/source_text.h"

#include "foundation/base/strings.h"

#include <algorithm>

namespace halfstar::proof {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_tag = 2000, longest_shortcut = 40;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+'; }

class MarkupEraser {
public:
    explicit MarkupEraser(std::string_view source) : source_(source), text_(source) {}

    std::string erase() {
        std::size_t at = front_matter();
        blank(0, at);
        bool line_begins = true;
        while (at < source_.size()) {
            const std::size_t next = std::max(at + 1, line_begins ? line_mark(at) : at);
            const std::size_t end = next > at + 1 ? next : std::max(at + 1, mark(at));
            if (end > at + 1) blank(at, end);
            line_begins = source_[end - 1] == '\n' || (line_begins && end == at + 1 && source_[at] == ' ');
            at = end;
        }
        return std::move(text_);
    }

private:
    /// Line ends stay, so that lines stay lines.
    void blank(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < std::min(end, text_.size()); ++i)
            if (text_[i] != '\n') text_[i] = ' ';
    }

    bool stands(std::size_t at, std::string_view mark) const { return source_.substr(at).starts_with(mark); }
    std::size_t line_end(std::size_t at) const { return std::min(source_.find('\n', at), source_.size()); }
    /// Behind the next `closing`, if that comes within `most` bytes; else `at`.
    std::size_t behind(std::size_t at, std::string_view closing, std::size_t most) const {
        const std::size_t place = source_.substr(0, at + std::min(most, source_.size() - at)).find(closing, at);
        return place == none ? at : place + closing.size();
    }

    std::size_t front_matter() const {
        if (stands(0, "{\n")) return behind(0, "\n}\n", none);
        for (const std::string_view fence : {"---", "+++"}) {
            const std::size_t first = line_end(0);
            if (trim(source_.substr(0, first)) != fence) continue;
            for (std::size_t at = first + 1; at < source_.size(); at = line_end(at) + 1) {
                const std::string_view line = trim(source_.substr(at, line_end(at) - at));
                if (line == fence || (line == "..." && fence == "---")) return line_end(at);
            }
        }
        return lines_of_keys();
    }

    /// `Title: Stalker`: a short key that begins with a letter, and its colon.
    static bool is_key_line(std::string_view line) {
        constexpr std::size_t longest_key = 40;
        const std::size_t colon = line.substr(0, longest_key).find(':');
        if (colon == none || colon == 0 || line.substr(colon).starts_with("://")) return false;
        const auto first = static_cast<unsigned char>(line[0]);
        return first >= 0x80 || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    }

    /// The end of front matter without fences: two lines of keys or more up to the first empty line. Labels of the body that
    /// stand so are facts as well.
    std::size_t lines_of_keys() const {
        std::size_t at = std::min(source_.find_first_not_of(" \n"), source_.size()), keys = 0;
        while (at < source_.size()) {
            const std::string_view line = source_.substr(at, line_end(at) - at);
            if (trim(line).empty() || trim(line) == "---") break;
            const bool continues = keys > 0 && (line[0] == ' ' || line[0] == '\t');
            if (!continues && !is_key_line(line)) return 0;
            keys += continues ? 0 : 1;
            at = std::min(line_end(at) + 1, source_.size());
        }
        return keys < 2 ? 0 : at;
    }

    /// The end of what stands at the beginning of a line: an item's number, a fence's words, a definition of an
    /// address.
    std::size_t line_mark(std::size_t at) const {
        if (const std::size_t end = list_number(at); end != at) return end;
        if (stands(at, "```") || stands(at, "~~~")) return line_end(at);
        if (source_[at] != '[' || stands(at, "[^")) return at;
        const std::size_t close = source_.find_first_of("]\n", at);
        return close != none && stands(close, "]:") ? line_end(at) : at;
    }

    std::size_t list_number(std::size_t at) const {
        const std::size_t end = std::min(source_.find_first_not_of("0123456789", at), source_.size());
        return end > at && (stands(end, ". ") || stands(end, ") ")) ? end + 1 : at;
    }

    /// The end of the mark that begins here, or `at`.
    std::size_t mark(std::size_t at) const {
        switch (source_[at]) {
        case '<':
            return tag(at);
        case ']':
            return target(at);
        case '[':
            return stands(at, "[^") ? behind(at, "]", longest_tag) : at;
        case '{':
            return behind(at, stands(at, "{{") ? "}}" : "}", line_end(at) - at);
        case '&':
            return entity(at);
        case ':':
            return shortcut(at);
        case '%':
            return comment(at);
        case 'h':
            return address(at);
        default:
            return at;
        }
    }

    std::size_t tag(std::size_t at) const {
        if (stands(at, "<!--")) return behind(at, "-->", none);
        const char next = at + 1 < source_.size() ? source_[at + 1] : ' ';
        if (!is_letter(next) && next != '/' && next != '!' && next != '?') return at;
        return behind(at, ">", longest_tag);
    }

    /// What a link leads to, with its title: "](address)" or "][name]".
    std::size_t target(std::size_t at) const {
        if (stands(at, "][")) {
            const std::size_t end = behind(at + 2, "]", longest_tag);
            return end == at + 2 ? at : end;
        }
        if (!stands(at, "](")) return at;
        int depth = 0;
        for (std::size_t i = at + 1; i < std::min(source_.size(), at + longest_tag); ++i) {
            if (source_[i] == '\\')
                ++i;
            else if (source_[i] == '(')
                ++depth;
            else if (source_[i] == ')' && --depth == 0)
                return i + 1;
        }
        return at;
    }

    /// A remark of a vault's own.
    std::size_t comment(std::size_t at) const {
        if (!stands(at, "%%")) return at;
        const std::size_t end = behind(at + 2, "%%", none);
        return end == at + 2 ? at : end;
    }

    std::size_t address(std::size_t at) const {
        if (!stands(at, "http://") && !stands(at, "https://")) return at;
        return std::min(source_.find_first_of(" \t\n>", at), source_.size());
    }

    /// "&eacute;" or ":star:".
    std::size_t named(std::size_t at, std::size_t begin, char last) const {
        std::size_t end = begin;
        while (end < source_.size() && end - begin < longest_shortcut && is_word(source_[end]))
            ++end;
        return end > begin && end < source_.size() && source_[end] == last ? end + 1 : at;
    }
    std::size_t entity(std::size_t at) const { return named(at, stands(at, "&#") ? at + 2 : at + 1, ';'); }
    std::size_t shortcut(std::size_t at) const { return named(at, at + 1, ':'); }

    std::string_view source_;
    std::string text_;
};

} // namespace

std::string without_markup(std::string_view source) { return MarkupEraser(source).erase(); }

std::vector<Stretch> lines_of(std::string_view text) {
    std::vector<Stretch> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at), words = trim(line);
        const auto begin = static_cast<std::uint32_t>(words.data() - text.data());
        if (!words.empty()) lines.push_back({begin, begin + static_cast<std::uint32_t>(words.size())});
        at = end + 1;
    }
    return lines;
}

std::vector<Stretch> paragraphs_of(std::string_view text) {
    std::vector<Stretch> paragraphs;
    for (const Stretch& line : lines_of(text)) {
        const bool goes_on = !paragraphs.empty() &&
                             std::count(text.begin() + paragraphs.back().end, text.begin() + line.begin, '\n') == 1;
        if (goes_on)
            paragraphs.back().end = line.end;
        else
            paragraphs.push_back(line);
    }
    return paragraphs;
}

} // namespace halfstar::proof
