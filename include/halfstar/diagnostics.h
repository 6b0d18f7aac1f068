// What is wrong with an input, said at its file, line and column. Stages report; only the command
// line prints. Codes stand in diagnostic_codes.def, a line each, and docs/diagnostics.md explains every one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// A text that was read, by its number in Sources. 0 is "no place".
using SourceId = std::uint32_t;

/// Bytes [begin, end) of a source's text, after its repair to UTF-8.
struct Span {
    SourceId source = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

enum class Severity : std::uint8_t { note, warning, error };

enum class Code : std::uint16_t {
#define HALFSTAR_CODE(name, text, severity, message) name,
#include "diagnostic_codes.def"
#undef HALFSTAR_CODE
};

/// The name users see, such as "missing-image".
std::string_view code_name(Code code);
/// The severity that the table gives the code.
Severity code_severity(Code code);
/// All codes, in the table's order.
std::vector<Code> all_codes();

struct Diagnostic {
    Code code{};
    Severity severity = Severity::warning;
    Span span;
    std::string message;
    std::vector<std::string> hints;
};

/// Collects diagnostics in the order they are found. Not shared between threads: each piece is read
/// with its own and `append` joins them in the pieces' order.
class Diagnostics {
public:
    /// Reports `code` at `span`; each `{}` of the table's message takes the next of `words`.
    void report(Code code, Span span, std::initializer_list<std::string_view> words = {},
                std::vector<std::string> hints = {});
    void append(Diagnostics&& other);
    /// By source and place; what has no place stands last, and what has the same keeps its order.
    void sort_by_place();
    const std::vector<Diagnostic>& all() const { return all_; }
    bool has_errors() const;
    bool empty() const { return all_.empty(); }

private:
    std::vector<Diagnostic> all_;
};

/// The texts that were read, kept so that a span can be shown. Ids are given by `add` in its order.
class Sources {
public:
    struct Source {
        std::string name; ///< as the user named the file, or "standard input"
        std::string text; ///< UTF-8 with LF line ends
    };
    /// Lines and columns count from 1; a column counts code points.
    struct Position {
        std::uint32_t line = 1;
        std::uint32_t column = 1;
    };

    SourceId add(std::string name, std::string text);
    /// Replaces the text of a source (its bytes were repaired, or it was only now read).
    void set_text(SourceId id, std::string text);
    bool contains(SourceId id) const { return id > 0 && id <= sources_.size(); }
    const Source& at(SourceId id) const;
    Position position(SourceId id, std::uint32_t offset) const;
    /// The line (without its end) in which `offset` stands.
    std::string_view line_at(SourceId id, std::uint32_t offset) const;

private:
    /// Where lines begin, and how many characters stand before every so many bytes: found once when the
    /// text is set, so that reading them needs no lock.
    struct Table {
        std::vector<std::uint32_t> lines;
        std::vector<std::uint32_t> characters;
    };
    static Table measure(std::string_view text);
    std::uint32_t characters_before(SourceId id, std::uint32_t offset) const;
    std::size_t line_index(SourceId id, std::uint32_t offset) const;

    std::vector<Source> sources_;
    std::vector<Table> tables_;
};

enum class Colouring : std::uint8_t { plain, ansi };

/// As people read them: place, message, the line with a caret under it, help.
std::string render_text(const std::vector<Diagnostic>& diagnostics, const Sources& sources, Colouring colouring);
/// One line each: `file:line:column: severity: message [code]`.
std::string render_short(const std::vector<Diagnostic>& diagnostics, const Sources& sources);
/// One JSON array; the shape is described in docs/diagnostics.md.
std::string render_json(const std::vector<Diagnostic>& diagnostics, const Sources& sources);

} // namespace halfstar
