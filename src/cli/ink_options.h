// How the command line says in what inks PDFs are printed. Help has no room for these options; docs/inks.md explains them.
#pragma once

#include <halfstar/inks.h>

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace halfstar::cli {

struct InkWords {
    std::vector<std::string> plates;
    std::string process;
};

/// `words` must outlive the parsing.
void add_ink_options(CLI::App& app, InkWords& words);

/// None: colours as they are.
std::optional<Inks> inks_of_words(const InkWords& words);

} // namespace halfstar::cli
