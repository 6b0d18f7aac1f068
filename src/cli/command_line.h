// The command line as data: what was asked, once CLI11 has understood it.
#pragma once

#include <halfstar/export.h>

#include <optional>
#include <string>

namespace halfstar::cli {

enum class DiagnosticsForm { text, brief, json };
enum class Loudness { quiet, normal, verbose };

/// Reviews that a list names instead of the command line.
struct ListWords {
    std::string file; ///< "-" is standard input; empty: there is no list
    std::string shard;
    bool skip_unchanged = false;
};

struct Command {
    std::string name; ///< "pdf", "check", ...
    ExportRequest request;
    ListWords list;
    DiagnosticsForm form = DiagnosticsForm::text;
    Loudness loudness = Loudness::normal;
    Colouring colouring = Colouring::plain;
};

/// What the arguments say; or the exit code when they asked for help (0) or make no sense (2): then help
/// went to standard output or the complaint to standard error.
struct Parsed {
    std::optional<Command> command;
    int exit_code = 0;
};
Parsed parse_command_line(int argc, char** argv);

} // namespace halfstar::cli
