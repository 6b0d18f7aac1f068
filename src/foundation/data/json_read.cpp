#include "foundation/data/syntaxes.h"

#include <nlohmann/json.hpp>

#include <unordered_set>

namespace halfstar {
namespace {

/// The tree of a piece nests 100 blocks in 100 inlines, each two or three levels of JSON; a Value may
/// not nest so deep that destroying it overflows the stack.
constexpr std::size_t nesting_cap = 1000;

/// Builds Values from the parser's events. The parser tells no positions, so a cursor goes over the
/// text beside it: between two tokens stand only white space, commas and colons.
class JsonBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonBuilder(std::string_view text, Span where) : text_(text), where_(where) {}

    bool null() override { return add_plain(true); }
    bool boolean(bool) override { return add_plain(false); }
    bool number_integer(number_integer_t) override { return add_plain(false); }
    bool number_unsigned(number_unsigned_t) override { return add_plain(false); }
    bool number_float(number_float_t, const string_t&) override { return add_plain(false); }
    bool string(string_t& text) override {
        const Span span = string_token();
        return add({Scalar{std::move(text), true}, span, {}});
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return start(Value{Members{}, {}, {}}); }
    bool start_array(std::size_t) override { return start(Value{std::vector<Value>{}, {}, {}}); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& text) override {
        open_.back().key = std::move(text);
        open_.back().key_span = string_token();
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        const std::size_t at = std::min(position == 0 ? 0 : position - 1, text_.size());
        const std::string_view before = text_.substr(0, at);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const std::size_t line_begin = before.rfind('\n') + 1;
        message_ = "malformed JSON at line " + std::to_string(line) + ", byte " + std::to_string(at - line_begin + 1);
        return false;
    }

    Value& root() { return root_; }
    const std::string& message() const { return message_; }

private:
    struct Open {
        Value value;
        std::string key;
        Span key_span;
        std::unordered_set<std::string> keys;
    };

    Span span(std::size_t begin, std::size_t end) const {
        return {where_.source, static_cast<std::uint32_t>(where_.begin + begin),
                static_cast<std::uint32_t>(where_.begin + end)};
    }

    void skip_to_token() {
        at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
    }

    Span string_token() {
        skip_to_token();
        const std::size_t begin = at_++;
        while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2u : 1u;
        at_ = std::min(at_ + 1, text_.size());
        return span(begin, at_);
    }

    bool add_plain(bool is_null) {
        skip_to_token();
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of(" \t\r\n,:]}", at_), text_.size());
        Value value;
        if (!is_null) value.node = Scalar{std::string(text_.substr(begin, at_ - begin)), false};
        value.span = span(begin, at_);
        return add(std::move(value));
    }

    bool add(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return true;
        }
        Open& parent = open_.back();
        if (auto* list = std::get_if<std::vector<Value>>(&parent.value.node)) {
            list->push_back(std::move(value));
        } else if (parent.keys.insert(parent.key).second) {
            value.key_span = parent.key_span;
            std::get_if<Members>(&parent.value.node)->emplace_back(parent.key, std::move(value));
        }
        return true;
    }

    bool start(Value value) {
        if (open_.size() == nesting_cap) {
            message_ = "JSON nested more than " + std::to_string(nesting_cap) + " levels";
            return false;
        }
        skip_to_token();
        value.span = span(at_, at_ + 1);
        ++at_;
        open_.push_back({std::move(value), {}, {}, {}});
        return true;
    }

    bool end() {
        skip_to_token();
        ++at_;
        Value value = std::move(open_.back().value);
        open_.pop_back();
        value.span.end = span(at_, at_).end;
        return add(std::move(value));
    }

    std::string_view text_;
    Span where_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    Value root_;
    std::string message_ = "malformed JSON";
};

} // namespace

Result<Value> read_json(std::string_view text, Span where) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        where.begin += static_cast<std::uint32_t>(mark.size());
    }
    JsonBuilder builder(text, where);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return Error{builder.message()};
    return std::move(builder.root());
}

} // namespace halfstar
