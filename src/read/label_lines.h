// One line of a paragraph seen as a label and its value.
#pragma once

#include "read/vocabulary.h"

#include <halfstar/document.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::reading {

enum class LineEnd : std::uint8_t { soft, hard, none };

/// A line of a paragraph: inlines [begin, end), and what ends it.
struct LabelLine {
    std::size_t begin = 0, end = 0;
    LineEnd ended_by = LineEnd::none;
    std::string text; ///< its plain words, trimmed
    Span span;
    bool plain = true;                                      ///< nothing but words, styles and links
    std::vector<std::pair<std::string, std::string>> links; ///< words and address
    std::string styled;                                     ///< words of the styled inline that it begins with
};

std::vector<LabelLine> label_lines(const Inlines& inlines);

/// A label and the words after it, which may be empty.
struct Label {
    Meaning meaning;
    std::string value;
};

/// `Label: value`; `**Directed by** value`; `Rating 4/5`; several parted by `|` or a middle dot. Empty when the
/// line is anything else.
std::vector<Label> read_labels(const LabelLine& line);

/// Whether lines of names may follow the label.
bool names_people(const Meaning& meaning);

/// Joins a list of names that goes on in the next line: `Cast: A, B,` and `C, D`; and a label with what defines it
/// below: `Director` and `: Ada Quill`.
std::vector<LabelLine> joined_lines(std::vector<LabelLine> lines);

/// A part score: `Acting: 3/5`.
bool is_score(std::string_view line);

/// Whether the value is what the label asks for: names, a date, a number, or few words.
bool value_fits(const Label& label);

} // namespace halfstar::reading
