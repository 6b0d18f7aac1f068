#include "read/markdown/stand_ins.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "read/markdown/shortcode_marks.h"

#include <algorithm>
#include <utility>

namespace halfstar::markdown {
namespace {

// Letters for private use from U+E200 on: they begin a number and end it, stand beside line ends that were put in, and
// are its digits.
constexpr std::string_view opens = "\xEE\x88\x80", closes = "\xEE\x88\x81";
constexpr std::string_view before_break = "\xEE\x88\x82", after_break = "\xEE\x88\x83";
constexpr char32_t digits = 0xE210;
constexpr auto none = std::string_view::npos;

/// The marks of quotations and the indent that the line of `at` begins with.
std::string_view prefix_of_line(std::string_view text, std::size_t at) {
    const std::size_t begin = text.substr(0, at).find_last_of("\n\r") + 1; // none + 1 is 0
    const std::size_t end = std::min(text.find_first_not_of(" \t>", begin), at);
    return text.substr(begin, end - begin);
}

/// Whether a place in HTML is inside a tag or a comment.
struct HtmlPlace {
    bool in_tag = false, in_comment = false;

    void pass(std::string_view html) {
        for (std::size_t at = 0; at < html.size(); ++at) {
            if (in_comment) {
                at = html.find("-->", at);
                if (at == none) return;
                in_comment = false;
                at += 2;
            } else if (html.substr(at).starts_with("<!--")) {
                in_comment = true;
                at += 3;
            } else if (html[at] == '<') {
                in_tag = true;
            } else if (html[at] == '>') {
                in_tag = false;
            }
        }
    }
};

} // namespace

StandIns::StandIns(std::string_view text) : text_(text) {
    if (text.find(shortcode_letters) == none) shortcodes_ = find_shortcodes(text);
}

std::string StandIns::letters(std::size_t number) const {
    std::string made(opens);
    for (const char digit : std::to_string(number)) utf8::append(made, digits + static_cast<char32_t>(digit - '0'));
    made += closes;
    const Shortcode& shortcode = shortcodes_[number];
    if (shortcode.stretch != Stretch::own_lines) return made;
    made = "<!--" + made + "-->";
    const std::string line_end = "\n" + std::string(prefix_of_line(text_, shortcode.range.begin));
    const auto joins = [&](std::size_t first, std::size_t second) {
        return second < shortcodes_.size() && shortcodes_[first].range.end == shortcodes_[second].range.begin &&
               shortcodes_[first].stretch == shortcodes_[second].stretch;
    };
    if (!begins_line(text_, shortcode.range.begin) && !(number > 0 && joins(number - 1, number)))
        made = std::string(before_break) + line_end + made;
    if (!ends_line(text_, shortcode.range.end) && !joins(number, number + 1))
        made += line_end + std::string(after_break);
    return made;
}

std::optional<StandIns::Met> StandIns::next(std::string_view words, std::size_t from) const {
    const std::size_t begin = words.find(opens, from);
    const std::size_t end = begin == none ? none : words.find(closes, begin);
    if (end == none) return std::nullopt;
    Met met{0, begin, end + closes.size()};
    for (std::size_t at = begin + opens.size(); at < end;) {
        const utf8::Decoded digit = utf8::decode(words, at);
        met.number = met.number * 10 + (digit.code_point - digits);
        at += digit.length;
    }
    if (met.number >= shortcodes_.size()) return std::nullopt;
    if (words.substr(0, begin).ends_with("<!--") && words.substr(met.end).starts_with("-->")) {
        met.begin -= 4;
        met.end += 3;
        const std::size_t ahead = words.substr(from, met.begin - from).find_last_not_of("\n >\t");
        const std::size_t break_end = ahead == none ? none : from + ahead + 1;
        if (break_end != none && words.substr(from, break_end - from).ends_with(before_break))
            met.begin = break_end - before_break.size();
        const std::size_t behind = words.find_first_not_of("\n >\t", met.end);
        if (behind != none && words.substr(behind).starts_with(after_break)) met.end = behind + after_break.size();
    }
    return met;
}

std::string StandIns::as_written(std::string_view words) const {
    if (shortcodes_.empty() || words.find(shortcode_letters) == none) return std::string(words);
    std::string made;
    std::size_t at = 0;
    for (std::optional<Met> met; (met = next(words, at)); at = met->end) {
        const Range range = shortcodes_[met->number].range;
        made.append(words.substr(at, met->begin - at)).append(text_.substr(range.begin, range.end - range.begin));
    }
    made += words.substr(at);
    return replace_all(replace_all(made, before_break, ""), after_break, "");
}

std::string StandIns::as_address(std::string_view url) const {
    if (shortcodes_.empty() || url.find(shortcode_letters) == none) return std::string(url);
    std::string made;
    std::size_t at = 0;
    for (std::optional<Met> met; (met = next(url, at)); at = met->end)
        made.append(url.substr(at, met->begin - at)).append(shortcodes_[met->number].address);
    return made.append(url.substr(at));
}

std::vector<Part> StandIns::parts_of_words(std::string_view words) const {
    std::vector<Part> parts;
    std::size_t at = 0;
    std::size_t searched = 0;
    const auto add = [&](std::size_t end) {
        if (end > at) parts.push_back({as_written(words.substr(at, end - at)), {}, at});
    };
    for (std::optional<Met> met; (met = next(words, searched)); searched = met->end) {
        if (shortcodes_[met->number].stretch == Stretch::words) continue;
        add(met->begin);
        parts.push_back({{}, met->number, met->begin});
        at = met->end;
    }
    add(words.size());
    return parts;
}

std::vector<Part> StandIns::parts_of_html(std::string_view html) const {
    std::vector<Part> parts;
    std::string text;
    HtmlPlace place;
    std::size_t begin = 0, at = 0;
    const auto add = [&] {
        if (!text.empty()) parts.push_back({std::exchange(text, {}), {}, begin});
    };
    for (std::optional<Met> met; (met = next(html, at)); at = met->end) {
        text += html.substr(at, met->begin - at);
        place.pass(html.substr(at, met->begin - at));
        const Shortcode& shortcode = shortcodes_[met->number];
        if (place.in_comment) {
            text += text_.substr(shortcode.range.begin, shortcode.range.end - shortcode.range.begin);
        } else if (place.in_tag) {
            text += shortcode.address;
        } else {
            add();
            parts.push_back({{}, met->number, met->begin});
            begin = met->end;
        }
    }
    text += html.substr(at);
    add();
    return parts;
}

} // namespace halfstar::markdown
