// The options of commands that take a list of reviews: --list, --shard, --skip-unchanged.
#pragma once

#include "cli/command_line.h"

#include <CLI/CLI.hpp>

namespace halfstar::cli {

/// `words` must outlive the parsing.
void add_list_options(CLI::App& app, ListWords& words);

/// Throws a CLI::ParseError where inputs, a list and the options that belong to one do not go together.
void check_list_options(const CLI::App& app, const Command& command);

} // namespace halfstar::cli
