// Reads the members of one JSON object by name, and remembers the first thing that is wrong with where
// it stands: what comes in may be anything.
#pragma once

#include "document/names.h"
#include "foundation/data/value.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// The first fault of a text, and the byte where it stands. Reading goes on with empty values.
class JsonFault {
public:
    void report(const Value& at, std::string words) {
        if (!words_.empty()) return;
        words_ = std::move(words);
        offset_ = at.span.begin;
    }
    bool found() const { return !words_.empty(); }
    /// "line 3: unknown member 'autor'".
    std::string sentence(std::string_view text) const;

private:
    std::string words_;
    std::size_t offset_ = 0;
};

class JsonObject {
public:
    JsonObject(const Value& value, JsonFault& fault);

    /// The member, or null; it counts as known then.
    const Value* take(std::string_view name);
    /// Empty when it is absent.
    std::string text(std::string_view name);
    std::string required_text(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    bool flag(std::string_view name, bool absent = false);
    /// `absent` when it is absent.
    template <class N>
    N number(std::string_view name, N absent) {
        return static_cast<N>(integer(name, absent, std::numeric_limits<N>::min(), std::numeric_limits<N>::max()));
    }
    /// None when it is absent.
    std::optional<int> optional_number(std::string_view name);
    /// Whole numbers from `least` to `most`; none when it is absent.
    std::vector<int> numbers(std::string_view name, int least, int most);
    template <class E>
    E name(std::string_view member, E absent) {
        const Value* value = take(member);
        if (value == nullptr) return absent;
        const std::optional<E> found = named<E>(string_in(*value));
        if (!found) fault_.report(*value, "unknown " + std::string(member));
        return found.value_or(absent);
    }
    /// The elements of a list; none when it is absent.
    const std::vector<Value>& list(std::string_view name);
    /// Every member must have been taken by now.
    void finish();

private:
    std::string string_in(const Value& value);
    std::int64_t integer(std::string_view name, std::int64_t absent, std::int64_t least, std::uint64_t most);
    std::optional<std::int64_t> integer_in(const Value& value, std::int64_t least, std::uint64_t most);

    const Value& value_;
    const Members& members_;
    JsonFault& fault_;
    std::vector<bool> taken_;
};

/// The elements of a list.
const std::vector<Value>& json_list(const Value& value, JsonFault& fault);

} // namespace halfstar
