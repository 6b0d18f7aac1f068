#include "foundation/data/yaml_parse.h"

#include "foundation/data/yaml_extent.h"
#include "foundation/data/yaml_hidden.h"
#include "foundation/data/yaml_plain.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>

namespace halfstar::yaml {
namespace {

/// Thrown through yaml-cpp, which knows no other way to stop; never leaves `parse`.
struct Stopped {
    Fault fault;
};

/// A list or map that is not closed yet.
struct Open {
    Value value;
    bool flow = false;
    std::optional<std::string> key;
    Span key_span;
    std::unordered_set<std::string> keys;
};

class Builder : public YAML::EventHandler {
public:
    Builder(std::string_view text, Span where, Tolerance tolerance, Diagnostics& diagnostics)
        : text_(text), where_(where), tolerance_(tolerance), diagnostics_(diagnostics) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        const std::size_t begin = offset(mark);
        const std::string_view rest = text_.substr(begin);
        for (const std::string_view word : {"~", "null", "Null", "NULL"})
            if (rest.starts_with(word) && !is_key_word(rest, word)) return add_null(begin, begin + word.size());
        const std::size_t empty = end_of_key().value_or(begin);
        add_null(empty, empty);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        const std::size_t begin = offset(mark);
        const std::size_t end = std::min(text_.find_first_of(" \t\n,]}", begin), text_.size());
        refuse_alias(begin, end);
        add_null(begin, end);
    }

    void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
        const std::size_t begin = std::min(text_.find('&', offset(mark)), text_.size());
        refuse_alias(begin, std::min(begin + 1 + name.size(), text_.size()));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override {
        const std::size_t begin = skip_properties(offset(mark));
        const std::size_t end = scalar_end(begin, text);
        if (wants_key()) return set_key(text, begin, end);
        add({Scalar{text, tag != "?"}, span(begin, end), {}});
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override {
        start({std::vector<Value>{}, {}, {}}, mark, style);
    }
    void OnSequenceEnd() override { end(']'); }

    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override {
        start({Members{}, {}, {}}, mark, style);
    }
    void OnMapEnd() override { end('}'); }

    std::optional<Value> take() { return std::move(root_); }

private:
    std::size_t offset(const YAML::Mark& mark) const {
        return mark.pos < 0 ? text_.size() : std::min(static_cast<std::size_t>(mark.pos), text_.size());
    }

    Span span(std::size_t begin, std::size_t end) const {
        return {where_.source, static_cast<std::uint32_t>(where_.begin + begin),
                static_cast<std::uint32_t>(where_.begin + end)};
    }

    bool wants_key() const { return !open_.empty() && open_.back().value.members() && !open_.back().key; }

    /// Whether the word is the key of the next line and not a value: after `rating:` yaml-cpp points there.
    bool is_key_word(std::string_view rest, std::string_view word) const {
        const std::size_t after = rest.find_first_not_of(" \t", word.size());
        const bool colon = after != std::string_view::npos && rest[after] == ':';
        const bool longer = word.size() < rest.size() && std::string_view(" \t\n,]}:").find(rest[word.size()]) ==
                                                             std::string_view::npos;
        return longer || (colon && !wants_key());
    }

    /// One behind the colon of the key whose value is awaited.
    std::optional<std::size_t> end_of_key() const {
        if (open_.empty() || !open_.back().key) return std::nullopt;
        const std::size_t colon = text_.find(':', open_.back().key_span.end - where_.begin);
        if (colon == std::string_view::npos) return std::nullopt;
        return colon + 1;
    }

    /// Anchors and tags stand before what they belong to, and the event points at them.
    std::size_t skip_properties(std::size_t at) const {
        while (at < text_.size() && (text_[at] == '!' || text_[at] == '&')) {
            at = std::min(text_.find_first_of(" \t\n", at), text_.size());
            at = std::min(text_.find_first_not_of(" \t\n", at), text_.size());
        }
        return at;
    }

    std::size_t scalar_end(std::size_t begin, const std::string& value) const {
        if (begin >= text_.size()) return begin;
        switch (text_[begin]) {
        case '|':
        case '>': return block_end(text_, begin);
        case '"':
        case '\'': break;
        default: return plain_end(text_, begin, value);
        }
        // yaml-cpp takes all that follows an open quotation mark without complaint.
        const std::optional<std::size_t> end = quoted_end(text_, begin);
        if (!end || swallows_key(begin, *end))
            throw Stopped{{Code::broken_front_matter, begin, "a quotation mark that is never closed"}};
        return *end;
    }

    /// Whether a quotation goes on over a line that is a member of its own, at the margin, which YAML forbids
    /// and yaml-cpp does not mind: `title: "Stalker` and below it `note: "slow"`.
    bool swallows_key(std::size_t begin, std::size_t end) const {
        for (std::size_t line = text_.find('\n', begin); line < end; line = text_.find('\n', line + 1)) {
            const std::string_view rest = text_.substr(line + 1, end - line - 1);
            const std::size_t colon = rest.find_first_of(": \n");
            if (colon != std::string_view::npos && colon > 0 && rest[colon] == ':' && rest.substr(colon + 1).starts_with(' '))
                return true;
        }
        return false;
    }

    void refuse_alias(std::size_t begin, std::size_t end) {
        if (alias_told_) return;
        alias_told_ = true;
        diagnostics_.report(Code::yaml_alias, span(begin, end));
    }

    void set_key(const std::string& text, std::size_t begin, std::size_t end) {
        open_.back().key = text;
        open_.back().key_span = span(begin, end);
    }

    void add_null(std::size_t begin, std::size_t end) {
        if (wants_key()) return set_key(std::string(text_.substr(begin, end - begin)), begin, end);
        add({std::monostate{}, span(begin, end), {}});
    }

    void add(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return;
        }
        Open& parent = open_.back();
        if (auto* list = std::get_if<std::vector<Value>>(&parent.value.node)) {
            list->push_back(std::move(value));
            return;
        }
        value.key_span = parent.key_span;
        const std::string key = std::move(*parent.key);
        parent.key.reset();
        const bool first = parent.keys.insert(key).second;
        if (!first) diagnostics_.report(Code::duplicate_key, parent.key_span, {key});
        if (first || tolerance_ == Tolerance::front_matter)
            std::get_if<Members>(&parent.value.node)->emplace_back(key, std::move(value));
    }

