#include "document/json_text.h"

#include "foundation/base/strings.h"

#include <array>
#include <charconv>
#include <utility>

namespace halfstar {

void JsonText::begin(char bracket, JsonLayout layout) {
    before_value();
    buffer_ += bracket;
    // What stands within a line stays in it.
    if (!levels_.empty() && levels_.back().layout == JsonLayout::inline_) layout = JsonLayout::inline_;
    levels_.push_back({layout});
}

void JsonText::end(char bracket) {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.layout == JsonLayout::lines && !level.empty) new_line();
    buffer_ += bracket;
    flush();
}

void JsonText::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) buffer_ += level.layout == JsonLayout::inline_ ? ", " : ",";
    level.empty = false;
    if (level.layout == JsonLayout::lines) new_line();
}

void JsonText::new_line() {
    buffer_ += '\n';
    buffer_.append(levels_.size(), ' ');
}

void JsonText::flush() {
    constexpr std::size_t most = 1 << 16;
    if (buffer_.size() < most) return;
    if (state_) state_ = out_(buffer_);
    buffer_.clear();
}

void JsonText::key(std::string_view name) {
    before_value();
    buffer_ += '"';
    buffer_ += name;
    buffer_ += "\": ";
    after_key_ = true;
}

void JsonText::quote(std::string_view words) {
    buffer_ += '"';
    append_json(buffer_, words);
    buffer_ += '"';
}

void JsonText::text(std::string_view words) {
    before_value();
    quote(words);
    flush();
}

void JsonText::number(std::int64_t n) {
    std::array<char, 20> digits; // of the longest, and its sign
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), n).ptr;
    json({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonText::boolean(bool value) { json(value ? "true" : "false"); }

void JsonText::json(std::string_view value) {
    before_value();
    buffer_ += value;
    flush();
}

JsonText::Parts JsonText::apart(std::size_t depth, const std::function<void(JsonText&)>& write) {
    Parts parts;
    const Out keep = [&](std::string_view text) -> Result<void> {
        parts.emplace_back(text);
        return {};
    };
    JsonText text(keep);
    text.levels_.assign(depth, {JsonLayout::lines, false});
    text.after_key_ = true; // what stands before the first is written where they are put
    write(text);
    parts.push_back(std::move(text.buffer_));
    return parts;
}

void JsonText::values(const Parts& parts) {
    before_value();
    for (const std::string& part : parts) {
        buffer_ += part;
        flush();
    }
}

void JsonText::text_member(std::string_view name, std::string_view words) {
    if (words.empty()) return;
    key(name);
    text(words);
}

void JsonText::number_member(std::string_view name, std::int64_t n) {
    if (n == 0) return;
    key(name);
    number(n);
}

void JsonText::flag_member(std::string_view name, bool value) {
    if (!value) return;
    key(name);
    boolean(true);
}

void JsonText::texts_member(std::string_view name, const std::vector<std::string>& words) {
    if (words.empty()) return;
    key(name);
    begin_array(JsonLayout::inline_);
    for (const std::string& one : words) text(one);
    end_array();
}

Result<void> JsonText::finish() {
    buffer_ += '\n';
    if (state_) state_ = out_(buffer_);
    buffer_.clear();
    return state_;
}

} // namespace halfstar
