#include "compose/issue_reading.h"

#include "document/dates.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace halfstar {
namespace {

constexpr std::size_t longest_excerpt = 40;

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    if (!all_digits(text)) return std::nullopt;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

} // namespace

bool same_word(std::string_view a, std::string_view b) { return ascii_iequal(trim(a), b); }

/// What stands in the file, its first line alone.
std::string IssueReading::excerpt(const Value& value) const {
    if (const Scalar* scalar = value.scalar(); scalar && scalar->text.find('\n') == std::string::npos)
        return scalar->text;
    const std::size_t begin = std::min<std::size_t>(value.span.begin, text_.size());
    const std::size_t end = std::clamp<std::size_t>(value.span.end, begin, text_.size());
    std::string_view words = text_.substr(begin, end - begin);
    words = trim(words.substr(0, words.find('\n')));
    if (utf8::count(words) <= longest_excerpt) return std::string(words);
    return utf8::from_utf32(utf8::to_utf32(words).substr(0, longest_excerpt)) + "…";
}

void IssueReading::fault(const Value& value, std::string_view expected, std::vector<std::string> hints) {
    diagnostics_.report(Code::bad_issue_value, value.span, {excerpt(value), expected}, std::move(hints));
}

void IssueReading::unknown_word(const Value& value, std::string_view expected, std::vector<std::string> words) {
    const std::optional<std::string> near = nearest(excerpt(value), words);
    fault(value, expected, {near ? "did you mean '" + *near + "'?" : "there are " + join(words, ", ")});
}

void IssueReading::unknown_key(const Member& member, std::vector<std::string> keys) {
    const std::optional<std::string> near = nearest(member.first, keys);
    std::vector<std::string> hints;
    if (near) hints.push_back("did you mean '" + *near + "'?");
    diagnostics_.report(Code::unknown_issue_key, member.second.key_span, {member.first}, std::move(hints));
}

std::string IssueReading::text(const Value& value, std::string_view expected) {
    if (const Scalar* scalar = value.scalar()) return std::string(trim_unicode(scalar->text));
    fault(value, expected);
    return {};
}

void IssueReading::each(const Value& value, const std::function<void(const Value&)>& take) {
    const std::vector<Value>* list = value.list();
    if (list == nullptr) return take(value);
    for (const Value& item : *list)
        if (!item.is_null()) take(item);
}

std::vector<std::string> IssueReading::texts(const Value& value) {
    std::vector<std::string> all;
    each(value, [&](const Value& item) {
        if (std::string words = text(item); !words.empty()) all.push_back(std::move(words));
    });
    return all;
}

std::optional<Date> IssueReading::date(const Value& value) {
    const Scalar* scalar = value.scalar();
    std::optional<Date> date = scalar ? read_iso_date(scalar->text) : std::nullopt;
    if (!date) fault(value, "a day as 2019-12-17, a month as 2019-12 or a year");
    return date;
}

std::optional<int> IssueReading::whole(const Value& value, int least, int most, std::string_view expected) {
    const Scalar* scalar = value.scalar();
    const std::optional<int> number = scalar ? number_of(trim(scalar->text)) : std::nullopt;
    if (number && *number >= least && *number <= most) return number;
    fault(value, expected);
    return std::nullopt;
}

std::optional<int> IssueReading::hundredths(const Value& value, std::string_view expected) {
    constexpr int most = 100000;
    const Scalar* scalar = value.scalar();
    const std::string_view written = scalar ? trim(scalar->text) : std::string_view();
    const std::size_t point = std::min(written.find('.'), written.size());
    const std::optional<int> units = number_of(written.substr(0, point));
    std::string decimals(point < written.size() ? written.substr(point + 1) : "0");
    decimals.resize(std::max<std::size_t>(decimals.size(), 2), '0');
    const std::optional<int> parts = decimals.size() == 2 ? number_of(decimals) : std::nullopt;
    if (units && parts && *units <= most && point + 1 != written.size()) return *units * 100 + *parts;
    fault(value, expected);
    return std::nullopt;
}

bool is_isbn(std::string_view written) {
    std::string digits;
    for (const char c : written)
        if (c != '-' && c != ' ') digits += c == 'x' ? 'X' : c;
    const bool short_form = digits.size() == 10;
    if (!short_form && digits.size() != 13) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool ten = short_form && i == 9 && digits[i] == 'X';
        if (!ten && (digits[i] < '0' || digits[i] > '9')) return false;
        const int digit = ten ? 10 : digits[i] - '0';
        sum += digit * (short_form ? 10 - static_cast<int>(i) : (i % 2 == 0 ? 1 : 3));
    }
    return sum % (short_form ? 11 : 10) == 0;
}

bool is_language_tag(std::string_view written) {
    const std::vector<std::string_view> subtags = split(written, '-');
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto fits = [&](std::string_view subtag) {
        return !subtag.empty() && subtag.size() <= 8 && std::all_of(subtag.begin(), subtag.end(), [&](char c) {
            return is_letter(c) || (c >= '0' && c <= '9');
        });
    };
    if (subtags[0].size() < 2 || !std::all_of(subtags[0].begin(), subtags[0].end(), is_letter)) return false;
    return std::all_of(subtags.begin(), subtags.end(), fits);
}

} // namespace halfstar
