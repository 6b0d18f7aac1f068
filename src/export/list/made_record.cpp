#include "export/list/made_record.h"

#include "foundation/base/hash.h"

#include <charconv>

namespace halfstar {
namespace {

constexpr std::string_view first_line = "halfstar made 1\n";

/// A field is its length, a colon, its bytes and a line end, as paths may hold anything (D. J. Bernstein's netstrings).
void put(std::string& text, std::string_view field) {
    text += std::to_string(field.size()) + ":" + std::string(field) + "\n";
}

class Fields {
public:
    explicit Fields(std::string_view text) : text_(text) {}

    std::string_view next() {
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), length);
        const auto at = static_cast<std::size_t>(end - text_.data());
        if (error != std::errc() || at >= text_.size() || text_[at] != ':' || text_.size() - at - 1 <= length ||
            text_[at + 1 + length] != '\n') {
            whole_ = false;
            text_ = {};
            return {};
        }
        const std::string_view field = text_.substr(at + 1, length);
        text_.remove_prefix(at + length + 2);
        return field;
    }
    std::string words() { return std::string(next()); }
    template <class Number> Number number() {
        const std::string_view digits = next();
        Number value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        whole_ = whole_ && error == std::errc() && end == digits.data() + digits.size();
        return value;
    }
    bool whole() const { return whole_; }
    bool at_end() const { return text_.empty(); }

private:
    std::string_view text_;
    bool whole_ = true;
};

} // namespace

std::string record_path(std::string_view place) {
    const std::string name = hex(sha256(place));
    return ".halfstar/made/" + name.substr(0, 2) + "/" + name;
}

std::string text_of(const MadeRecord& record) {
    std::string text(first_line);
    for (const std::string* field : {&record.settings, &record.source, &record.source_digest, &record.output_digest})
        put(text, *field);
    put(text, std::to_string(record.bytes));
    put(text, std::to_string(record.pages));
    put(text, record.diagnostics);
    put(text, std::to_string(record.answers.size()));
    for (const Answer& answer : record.answers) {
        put(text, std::string(1, static_cast<char>(answer.question)));
        put(text, answer.path);
        put(text, answer.found);
    }
    put(text, hex(sha256(text)));
    return text;
}

std::optional<MadeRecord> record_of(std::string_view text) {
    const std::size_t seal = hex(Digest()).size() + 4; // "64:", the digest, a line end
    if (!text.starts_with(first_line) || text.size() < first_line.size() + seal) return std::nullopt;
    std::string_view sealed = text.substr(0, text.size() - seal);
    if (Fields(text.substr(sealed.size())).next() != hex(sha256(sealed))) return std::nullopt;
    Fields fields(sealed.substr(first_line.size()));
    MadeRecord record;
    for (std::string* field : {&record.settings, &record.source, &record.source_digest, &record.output_digest})
        *field = fields.words();
    record.bytes = fields.number<std::uint64_t>();
    record.pages = fields.number<std::uint32_t>();
    record.diagnostics = fields.words();
    const auto count = fields.number<std::size_t>();
    for (std::size_t i = 0; i < count && fields.whole(); ++i) {
        const std::string_view question = fields.next();
        if (question.size() != 1) return std::nullopt;
        std::string path = fields.words();
        record.answers.push_back({static_cast<Question>(question.front()), std::move(path), fields.words()});
    }
    if (!fields.whole() || !fields.at_end()) return std::nullopt;
    return record;
}

} // namespace halfstar
