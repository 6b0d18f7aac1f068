#include "read/smart_punctuation.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

struct Row {
    std::string_view language;
    QuotationMarks marks;
};

constexpr QuotationMarks english = {U"“", U"”", U"‘", U"’"};
constexpr QuotationMarks german = {U"„", U"“", U"‚", U"‘"};
constexpr QuotationMarks french = {U"«\u202F", U"\u202F»", U"“", U"”"};
constexpr QuotationMarks angled = {U"«", U"»", U"“", U"”"};
constexpr QuotationMarks swiss = {U"«", U"»", U"‹", U"›"};
constexpr QuotationMarks nordic = {U"”", U"”", U"’", U"’"};
constexpr QuotationMarks polish = {U"„", U"”", U"«", U"»"};
constexpr QuotationMarks russian = {U"«", U"»", U"„", U"“"};
constexpr QuotationMarks corner = {U"「", U"」", U"『", U"』"};

/// The longer tag stands first.
constexpr std::array rows = {
    Row{"de-ch", swiss}, Row{"fr-ch", swiss}, Row{"it-ch", swiss}, Row{"pt-br", english}, Row{"de", german},
    Row{"fr", french},   Row{"es", angled},   Row{"it", angled},   Row{"pt", angled},     Row{"ca", angled},
    Row{"gl", angled},   Row{"el", angled},   Row{"no", angled},   Row{"nb", angled},     Row{"nn", angled},
    Row{"da", german},   Row{"cs", german},   Row{"sk", german},   Row{"sl", german},     Row{"is", german},
    Row{"bg", german},   Row{"pl", polish},   Row{"ro", polish},   Row{"hu", polish},     Row{"hr", polish},
    Row{"sv", nordic},   Row{"fi", nordic},   Row{"ru", russian},  Row{"uk", russian},    Row{"ja", corner},
    Row{"ar", english},
};

bool matches(std::string_view language, std::string_view tag) {
    if (language.size() < tag.size()) return false;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const bool same =
        std::equal(tag.begin(), tag.end(), language.begin(), [&](char t, char l) { return t == lower(l); });
    return same && (language.size() == tag.size() || language[tag.size()] == '-');
}

} // namespace

const QuotationMarks& quotation_marks(std::string_view language) {
    for (const Row& row : rows)
        if (matches(language, row.language)) return row.marks;
    return english;
}

} // namespace halfstar::reading
