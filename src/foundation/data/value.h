// One shape for structured data, whichever syntax it came in: YAML, TOML, JSON, CSV.
#pragma once

#include <halfstar/diagnostics.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace halfstar {

struct Member;
/// In the author's order; a key stands once.
using Members = std::vector<Member>;

/// Scalars keep their text as written (a film may be called 1941, or null): what they mean is for the
/// reader of the key to say. `quoted` tells a string that was written as one.
struct Scalar {
    std::string text;
    bool quoted = false;
};

struct Value {
    std::variant<std::monostate, Scalar, std::vector<Value>, Members> node; ///< null, scalar, list, map
    Span span;     ///< of the value
    Span key_span; ///< of the key, for members of a map

    bool is_null() const { return node.index() == 0; }
    const Scalar* scalar() const { return std::get_if<Scalar>(&node); }
    const std::vector<Value>* list() const { return std::get_if<std::vector<Value>>(&node); }
    const Members* members() const { return std::get_if<Members>(&node); }
    /// The member called `key`, or null.
    const Value* find(std::string_view key) const;
};

/// A key and its value, named as in std::pair, which clang 14 cannot make of a type that holds it.
struct Member {
    Member(std::string key, Value value) : first(std::move(key)), second(std::move(value)) {}
    std::string first;
    Value second;
};

} // namespace halfstar
