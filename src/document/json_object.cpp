#include "document/json_object.h"

#include <algorithm>
#include <charconv>

namespace halfstar {
namespace {

const Members no_members;
const std::vector<Value> no_values;

const Members& members_of(const Value& value, JsonFault& fault) {
    if (const Members* members = value.members()) return *members;
    fault.report(value, "an object is expected");
    return no_members;
}

} // namespace

std::string JsonFault::sentence(std::string_view text) const {
    const std::string_view before = text.substr(0, std::min(offset_, text.size()));
    return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ": " + words_;
}

JsonObject::JsonObject(const Value& value, JsonFault& fault)
    : value_(value), members_(members_of(value, fault)), fault_(fault), taken_(members_.size(), false) {}

const Value* JsonObject::take(std::string_view name) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
        if (members_[i].first != name) continue;
        taken_[i] = true;
        return &members_[i].second;
    }
    return nullptr;
}

std::string JsonObject::string_in(const Value& value) {
    const Scalar* scalar = value.scalar();
    if (scalar && scalar->quoted) return scalar->text;
    fault_.report(value, "a string is expected");
    return {};
}

std::string JsonObject::text(std::string_view name) {
    const Value* value = take(name);
    return value ? string_in(*value) : std::string();
}

std::string JsonObject::required_text(std::string_view name) {
    const Value* value = take(name);
    if (value) return string_in(*value);
    fault_.report(value_, "the member '" + std::string(name) + "' is missing");
    return {};
}

std::vector<std::string> JsonObject::texts(std::string_view name) {
    std::vector<std::string> words;
    for (const Value& value : list(name)) words.push_back(string_in(value));
    return words;
}

bool JsonObject::flag(std::string_view name, bool absent) {
    const Value* value = take(name);
    if (value == nullptr) return absent;
    const Scalar* scalar = value->scalar();
    const bool known = scalar && !scalar->quoted && (scalar->text == "true" || scalar->text == "false");
    if (!known) fault_.report(*value, "true or false is expected");
    return known && scalar->text == "true";
}

std::optional<std::int64_t> JsonObject::integer_in(const Value& value, std::int64_t least, std::uint64_t most) {
    const Scalar* scalar = value.scalar();
    std::int64_t n = 0;
    bool whole = false;
    if (scalar && !scalar->quoted) {
        const char* end = scalar->text.data() + scalar->text.size();
        const std::from_chars_result read = std::from_chars(scalar->text.data(), end, n);
        whole = read.ec == std::errc() && read.ptr == end;
    }
    if (whole && n >= least && (n < 0 || static_cast<std::uint64_t>(n) <= most)) return n;
    fault_.report(value, "a whole number within its range is expected");
    return std::nullopt;
}

std::int64_t JsonObject::integer(std::string_view name, std::int64_t absent, std::int64_t least, std::uint64_t most) {
    const Value* value = take(name);
    return value ? integer_in(*value, least, most).value_or(absent) : absent;
}

std::vector<int> JsonObject::numbers(std::string_view name, int least, int most) {
    std::vector<int> all;
    for (const Value& value : list(name))
        if (const auto n = integer_in(value, least, static_cast<std::uint64_t>(most))) all.push_back(static_cast<int>(*n));
    return all;
}

std::optional<int> JsonObject::optional_number(std::string_view name) {
    const Members::const_iterator found = std::find_if(members_.begin(), members_.end(),
                                                       [&](const Member& member) { return member.first == name; });
    if (found == members_.end()) return std::nullopt;
    return number<int>(name, 0);
}

const std::vector<Value>& JsonObject::list(std::string_view name) {
    const Value* value = take(name);
    return value ? json_list(*value, fault_) : no_values;
}

void JsonObject::finish() {
    for (std::size_t i = 0; i < members_.size(); ++i)
        if (!taken_[i]) fault_.report(members_[i].second, "unknown member '" + members_[i].first + "'");
}

const std::vector<Value>& json_list(const Value& value, JsonFault& fault) {
    if (const std::vector<Value>* list = value.list()) return *list;
    fault.report(value, "a list is expected");
    return no_values;
}

} // namespace halfstar
