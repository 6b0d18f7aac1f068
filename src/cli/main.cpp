// The command line: understands the arguments, runs the export, shows what it reports. Exit codes: 0 done
// (warnings or not), 1 an error of the input, 2 wrong usage, 3 a failure of the world.

#include "cli/command_line.h"
#include "cli/progress.h"

#include <fmt/core.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <iterator>

namespace {

using namespace halfstar;
using namespace halfstar::cli;

enum ExitCode { done = 0, input_error = 1, world_failure = 3 };

std::vector<Diagnostic> shown_diagnostics(const ExportReport& report, const Command& command) {
    std::vector<Diagnostic> shown = report.diagnostics.all();
    const Severity least = command.loudness == Loudness::quiet     ? Severity::error
                           : command.loudness == Loudness::verbose ? Severity::note
                                                                   : Severity::warning;
    std::erase_if(shown, [&](const Diagnostic& d) { return d.severity < least; });
    return shown;
}

/// For `check` the diagnostics are what was asked for, so they are data; else they go beside it.
void print_diagnostics(const ExportReport& report, const Command& command) {
    std::FILE* to = command.name == "check" ? stdout : stderr;
    const std::vector<Diagnostic> shown = shown_diagnostics(report, command);
    if (command.form == DiagnosticsForm::json) fmt::print(to, "{}", render_json(shown, report.sources));
    else if (command.form == DiagnosticsForm::brief) fmt::print(to, "{}", render_short(shown, report.sources));
    else fmt::print(to, "{}", render_text(shown, report.sources, command.colouring));
}

bool failed(const ExportReport& report, const Command& command) {
    if (report.diagnostics.has_errors()) return true;
    const auto& all = report.diagnostics.all();
    return command.request.warnings_as_errors &&
           std::any_of(all.begin(), all.end(), [](const Diagnostic& d) { return d.severity == Severity::warning; });
}

/// "reviews: out of 5, inferred from 212 ratings (1 to 4½)".
std::string scale_line(const FolderScale& scale) {
    const std::string count = std::to_string(scale.ratings) + (scale.ratings == 1 ? " rating" : " ratings");
    const std::string range = scale.lowest == scale.highest ? scale.lowest : scale.lowest + " to " + scale.highest;
    switch (scale.form) {
    case RatingForm::letter: return fmt::format("{}: letters, in {} ({})", scale.folder, count, range);
    case RatingForm::words: return fmt::format("{}: words, shown and not counted, in {}", scale.folder, count);
    case RatingForm::number: break;
    }
    const char* how = scale.found == ScaleSource::written    ? "as each says, in"
                      : scale.found == ScaleSource::declared ? "as declared, for"
                                                             : "inferred from";
    const double best = scale.best / 100.0;
    return fmt::format("{}: out of {:g}, {} {} ({})", scale.folder, best, how, count, range);
}

void print_summary(const ExportReport& report, const Command& command) {
    if (command.loudness != Loudness::quiet)
        for (const std::string& line : report.advice)
            fmt::print(stderr, "{}\n", line);
    if (command.loudness == Loudness::verbose)
        for (const std::string& path : report.written)
            fmt::print(stderr, "wrote {}\n", path);
    if (command.loudness != Loudness::verbose) return;
    if (command.name == "check")
        for (const FolderScale& scale : report.scales)
            fmt::print("{}\n", scale_line(scale));
    fmt::print(stderr, "{} {}", report.pieces, report.pieces == 1 ? "piece" : "pieces");
    if (report.pages > 0) fmt::print(stderr, ", {} {}", report.pages, report.pages == 1 ? "page" : "pages");
    fmt::print(stderr, "\n");
}

int run(Command command) {
    ExportRequest& request = command.request;
    if (std::find(request.inputs.begin(), request.inputs.end(), "-") != request.inputs.end())
        request.standard_input.assign(std::istreambuf_iterator<char>(std::cin), {});
    ExportReport report;
    Result<void> result;
    {
        Progress progress;
        if (command.loudness != Loudness::quiet)
            request.progress = [&](std::size_t n, std::size_t all, const std::string& what) { progress.show(n, all, what); };
        result = command.name == "build" ? build_issue(request, report) : export_pieces(request, report);
    }
    print_diagnostics(report, command);
    if (!result) {
        fmt::print(stderr, "halfstar: {}\n", result.error().message);
        return world_failure;
    }
    if (failed(report, command)) return input_error;
    print_summary(report, command);
    if (std::fflush(stdout) != 0) return world_failure;
    return done;
}

} // namespace

int main(int argc, char** argv) {
    // A reader that went away (halfstar check . | head) is an error of writing, not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        const Parsed parsed = parse_command_line(argc, argv);
        return parsed.command ? run(*parsed.command) : parsed.exit_code;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "halfstar: %s\n", failure.what());
        return world_failure;
    }
}
