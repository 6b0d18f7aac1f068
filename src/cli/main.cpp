// The command line: understands the arguments, runs the export, shows what it reports. Exit codes: 0 done
// (warnings or not), 1 an error of the input, 2 wrong usage, 3 a failure of the world.

#include "cli/catalogue.h"
#include "cli/command_line.h"
#include "cli/ledger.h"
#include "cli/list_run.h"
#include "cli/progress.h"
#include "foundation/base/allocator.h"
#include "foundation/base/files.h"
#include "watch/watch.h"

#include <fmt/core.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <iterator>
#include <map>

namespace {

using namespace halfstar;
using namespace halfstar::cli;

enum ExitCode { done = 0, input_error = 1, world_failure = 3 };

std::vector<Diagnostic> shown_diagnostics(const ExportReport& report, const Command& command) {
    std::vector<Diagnostic> shown = report.diagnostics.all();
    // A check is asked for all there is to say.
    const bool all = command.loudness == Loudness::verbose || command.name == "check";
    const Severity least = command.loudness == Loudness::quiet ? Severity::error : all ? Severity::note : Severity::warning;
    std::erase_if(shown, [&](const Diagnostic& d) { return d.severity < least; });
    return shown;
}

/// How many notes of one code are shown whole to people who did not ask for more.
constexpr std::size_t shown_notes = 3;

/// Takes away the notes of a code behind the first few; returns how many, code by code.
std::map<std::string_view, std::size_t> shorten(std::vector<Diagnostic>& shown) {
    std::map<std::string_view, std::size_t> seen, left_out;
    std::erase_if(shown, [&](const Diagnostic& d) {
        const bool too_many = d.severity == Severity::note && ++seen[code_name(d.code)] > shown_notes;
        if (too_many) ++left_out[code_name(d.code)];
        return too_many;
    });
    return left_out;
}

void print_text(std::FILE* to, std::vector<Diagnostic> shown, const ExportReport& report, const Command& command) {
    const auto left_out = command.loudness == Loudness::verbose ? std::map<std::string_view, std::size_t>() : shorten(shown);
    fmt::print(to, "{}", render_text(shown, report.sources, command.colouring));
    for (const auto& [code, count] : left_out)
        fmt::print(to, "{} more of [{}]; -v shows them\n", count, code);
}

/// For `check` the diagnostics are what was asked for, so they are data; else, or beside a diff, they go beside it.
void print_diagnostics(const ExportReport& report, const Command& command) {
    std::FILE* to = command.name == "check" && command.request.repairs != Repairs::shown ? stdout : stderr;
    const std::vector<Diagnostic> shown = shown_diagnostics(report, command);
    if (command.form == DiagnosticsForm::json) fmt::print(to, "{}", render_json(shown, report.sources));
    else if (command.form == DiagnosticsForm::brief) fmt::print(to, "{}", render_short(shown, report.sources));
    else print_text(to, shown, report, command);
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

/// "compared out/site: 29 pieces, 112 flows, 8204 words".
std::string proof_line(const Proof& proof) {
    const auto count = [](std::size_t number, std::string_view one) {
        return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
    };
    return fmt::format("compared {}: {}, {}, {}", proof.path, count(proof.pieces, "piece"), count(proof.flows, "flow"),
                       count(proof.words, "word"));
}

void print_summary(const ExportReport& report, const Command& command) {
    if (command.loudness != Loudness::quiet)
        for (const std::string& line : report.advice)
            fmt::print(stderr, "{}\n", line);
    if (command.loudness == Loudness::verbose)
        for (const auto& [lines, before] : {std::pair{&report.written, "wrote "}, {&report.fitting, ""}})
            for (const std::string& line : *lines) fmt::print(stderr, "{}{}\n", before, line);
    if (command.name == "check" && command.loudness == Loudness::normal && !report.written.empty())
        fmt::print(stderr, "repaired {} {}\n", report.written.size(), report.written.size() == 1 ? "file" : "files");
    if (command.loudness != Loudness::verbose) return;
    for (const Proof& proof : report.proofs)
        fmt::print(stderr, "{}\n", proof_line(proof));
    if (command.name == "check")
        for (const FolderScale& scale : report.scales)
            fmt::print("{}\n", scale_line(scale));
    fmt::print(stderr, "{} {}", report.pieces, report.pieces == 1 ? "piece" : "pieces");
    if (report.pages > 0) fmt::print(stderr, ", {} {}", report.pages, report.pages == 1 ? "page" : "pages");
    fmt::print(stderr, "\n");
}

int print_list(const std::string& text) {
    fmt::print("{}", text);
    return std::fflush(stdout) == 0 ? done : world_failure;
}

Result<void> carry_out(const std::string& command, const ExportRequest& request, ExportReport& report) {
    if (command == "build") return build_issue(request, report);
    if (command == "preflight") return preflight_pieces(request, report);
    return command == "cover" ? export_wrap(request, report) : export_pieces(request, report);
}

int run(Command command, Timings* timings) {
    ExportRequest& request = command.request;
    request.timings = timings;
    request.ends_process = true;
    if (std::find(request.inputs.begin(), request.inputs.end(), "-") != request.inputs.end())
        request.standard_input.assign(std::istreambuf_iterator<char>(std::cin), {});
    ExportReport report;
    Result<void> result;
    {
        Progress progress;
        if (command.loudness != Loudness::quiet)
            request.progress = [&](std::size_t n, std::size_t all, const std::string& what) { progress.show(n, all, what); };
        result = carry_out(command.name, request, report);
    }
    fmt::print("{}", report.repairs);
    for (const std::string& breach : report.breaches)
        fmt::print("{}\n", breach);
    print_diagnostics(report, command);
    if (!result) {
        fmt::print(stderr, "halfstar: {}\n", result.error().message);
        return world_failure;
    }
    if (failed(report, command) || !report.breaches.empty()) return input_error;
    print_summary(report, command);
    if (std::fflush(stdout) != 0) return world_failure;
    return done;
}

/// Shows what a build of a watch has to say. False when nobody reads it any more.
bool show(const Command& command, const halfstar::watch::BuildTold& build) {
    print_diagnostics(build.report, command);
    if (!build.result) fmt::print(stderr, "halfstar: {}\n", build.result.error().message);
    else if (command.loudness == Loudness::verbose && !failed(build.report, command)) print_summary(build.report, command);
    if (command.loudness == Loudness::verbose) print_stages(stderr, build.timings);
    fmt::print("{}\n", build.line);
    return std::fflush(stdout) == 0;
}

int keep_watch(Command command) {
    std::vector<std::string>& inputs = command.request.inputs;
    if (inputs.empty()) inputs.emplace_back(".");
    if (!DiskReader().is_folder(inputs.front())) {
        fmt::print(stderr, "halfstar: '{}' is no folder that could be watched\n", inputs.front());
        return input_error;
    }
    const halfstar::watch::StopSignal stop;
    const Result<void> result =
        halfstar::watch::watch_issue(command.request, stop, [&](const halfstar::watch::BuildTold& build) { return show(command, build); });
    if (result) return std::ferror(stdout) != 0 ? world_failure : done;
    fmt::print(stderr, "halfstar: {}\n", result.error().message);
    return world_failure;
}

int understand_and_run(int argc, char** argv, Timings* timings) {
    Stages stages(timings);
    stages.begin("arguments");
    const Parsed parsed = parse_command_line(argc, argv);
    stages.end();
    if (parsed.command && parsed.command->name == "styles") return print_list(styles_text());
    if (parsed.command && parsed.command->name == "targets") return print_list(targets_text());
    if (parsed.command && parsed.command->name == "fonts") return print_list(fonts_text(parsed.command->loudness));
    if (parsed.command && !parsed.command->list.file.empty()) return run_list(*parsed.command);
    if (parsed.command && parsed.command->name == "watch") return keep_watch(*parsed.command);
    return parsed.command ? run(*parsed.command, timings) : parsed.exit_code;
}

} // namespace

int main(int argc, char** argv) {
    // A reader that went away (halfstar check . | head) is an error of writing, not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    grow_by_huge_pages();
    try {
        Ledger ledger(asks_for_timings(argc, argv));
        const int code = understand_and_run(argc, argv, ledger.timings());
        ledger.print(stderr);
        return code;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "halfstar: %s\n", failure.what());
        return world_failure;
    }
}
