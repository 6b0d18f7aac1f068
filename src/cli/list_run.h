// `pdf --list` and `html --list`: feeds a list's bytes to the library and prints a line for each review.
#pragma once

#include "cli/command_line.h"

namespace halfstar::cli {

/// The exit code: 1 when a review failed or the list is not there, 3 when it could not be read to its end or results
/// not be printed.
int run_list(const Command& command);

} // namespace halfstar::cli
