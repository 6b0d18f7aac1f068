#include "design/style/reading.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace halfstar {
namespace {

/// The number with which a text begins and what follows it; nothing when it begins with none.
struct Measure {
    double number = 0;
    std::string_view unit;
};

std::optional<Measure> split_measure(std::string_view text) {
    Measure measure;
    const char* const begin = text.data();
    const auto parsed = std::from_chars(begin, begin + text.size(), measure.number, std::chars_format::fixed);
    if (parsed.ec != std::errc() || !std::isfinite(measure.number)) return std::nullopt;
    measure.unit = text.substr(static_cast<std::size_t>(parsed.ptr - begin));
    return measure;
}

std::optional<double> in_points(const Measure& measure, Length em) {
    if (measure.unit == "pt") return measure.number;
    if (measure.unit == "mm") return measure.number * 72.0 / 25.4;
    if (measure.unit == "cm") return measure.number * 720.0 / 25.4;
    if (measure.unit == "in") return measure.number * 72.0;
    if (measure.unit == "em" && em > Length{}) return measure.number * em.to_points();
    if (measure.unit.empty() && measure.number == 0) return 0.0;
    return std::nullopt;
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

struct Paper {
    std::string_view name;
    double width, height; ///< mm
};
constexpr std::array<Paper, 6> papers = {{
    {"a4", 210, 297},
    {"a5", 148, 210},
    {"a6", 105, 148},
    {"a7", 74, 105},
    {"letter", 215.9, 279.4},
    {"half-letter", 139.7, 215.9},
}};

} // namespace

void Reading::fault(Span span, const std::string& message, std::vector<std::string> hints) {
    faultless = false;
    if (told.emplace(span.source, span.begin).second)
        diagnostics.report(code, span, {message}, std::move(hints));
}

void Reading::unknown(Span span, const std::string& what, std::string_view word, std::span<const std::string> known) {
    std::vector<std::string> hints;
    if (const auto near = nearest(word, known)) hints.push_back("did you mean '" + *near + "'?");
    fault(span, "no " + what + " is called " + quoted(word), std::move(hints));
}

std::optional<std::string> read_text(const Value& value, Reading& reading) {
    if (const Scalar* scalar = value.scalar(); scalar != nullptr && !scalar->text.empty()) return scalar->text;
    reading.fault(value.span, "one value is expected here");
    return std::nullopt;
}

std::optional<Length> read_length(const Value& value, Reading& reading) {
    constexpr double longest = 5000;
    const auto text = read_text(value, reading);
    if (!text) return std::nullopt;
    const auto measure = split_measure(*text);
    const auto points = measure ? in_points(*measure, reading.em) : std::nullopt;
    if (points && *points >= 0 && *points <= longest) return Length::points(*points);
    reading.fault(value.span, quoted(*text) + " is not a length between 0 and 5,000 pt",
                  {"lengths are a number and pt, mm, cm, in or em, such as 9.5pt"});
    return std::nullopt;
}

std::optional<int> read_whole(const Value& value, int low, int high, Reading& reading) {
    const auto text = read_text(value, reading);
    if (!text) return std::nullopt;
    int number = 0;
    const char* const end = text->data() + text->size();
    const auto parsed = std::from_chars(text->data(), end, number);
    if (parsed.ec == std::errc() && parsed.ptr == end && number >= low && number <= high) return number;
    reading.fault(value.span, quoted(*text) + " is not a whole number from " + std::to_string(low) + " to " +
                                  std::to_string(high));
    return std::nullopt;
}

std::optional<int> read_tracking(const Value& value, Reading& reading) {
    const auto text = read_text(value, reading);
    if (!text) return std::nullopt;
    const auto measure = split_measure(*text);
    if (measure && std::abs(measure->number) <= 1000) {
        if (measure->unit == "%") return static_cast<int>(std::lround(measure->number * 10));
        if (measure->unit.empty() && measure->number == std::floor(measure->number))
            return static_cast<int>(measure->number);
    }
    reading.fault(value.span, quoted(*text) + " is not a tracking",
                  {"tracking is in thousandths of an em, such as 60, or in percent, such as 6%"});
    return std::nullopt;
}

std::optional<bool> read_flag(const Value& value, Reading& reading) {
    const auto text = read_text(value, reading);
    if (!text) return std::nullopt;
    if (*text == "true" || *text == "false") return *text == "true";
    reading.fault(value.span, quoted(*text) + " is neither true nor false");
    return std::nullopt;
}

std::optional<std::size_t> read_colour_name(const Value& value, Reading& reading) {
    const auto text = read_text(value, reading);
    if (!text) return std::nullopt;
    const auto found = std::find_if(reading.colours.begin(), reading.colours.end(), [&](const StyleColour& colour) { return colour.name == *text; });
    if (found != reading.colours.end()) return static_cast<std::size_t>(found - reading.colours.begin());
    std::vector<std::string> names;
    for (const StyleColour& colour : reading.colours) names.push_back(colour.name);
    reading.unknown(value.span, "colour", *text, names);
    return std::nullopt;
}

bool read_colour_value(const Value& value, StyleColour& colour, Reading& reading) {
    const auto text = read_text(value, reading);
    if (!text) return false;
    const std::string_view hex = *text == "black" ? "#000000" : *text == "white" ? "#ffffff" : std::string_view(*text);
    std::uint32_t number = 0;
    const auto parsed = hex.size() == 7 && hex[0] == '#'
                            ? std::from_chars(hex.data() + 1, hex.data() + hex.size(), number, 16)
                            : std::from_chars_result{hex.data(), std::errc::invalid_argument};
    if (parsed.ec != std::errc() || parsed.ptr != hex.data() + hex.size()) {
        reading.fault(value.span, quoted(*text) + " is not a colour", {"colours are written \"#d8391f\", in quotes"});
        return false;
    }
    colour.red = static_cast<std::uint8_t>(number >> 16);
    colour.green = static_cast<std::uint8_t>(number >> 8 & 0xffu);
    colour.blue = static_cast<std::uint8_t>(number & 0xffu);
    return true;
}

std::optional<std::vector<std::string>> read_texts(const Value& value, Reading& reading) {
    if (value.list() == nullptr) {
        reading.fault(value.span, "a list is expected here");
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const Value& item : *value.list()) {
        auto text = read_text(item, reading);
        if (!text) return std::nullopt;
        texts.push_back(std::move(*text));
    }
    return texts;
}

std::optional<std::vector<std::string>> read_features(const Value& value, Reading& reading) {
    auto features = read_texts(value, reading);
    if (!features) return std::nullopt;
    for (std::size_t i = 0; i < features->size(); ++i) {
        const std::string& tag = (*features)[i];
        const bool printable = std::all_of(tag.begin(), tag.end(), [](char c) { return c > ' ' && c <= '~'; });
        if (tag.size() == 4 && printable) continue;
        reading.fault((*value.list())[i].span, quoted(tag) + " is not an OpenType feature of four letters");
        return std::nullopt;
    }
    return features;
}

std::optional<Size> read_trim(const Value& value, Reading& reading) {
    if (const auto* list = value.list()) {
        if (list->size() != 2) {
            reading.fault(value.span, "a trim is a width and a height");
            return std::nullopt;
        }
        const auto width = read_length((*list)[0], reading), height = read_length((*list)[1], reading);
        if (!width || !height) return std::nullopt;
        return Size{*width, *height};
    }
    const auto text = read_text(value, reading);
    if (!text) return std::nullopt;
    std::vector<std::string> names;
    for (const Paper& paper : papers) {
        if (paper.name == *text) return Size{Length::millimetres(paper.width), Length::millimetres(paper.height)};
        names.emplace_back(paper.name);
    }
    reading.unknown(value.span, "paper", *text, names);
    return std::nullopt;
}

std::optional<std::size_t> read_choice(const Value& value, std::span<const std::string_view> names, Reading& reading) {
    const auto text = read_text(value, reading);
    if (!text) return std::nullopt;
    const auto found = std::find(names.begin(), names.end(), *text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    const std::vector<std::string> known(names.begin(), names.end());
    std::vector<std::string> hints = {"one of " + join(known, ", ")};
    if (const auto near = nearest(*text, known)) hints.insert(hints.begin(), "did you mean '" + *near + "'?");
    reading.fault(value.span, quoted(*text) + " is no choice here", std::move(hints));
    return std::nullopt;
}

} // namespace halfstar