    void start(Value value, const YAML::Mark& mark, YAML::EmitterStyle::value style) {
        const std::size_t begin = skip_properties(offset(mark));
        if (wants_key()) throw Stopped{{Code::broken_front_matter, begin, "a key in brackets"}};
        if (open_.size() == nesting_cap) throw Stopped{{Code::nesting_too_deep, begin, {}}};
        value.span = span(begin, begin);
        Open open;
        open.value = std::move(value);
        open.flow = style == YAML::EmitterStyle::Flow && begin < text_.size() &&
                    (text_[begin] == '[' || text_[begin] == '{');
        open_.push_back(std::move(open));
    }

    void end(char bracket) {
        Open closed = std::move(open_.back());
        open_.pop_back();
        std::uint32_t last = closed.value.span.end;
        if (const auto* list = closed.value.list(); list && !list->empty()) last = list->back().span.end;
        if (const auto* members = closed.value.members(); members && !members->empty())
            last = members->back().second.span.end;
        if (closed.flow) {
            const std::size_t at = text_.find(bracket, last - where_.begin);
            if (at != std::string_view::npos) last = span(at + 1, at + 1).begin;
        }
        closed.value.span.end = last;
        add(std::move(closed.value));
    }

    std::string_view text_;
    Span where_;
    Tolerance tolerance_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
    std::optional<Value> root_;
    bool alias_told_ = false;
};

/// Stops where a second document begins.
class SecondDocument : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark& mark) override {
        const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
        throw Stopped{{Code::broken_front_matter, at, "a second document begins"}};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// What the parser's words mean to someone who writes reviews.
std::string plain_cause(std::string_view message) {
    constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"illegal map value", "a colon where none may stand"},
        {"illegal block entry", "a dash where no list may begin"},
        {"illegal map key", "a question mark where none may stand"},
        {"unknown token", "a character that may not begin a value"},
        {"the referenced anchor is not defined", "an asterisk that may not begin a value"},
        {"end of map not found", "more text after the end of a value"},
        {"end of sequence not found", "more text after the end of a list"},
        {"end of map flow not found", "a bracket that is never closed"},
        {"end of sequence flow not found", "a bracket that is never closed"},
        {"illegal EOF in scalar", "a quotation mark that is never closed"},
        {"illegal flow end", "a closing bracket that was never opened"},
        {"illegal tab", "a tab where spaces are needed"},
        {"unknown escape character", "a backslash that begins no escape"},
    };
    for (const auto& [theirs, ours] : words)
        if (message.starts_with(theirs)) return std::string(ours);
    return std::string(message);
}

} // namespace

Attempt parse(std::string_view text, Span where, Tolerance tolerance) {
    Attempt attempt;
    if (tolerance == Tolerance::front_matter) attempt.fault = find_hidden_words(text);
    if (attempt.fault) return attempt;
    attempt.value = read_plain(text, where);
    if (attempt.value) return attempt;
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        Builder builder(text, where, tolerance, attempt.diagnostics);
        if (parser.HandleNextDocument(builder)) {
            SecondDocument second;
            parser.HandleNextDocument(second);
        }
        attempt.value = builder.take();
    } catch (const Stopped& stopped) {
        attempt.fault = stopped.fault;
    } catch (const YAML::DeepRecursion& deep) {
        attempt.fault = Fault{Code::nesting_too_deep, static_cast<std::size_t>(std::max(deep.mark.pos, 0)), {}};
    } catch (const YAML::Exception& error) {
        const auto at = static_cast<std::size_t>(std::max(error.mark.pos, 0));
        attempt.fault = Fault{Code::broken_front_matter, at, plain_cause(error.msg)};
    }
    if (attempt.fault) attempt.fault->offset = std::min(attempt.fault->offset, text.size());
    return attempt;
}

} // namespace halfstar::yaml
