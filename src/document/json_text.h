// Writes JSON as text in pieces, so that no output is held whole: structure on lines of its own, words
// of a paragraph on one line.
#pragma once

#include <halfstar/base.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// How a container is set: each entry on its own line, or all on one.
enum class JsonLayout : std::uint8_t { lines, inline_ };

class JsonText {
public:
    using Out = std::function<Result<void>(std::string_view)>;

    explicit JsonText(const Out& out) : out_(out) {}

    void begin_object(JsonLayout layout) { begin('{', layout); }
    void end_object() { end('}'); }
    void begin_array(JsonLayout layout) { begin('[', layout); }
    void end_array() { end(']'); }

    /// The name of the member that is written next: one of our own, in which nothing needs to be escaped.
    void key(std::string_view name);
    void text(std::string_view words);
    void number(std::int64_t n);
    void boolean(bool value);
    /// A value that is JSON already.
    void json(std::string_view value);
    /// Text in the parts in which it was handed on.
    using Parts = std::vector<std::string>;
    /// Writes values, one at least, that are to stand in `depth` containers of lines.
    static Parts apart(std::size_t depth, const std::function<void(JsonText&)>& write);
    /// Values that were written apart, so deep as it is here.
    void values(const Parts& parts);

    /// Members that are left out when they are empty, 0 or false.
    void text_member(std::string_view name, std::string_view words);
    void number_member(std::string_view name, std::int64_t n);
    void flag_member(std::string_view name, bool value);
    void texts_member(std::string_view name, const std::vector<std::string>& words);

    /// Ends the text with a line end and hands on what is left. The first Error that `out` gave.
    Result<void> finish();

private:
    struct Level {
        JsonLayout layout;
        bool empty = true;
    };
    void begin(char bracket, JsonLayout layout);
    void end(char bracket);
    void before_value();
    void quote(std::string_view words);
    void new_line();
    void flush();

    const Out& out_;
    std::string buffer_;
    std::vector<Level> levels_;
    bool after_key_ = false;
    Result<void> state_;
};

} // namespace halfstar
