#include "cli/list_run.h"

#include <halfstar/list.h>

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace halfstar::cli {
namespace {

constexpr int input_error = 1, usage_error = 2, world_failure = 3;

Error failure(const std::string& what) { return Error{what + ": " + std::strerror(errno)}; }

/// What a descriptor has to give now: of a pipe less than asked for, so that nothing waits for the rest of the list.
Result<std::string> bytes_of(int descriptor) {
    std::string bytes(1 << 16, '\0');
    for (;;) {
        const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure("the list");
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    }
}

/// In one piece where the system takes it so, since several processes may append to one file of results.
Result<void> print_line(std::string_view line) {
    while (!line.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, line.data(), line.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure("standard output");
        line.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

bool is_no_folder(const std::string& path) {
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0 && !S_ISDIR(facts.st_mode);
}

int complain(const std::string& words, int code) {
    fmt::print(stderr, "halfstar: {}\n", words);
    return code;
}

ListRequest request_of(const Command& command, int list) {
    ListRequest request;
    request.each = command.request;
    request.more = [list] { return bytes_of(list); };
    request.said = print_line;
    if (!command.list.shard.empty()) request.shard = *shard_of_words(command.list.shard);
    request.remaking = command.list.skip_unchanged ? Remaking::when_changed : Remaking::always;
    return request;
}

} // namespace

int run_list(const Command& command) {
    if (is_no_folder(command.request.output))
        return complain(command.request.output + ": a list needs a folder for its outputs", usage_error);
    const bool standard_input = command.list.file == "-";
    const int list = standard_input ? STDIN_FILENO : ::open(command.list.file.c_str(), O_RDONLY | O_CLOEXEC);
    if (list < 0) return complain(failure(command.list.file).message, input_error);
    ListReport report;
    const Result<void> done = export_list(request_of(command, list), report);
    if (!standard_input) ::close(list);
    fmt::print(stderr, "{}", render_text(report.diagnostics.all(), report.sources, command.colouring));
    if (!done) return complain(done.error().message, world_failure);
    if (command.loudness == Loudness::verbose)
        fmt::print(stderr, "{} written, {} unchanged, {} failed\n", report.written, report.unchanged, report.failed);
    return report.failed > 0 || report.diagnostics.has_errors() ? input_error : 0;
}

} // namespace halfstar::cli
