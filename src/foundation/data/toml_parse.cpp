#include "foundation/data/toml_parse.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

// The one file that sees toml++; what it does not need is not compiled.
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 100
#include <toml++/toml.h>

#include <algorithm>
#include <vector>

namespace halfstar::toml_text {
namespace {

/// What toml++ tells by lines and columns of code points, in bytes.
class Places {
public:
    Places(std::string_view text, Span where) : text_(text), where_(where) {
        for (std::size_t at = 0; at != std::string_view::npos; at = text.find('\n', at)) {
            if (at > 0 || !begins_.empty()) ++at;
            begins_.push_back(at);
        }
    }

    std::size_t offset(const toml::source_position& place) const {
        if (place.line == 0 || place.line > begins_.size()) return text_.size();
        std::size_t at = begins_[place.line - 1];
        for (toml::source_index column = 1; column < place.column && at < text_.size() && text_[at] != '\n'; ++column)
            at += utf8::decode(text_, at).length;
        return at;
    }

    Span span(const toml::source_region& region) const {
        const std::size_t begin = offset(region.begin), end = std::max(offset(region.end), begin);
        return {where_.source, static_cast<std::uint32_t>(where_.begin + begin),
                static_cast<std::uint32_t>(where_.begin + end)};
    }

    std::string written(Span span) const {
        return std::string(trim(text_.substr(span.begin - where_.begin, span.end - span.begin)));
    }

private:
    std::string_view text_;
    Span where_;
    std::vector<std::size_t> begins_;
};

class Maker {
public:
    explicit Maker(const Places& places) : places_(places) {}

    /// toml++ sorts keys by their letters; where they stand gives the author's order back.
    Members members(const toml::table& table) const {
        Members all;
        for (const auto& [key, node] : table) {
            Value one = value(node);
            one.key_span = places_.span(key.source());
            all.emplace_back(std::string(key.str()), std::move(one));
        }
        std::stable_sort(all.begin(), all.end(), [](const Member& a, const Member& b) {
            return a.second.key_span.begin < b.second.key_span.begin;
        });
        return all;
    }

private:
    Value value(const toml::node& node) const {
        Value made;
        made.span = places_.span(node.source());
        if (const toml::table* table = node.as_table()) {
            made.node = members(*table);
        } else if (const toml::array* array = node.as_array()) {
            std::vector<Value> items;
            for (const toml::node& item : *array)
                items.push_back(value(item));
            made.node = std::move(items);
        } else if (const auto* text = node.as_string()) {
            made.node = Scalar{text->get(), true};
        } else {
            made.node = Scalar{places_.written(made.span), false};
        }
        return made;
    }

    const Places& places_;
};

/// The first sentence of what toml++ says, which goes on about its grammar.
std::string plain_cause(std::string_view message) {
    constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"redefin", "a key that stands twice"},
        {"Error while parsing string", "a quotation mark that is never closed"},
        {"Error while parsing key-value pair", "a line that is no 'key = value'"},
        {"Error while parsing key", "a line that is no 'key = value'"},
        {"Error while parsing value", "a value without quotation marks"},
        {"Error while determining value type", "a value without quotation marks"},
    };
    for (const auto& [theirs, ours] : words)
        if (message.find(theirs) != std::string_view::npos) return std::string(ours);
    return "no TOML";
}

} // namespace

Attempt parse(std::string_view text, Span where) {
    const toml::parse_result result = toml::parse(text);
    if (!result) return {std::nullopt, plain_cause(result.error().description())};
    const Places places(text, where);
    return {Maker(places).members(result.table()), {}};
}

} // namespace halfstar::toml_text
