// How PDF (ISO 32000-1, 7.3) writes numbers, names, strings and references: the same bytes on every
// machine and in every locale.
#pragma once

#include <halfstar/base.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar::pdf {

/// The number of an indirect object; 0 is none.
using ObjectNumber = std::uint32_t;

/// A length in thousandths of a point, halves away from zero.
std::int64_t thousandths(Length length);
/// `numerator` / `denominator` to the nearest integer, halves away from zero; `denominator` above 0.
std::int64_t rounded_quotient(std::int64_t numerator, std::int64_t denominator);

void append_integer(std::string& text, std::int64_t value);
/// Appends `value` / 1000 without needless zeros: 1500 is "1.5".
void append_decimal(std::string& text, std::int64_t value);
std::string decimal(std::int64_t value);
std::string number(Length length);

/// "12 0 R".
std::string reference(ObjectNumber object);
/// "[1 0 R 2 0 R]".
template <class Range>
std::string references(const Range& objects) {
    std::string text = "[";
    for (const ObjectNumber object : objects) {
        text += (text.size() > 1 ? " " : "") + reference(object);
    }
    return text + ']';
}

/// A name with its solidus; what a name may not hold stands as #xx.
std::string name(std::string_view text);
/// Text for people: printable ASCII as it is, everything else in UTF-16.
std::string text_string(std::string_view text);
/// Any bytes in parentheses.
std::string byte_string(std::string_view bytes);
std::string hex_string(std::string_view bytes);
/// Appends a byte of a string in parentheses, escaped where needed.
void append_string_byte(std::string& text, std::uint8_t byte);

/// UTF-16, big end first, without a mark.
std::string utf16(std::string_view text);

} // namespace halfstar::pdf
