// Styles from data: style.yaml with `extends`, checked key by key.
#pragma once

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/pages.h>
#include <halfstar/style.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// What is read of a built-in style. Zines alone ask for variants, and reading them is most of the work; that none of them has
/// a fault is tested. Styles in folders are always read whole, so that their faults are said.
enum class StyleParts : std::uint8_t { all, without_variants };

/// The style called `name` (built in), or in the folder `name` when it has a '/' or is a folder that
/// holds style.yaml. Reports unknown_style with the nearest name, or style_error at line and column;
/// then nothing comes back. `sources` takes the texts that were read.
std::optional<Style> load_style(const std::string& name, const FileReader& reader, Sources& sources,
                                Diagnostics& diagnostics, StyleParts parts = StyleParts::all);

/// Names of the built-in styles, sorted.
std::vector<std::string> style_names();

/// The paint of Style::colours[colour]; its spot counts in the order of spots_of.
Paint paint_of(const Style& style, std::size_t colour);
/// The colours that are inks of their own, in the style's order: what PagedDocument::spots() holds.
std::vector<Spot> spots_of(const Style& style);

/// The page called `name` ("note-a4"), or null.
const PageSpec* find_page(const Style& style, std::string_view name);
/// The page as a variant of the style has it: what stands on it, on the page's own trim, grid and margins; none if the
/// style has no such variant.
std::optional<PageSpec> variant_of(const Style& style, const PageSpec& page, std::string_view variant);
/// The element as the page sets it.
const TextSpec& element_on(const Style& style, const PageSpec& page, Element element);

} // namespace halfstar
