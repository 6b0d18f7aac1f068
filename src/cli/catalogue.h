// `halfstar styles`, `halfstar targets` and `halfstar fonts`: what there is to choose from, as text.
#pragma once

#include "cli/command_line.h"

#include <string>

namespace halfstar::cli {

/// A style a paragraph: its name, what it is, the pages it sets, its faces.
std::string styles_text();

/// A target a paragraph: its name, what it is and as of which day, who says so.
std::string targets_text();

/// A family a line: how many of its files were found, its licence, what uses it; of what is missing, which files, where
/// they were looked for and the package that has them. Verbose: every file with its path.
std::string fonts_text(Loudness loudness);

} // namespace halfstar::cli
