#include <halfstar/imposition.h>

#include "foundation/base/strings.h"
#include "typeset/sheets/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace halfstar {

namespace {

struct NamedPaper {
    std::string_view name;
    Size size; ///< lying on its long edge
};

const std::array<NamedPaper, 6>& papers() {
    static const std::array<NamedPaper, 6> all = {{
        {"A4", {Length::millimetres(297), Length::millimetres(210)}},
        {"Letter", {Length::points(792), Length::points(612)}},
        {"A3", {Length::millimetres(420), Length::millimetres(297)}},
        {"A5", {Length::millimetres(210), Length::millimetres(148)}},
        {"Legal", {Length::points(1008), Length::points(612)}},
        {"Tabloid", {Length::points(1224), Length::points(792)}},
    }};
    return all;
}

Size on_long_edge(Size size) { return size.width >= size.height ? size : Size{size.height, size.width}; }

std::optional<double> number_at(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value) || value <= 0) return std::nullopt;
    return value;
}

constexpr double smallest = 50, largest = 2000; // millimetres

/// "297x210mm"; without a unit, millimetres.
std::optional<Size> measured(std::string text) {
    double unit = 1;
    for (const auto& [name, millimetres] : {std::pair{"mm", 1.0}, {"cm", 10.0}, {"in", 25.4}, {"pt", 25.4 / 72}})
        if (text.ends_with(name)) {
            text.resize(text.size() - 2);
            unit = millimetres;
            break;
        }
    const std::size_t by = text.find('x');
    if (by == std::string::npos) return std::nullopt;
    const auto width = number_at(text.substr(0, by)), height = number_at(text.substr(by + 1));
    if (!width || !height) return std::nullopt;
    for (const double side : {*width * unit, *height * unit})
        if (side < smallest || side > largest) return std::nullopt;
    return on_long_edge({Length::millimetres(*width * unit), Length::millimetres(*height * unit)});
}

std::string in_millimetres(Length length) {
    const long tenths = std::lround(length.to_points() * 254 / 72);
    return std::to_string(tenths / 10) + (tenths % 10 != 0 ? "." + std::to_string(tenths % 10) : "");
}

/// Whether the cell holds the trim and leaves less than two millimetres of it.
bool fills(Size trim, Size cell) {
    const Length slack = Length::millimetres(2);
    return holds(cell, trim) && cell.width - trim.width < slack && cell.height - trim.height < slack;
}

} // namespace

Result<Imposition> scheme_of_words(std::string_view words) {
    const std::string lower = ascii_lower(words);
    Imposition imposition;
    for (const auto& [name, scheme] : {std::pair{"booklet", Scheme::booklet}, {"quarter", Scheme::quarter},
                                       {"mini8", Scheme::mini8}, {"mini16", Scheme::mini16}, {"perfect", Scheme::perfect},
                                       {"signature", Scheme::signatures}})
        if (lower == name) {
            imposition.scheme = scheme;
            return imposition;
        }
    constexpr std::string_view signature = "signature:";
    if (lower.starts_with(signature)) {
        std::uint32_t pages = 0;
        const char* end = lower.data() + lower.size();
        const auto [rest, error] = std::from_chars(lower.data() + signature.size(), end, pages);
        if (error != std::errc() || rest != end || pages < 4 || pages > 128 || pages % 4 != 0)
            return Error{"a signature has 4, 8, 12 ... 128 pages"};
        imposition.scheme = Scheme::signatures;
        imposition.signature = pages;
        return imposition;
    }
    return Error{"'" + std::string(words) + "' is no scheme; there are booklet, signature:16, quarter, mini8, mini16, perfect"};
}

Result<Size> paper_of_words(std::string_view words) {
    const std::string lower = ascii_lower(words);
    for (const NamedPaper& paper : papers())
        if (ascii_lower(paper.name) == lower) return paper.size;
    if (const std::optional<Size> size = measured(lower)) return *size;
    return Error{"'" + std::string(words) + "' is no paper; there are A3, A4, A5, Letter, Legal, Tabloid, and sizes as 297x210mm or 11x17in"};
}

std::string name_of_paper(Size paper) {
    const Size lying = on_long_edge(paper);
    for (const NamedPaper& named : papers())
        if (named.size == lying) return std::string(named.name);
    return in_millimetres(paper.width) + " x " + in_millimetres(paper.height) + " mm";
}

Size laid(Scheme scheme, Size paper) {
    const Size lying = on_long_edge(paper);
    return scheme == Scheme::quarter ? Size{lying.height, lying.width} : lying;
}

Size trim_on(Scheme scheme, Size paper) {
    const Size sheet = laid(scheme, paper);
    const CellGrid grid = grid_of(scheme);
    return {sheet.width / grid.columns, sheet.height / grid.rows};
}

Size paper_for(Scheme scheme, Size trim) {
    for (const NamedPaper& paper : papers())
        if (fills(trim, trim_on(scheme, paper.size))) return laid(scheme, paper.size);
    const CellGrid grid = grid_of(scheme);
    return {trim.width * grid.columns, trim.height * grid.rows};
}

std::uint32_t multiple_of(Scheme scheme) {
    switch (scheme) {
    case Scheme::booklet:
    case Scheme::signatures:
    case Scheme::quarter: return 4;
    case Scheme::mini8: return 8;
    case Scheme::mini16: return 16;
    case Scheme::perfect: return 2;
    }
    return 4;
}

} // namespace halfstar
