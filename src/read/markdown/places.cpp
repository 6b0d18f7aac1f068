#include "read/markdown/places.h"

#include "foundation/base/first_byte.h"
#include "foundation/base/utf8.h"
#include "read/html/entities.h"

#include <algorithm>

namespace halfstar::markdown {
namespace {

/// How far and how often words are looked for when they do not stand where they should.
constexpr std::uint32_t search_limit = 4096;
constexpr int attempt_limit = 32;

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#';
    });
}

/// Bytes of a character reference at `at`, if one stands there and `literal` does not just repeat it;
/// and the bytes of `literal` it became.
struct Reference {
    std::size_t written = 0, became = 0;
};
std::optional<Reference> reference_at(std::string_view text, std::size_t at, std::string_view literal) {
    if (const std::optional<soup::Entity> known = soup::read_entity(text, at)) {
        if (literal.starts_with(known->text)) return Reference{known->length, known->text.size()};
    }
    const std::string_view rest = text.substr(at + 1, 40);
    const std::size_t end = rest.find(';');
    if (end == std::string_view::npos || !is_name(rest.substr(0, end)) || literal.front() == '&') return std::nullopt;
    // A name of HTML 5 that the table lacks: one or two characters, by what follows them.
    const std::size_t one = utf8::decode(literal, 0).length;
    const std::size_t behind = at + end + 2;
    if (one == literal.size() || behind >= text.size() || literal[one] == text[behind]) return Reference{end + 2, one};
    return Reference{end + 2, one + utf8::decode(literal, one).length};
}

/// How many bytes both begin with, up to the next that may mean something else.
std::size_t same_bytes(std::string_view text, std::string_view literal) {
    text = text.substr(0, literal.size());
    if (text.empty()) return 0;
    const std::size_t stop = first_byte(text, 1, [](auto c) { return (c == '\\') | (c == '&'); });
    // They hardly ever differ: whether they do is asked first, and only then where.
    if (text.substr(0, stop) == literal.substr(0, stop)) return stop;
    return static_cast<std::size_t>(std::mismatch(text.begin(), text.end(), literal.begin()).first - text.begin());
}

} // namespace

Places::Places(std::string_view text, const Lines& lines, cmark_node* block, int quotes)
    : text_(text), lines_(lines), block_(lines.range_of(block)), first_line_(cmark_node_get_start_line(block)),
      first_column_(cmark_node_get_start_column(block)), quotes_(quotes), cursor_(block_.begin) {
    begins_.push_back(block_.begin);
    if (block_.begin < text.size() && text[block_.begin] == '[') find_dropped_lines(block);
}

/// The block's lines are counted from its link definitions, those of its inlines from behind them; both
/// end on the same line. Line ends within a link's address or title are not counted, so as many fewer lines
/// are tried until the first words stand where they should.
void Places::find_dropped_lines(cmark_node* block) {
    int last = first_line_;
    cmark_node* first_words = nullptr;
    cmark_iter* iterator = cmark_iter_new(block);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node* node = cmark_iter_get_node(iterator);
        if (node == block) continue;
        last = std::max({last, cmark_node_get_start_line(node), cmark_node_get_end_line(node)});
        if (first_words == nullptr && cmark_node_get_type(node) == CMARK_NODE_TEXT) first_words = node;
    }
    cmark_iter_free(iterator);
    std::uint32_t lines = lines_.line_at(block_.end > block_.begin ? block_.end - 1 : block_.end);
    // The underline of a heading is a line of the block and none of its content.
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING) --lines;
    dropped_ = lines > static_cast<std::uint32_t>(last) ? lines - static_cast<std::uint32_t>(last) : 0;
    for (const std::uint32_t most = dropped_; first_words != nullptr;) {
        const auto place = told(cmark_node_get_start_line(first_words), cmark_node_get_start_column(first_words));
        if (place && aligned(*place, cmark_node_get_literal(first_words))) break;
        if (dropped_ == 0) {
            dropped_ = most;
            break;
        }
        --dropped_;
    }
    if (dropped_ > 0) cursor_ = content_begin(dropped_);
}

