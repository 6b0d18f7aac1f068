#include "foundation/base/strings.h"
#include "foundation/data/syntaxes.h"


namespace halfstar {
namespace {

std::size_t digits_from(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at;
}

/// The production `number` of RFC 8259.
bool is_json_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits_from(text, at);
    if (whole == at || (text[at] == '0' && whole > at + 1)) return false;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digits_from(text, at + 1);
        if (fraction == at + 1) return false;
        at = fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t exponent = digits_from(text, at);
        if (exponent == at) return false;
        at = exponent;
    }
    return at == text.size();
}

bool is_json_word(std::string_view text) { return text == "true" || text == "false" || text == "null"; }

void write(const Value& value, std::string& out);

void write_scalar(const Scalar& scalar, std::string& out) {
    const bool plain = !scalar.quoted && (is_json_word(scalar.text) || is_json_number(scalar.text));
    out += plain ? scalar.text : json_string(scalar.text);
}

void write_list(const std::vector<Value>& list, std::string& out) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ',';
        write(list[i], out);
    }
    out += ']';
}

void write_members(const Members& members, std::string& out) {
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0) out += ',';
        out += json_string(members[i].first) + ":";
        write(members[i].second, out);
    }
    out += '}';
}

void write(const Value& value, std::string& out) {
    if (value.is_null()) out += "null";
    if (const Scalar* scalar = value.scalar()) write_scalar(*scalar, out);
    if (const std::vector<Value>* list = value.list()) write_list(*list, out);
    if (const Members* members = value.members()) write_members(*members, out);
}

} // namespace

std::string to_json(const Value& value) {
    std::string out;
    write(value, out);
    return out;
}

std::string json_string(std::string_view text) { return "\"" + escape_json(text) + "\""; }

} // namespace halfstar
