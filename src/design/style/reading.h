// Reading single values of style.yaml, and saying what is wrong with them where they stand.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/style.h>

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar {

/// What the values of a style are read with: where faults go, what an em is just now, and the names that
/// other parts of the style have given.
struct Reading {
    Diagnostics& diagnostics;
    Length em;                                ///< zero while no size is known
    std::vector<StyleColour> colours;
    const Members* elements = nullptr;        ///< the style's, for pages that set some of them otherwise
    const Members* pages = nullptr;           ///< the style's, for variants of them
    bool faultless = true;
    std::set<std::pair<SourceId, std::uint32_t>> told; ///< places already reported: a place is told of once
    Code code = Code::style_error;            ///< what faults are reported as
    bool variants = true;                     ///< whether they are read

    /// Reports `code`.
    void fault(Span span, const std::string& message, std::vector<std::string> hints = {});
    /// The same for a word that is none of `known`, with the nearest of them as a hint.
    void unknown(Span span, const std::string& what, std::string_view word, std::span<const std::string> known);
};

/// The text of a scalar; nothing, and a fault, for lists, maps and nothing at all.
std::optional<std::string> read_text(const Value& value, Reading& reading);
/// "9.5pt", "18mm", "1.2cm", "0.125in", "1em" or "0"; none is negative or above 5,000 pt.
std::optional<Length> read_length(const Value& value, Reading& reading);
std::optional<int> read_whole(const Value& value, int low, int high, Reading& reading);
/// Thousandths of an em: "60", or hundredths with a percent sign, "-2.5%".
std::optional<int> read_tracking(const Value& value, Reading& reading);
/// "true" or "false".
std::optional<bool> read_flag(const Value& value, Reading& reading);
/// The index of the colour that the style calls so.
std::optional<std::size_t> read_colour_name(const Value& value, Reading& reading);
/// "#d8391f", "black" or "white", into the three channels.
bool read_colour_value(const Value& value, StyleColour& colour, Reading& reading);
/// A list of texts.
std::optional<std::vector<std::string>> read_texts(const Value& value, Reading& reading);
/// A list of OpenType tags, four characters each.
std::optional<std::vector<std::string>> read_features(const Value& value, Reading& reading);
/// A paper's name, or a list of width and height.
std::optional<Size> read_trim(const Value& value, Reading& reading);
/// The index in `names`.
std::optional<std::size_t> read_choice(const Value& value, std::span<const std::string_view> names, Reading& reading);

} // namespace halfstar