std::uint32_t Places::limited(std::size_t at) const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(at, block_.end));
}

/// Where `mark` stands next, near what was found last; npos when it does not.
std::size_t Places::ahead(std::string_view mark) const {
    return text_.substr(0, std::min<std::size_t>(block_.end, cursor_ + search_limit + mark.size())).find(mark, cursor_);
}

std::uint32_t Places::content_begin(std::uint32_t line) {
    while (begins_.size() <= line) {
        const auto number = static_cast<std::uint32_t>(static_cast<std::size_t>(first_line_) + begins_.size());
        const std::uint32_t end = lines_.end(number);
        std::uint32_t at = lines_.begin(number);
        const auto skip_space = [&] {
            while (at < end && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        };
        skip_space();
        for (int quote = 0; quote < quotes_ && at < end && text_[at] == '>'; ++quote) {
            ++at;
            skip_space();
        }
        begins_.push_back(at);
    }
    return begins_[line];
}

/// The offset of the place that cmark names.
std::optional<std::uint32_t> Places::told(int line, int column) {
    if (line < first_line_ || column < first_column_) return std::nullopt;
    const std::uint32_t index = static_cast<std::uint32_t>(line - first_line_) + dropped_;
    if (static_cast<std::uint32_t>(first_line_) + index > lines_.count()) return std::nullopt;
    const std::uint32_t at = content_begin(index) + static_cast<std::uint32_t>(column - first_column_);
    return at < block_.end ? std::optional(at) : std::nullopt;
}

/// The words laid along the text from `at`, if they stand there.
std::optional<std::vector<PlacedWords>> Places::aligned(std::uint32_t at, std::string_view literal) const {
    std::vector<PlacedWords> found;
    while (!literal.empty()) {
        if (at >= block_.end) return std::nullopt;
        std::size_t written = 0, became = 0;
        const bool escaped = text_[at] == '\\' && at + 1 < block_.end && is_punctuation(text_[at + 1]);
        const std::optional<Reference> reference = text_[at] == '&' ? reference_at(text_, at, literal) : std::nullopt;
        if (escaped) {
            if (text_[at + 1] != literal.front()) return std::nullopt;
            written = 2;
            became = 1;
        } else if (reference) {
            written = reference->written;
            became = reference->became;
        } else {
            written = became = same_bytes(text_.substr(at, block_.end - at), literal);
            if (became == 0) return std::nullopt;
        }
        const bool plain = !escaped && !reference;
        const Range range{at, at + static_cast<std::uint32_t>(written)};
        if (plain && !found.empty() && found.back().plain) {
            found.back().words += literal.substr(0, became);
            found.back().range.end = range.end;
        } else {
            found.push_back({std::string(literal.substr(0, became)), range, plain});
        }
        at = range.end;
        literal.remove_prefix(became);
    }
    return found;
}

std::vector<PlacedWords> Places::words(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    const std::string_view words = literal == nullptr ? std::string_view() : literal;
    if (words.empty()) return {};
    std::optional<std::vector<PlacedWords>> found;
    const auto place = told(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    if (place && *place >= cursor_) found = aligned(*place, words);
    std::uint32_t at = cursor_;
    for (int attempt = 0; !found && attempt < attempt_limit; ++attempt) {
        const std::uint32_t limit = std::min(block_.end, cursor_ + search_limit);
        if (at >= limit) break;
        const std::string_view stretch = text_.substr(at, limit - at);
        const std::string starts{words.front(), '\\', '&'};
        const std::size_t next = stretch.find_first_of(starts);
        if (next == std::string_view::npos) break;
        at += static_cast<std::uint32_t>(next);
        found = aligned(at, words);
        ++at;
    }
    if (!found) return {{std::string(words), block_, false}};
    cursor_ = found->back().range.end;
    return *found;
}

Range Places::code() {
    const std::size_t open = ahead("`");
    if (open >= block_.end) return block_;
    std::size_t inside = std::min(text_.find_first_not_of('`', open), text_.size());
    const std::size_t ticks = inside - open;
    for (std::size_t at = inside; (at = text_.find('`', at)) < block_.end;) {
        const std::size_t end = std::min(text_.find_first_not_of('`', at), text_.size());
        if (end - at == ticks) {
            cursor_ = limited(end);
            return {limited(open), cursor_};
        }
        at = end;
    }
    return block_;
}

Range Places::html(std::string_view literal) {
    const std::size_t line_end = literal.find('\n');
    const std::size_t open = ahead(literal.substr(0, line_end));
    if (open >= block_.end) return block_;
    const std::uint32_t begin = limited(open);
    cursor_ = limited(open + std::min(line_end, literal.size()));
    for (std::size_t end = line_end; end != std::string_view::npos;) {
        cursor_ = this->line_end().end;
        const std::size_t next = literal.find('\n', end + 1);
        cursor_ = limited(cursor_ + std::min(next, literal.size()) - end - 1);
        end = next;
    }
    return {begin, cursor_};
}

Range Places::line_end() {
    const std::uint32_t line = lines_.line_at(cursor_);
    const std::uint32_t begin = std::min(cursor_, lines_.end(line));
    if (line >= lines_.count() || line < static_cast<std::uint32_t>(first_line_)) return {begin, begin};
    const std::uint32_t next = content_begin(line + 1 - static_cast<std::uint32_t>(first_line_));
    std::uint32_t tail = lines_.end(line);
    while (tail > begin && (text_[tail - 1] == ' ' || text_[tail - 1] == '\\')) --tail;
    cursor_ = limited(next);
    return {tail, std::max(tail, cursor_)};
}

Range Places::picture(cmark_node* node) {
    const std::size_t open = ahead("![");
    if (open >= block_.end) return block_;
    const auto end = told(cmark_node_get_end_line(node), cmark_node_get_end_column(node));
    const bool ends = end && *end > open && (text_[*end] == ')' || text_[*end] == ']');
    cursor_ = ends ? *end + 1 : limited(open + 2);
    return {limited(open), ends ? cursor_ : block_.end};
}

Range Places::marked(Range inside, std::uint32_t marks) {
    const auto is_mark = [&](std::uint32_t at) { return text_[at] == '*' || text_[at] == '_'; };
    for (std::uint32_t i = 0; i < marks; ++i) {
        if (inside.begin > block_.begin && is_mark(inside.begin - 1)) --inside.begin;
        if (inside.end < block_.end && is_mark(inside.end)) ++inside.end;
    }
    cursor_ = std::max(cursor_, inside.end);
    return inside;
}

/// Behind the link whose words end at `at`: cmark does not count the line ends in its address and title.
std::uint32_t Places::behind_link(std::uint32_t at) const {
    if (at >= block_.end || text_[at] != ']') return at;
    ++at;
    if (at >= block_.end || (text_[at] != '(' && text_[at] != '[')) return at;
    const char last = text_[at] == '(' ? ')' : ']';
    char quote = 0;
    int depth = 0;
    for (std::uint32_t i = at; i < block_.end; ++i) {
        const char c = text_[i];
        if (c == '\\') {
            ++i;
        } else if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (last == ')' && (c == '"' || c == '\'') && (text_[i - 1] == ' ' || text_[i - 1] == '\n')) {
            quote = c;
        } else if (c == text_[at]) {
            ++depth;
        } else if (c == last && --depth == 0) {
            return i + 1;
        }
    }
    return at;
}

Range Places::link(cmark_node* node, std::optional<Range> inside) {
    Range range = inside.value_or(Range{cursor_, cursor_});
    if (!inside) {
        const std::size_t open = ahead("[");
        if (open < block_.end) range = {limited(open), limited(open + 1)};
    } else if (range.begin > block_.begin && (text_[range.begin - 1] == '[' || text_[range.begin - 1] == '<')) {
        --range.begin;
    }
    const auto end = told(cmark_node_get_end_line(node), cmark_node_get_end_column(node));
    if (end && *end >= range.end && (text_[*end] == ')' || text_[*end] == ']' || text_[*end] == '>')) {
        range.end = *end + 1;
    } else {
        range.end = behind_link(range.end);
    }
    cursor_ = std::max(cursor_, range.end);
    return range;
}

} // namespace halfstar::markdown
