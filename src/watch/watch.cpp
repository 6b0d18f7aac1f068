#include "watch/watch.h"

#include "export/workshop.h"
#include "watch/burst.h"
#include "watch/folder_watch.h"
#include "watch/rebuild_line.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <poll.h>
#include <utility>

namespace halfstar::watch {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::milliseconds whole_milliseconds(Clock::duration time) {
    return std::chrono::ceil<std::chrono::milliseconds>(time);
}

class Watcher {
public:
    Watcher(const ExportRequest& request, const StopSignal& stop, const Built& built, FolderWatch& folders)
        : request_(request), stop_(stop), built_(built), folders_(folders),
          workshop_([&stop] { return stop.is_given(); }),
          stands_at_(workshop_.memory().canonical(request.inputs.front())) {}

    Result<void> go() {
        build({});
        while (!ends()) {
            Result<Touched> touched = next();
            if (!touched) return touched.error();
            if (ends()) break;
            const std::vector<DiskQuestion> changed = workshop_.memory().look_again(*touched);
            if (!is_there()) return Error{folder() + ": the folder is gone"};
            if (!changed.empty()) build(changed);
        }
        return {};
    }

private:
    bool ends() const { return stop_.is_given() || !goes_on_; }
    const std::string& folder() const { return request_.inputs.front(); }
    bool is_there() const { return DiskReader().is_folder(stands_at_); }

    void build(const std::vector<DiskQuestion>& changed) {
        const Clock::time_point began = Clock::now();
        ExportReport report;
        Timings timings;
        request_.timings = &timings;
        const Result<void> result = build_issue(request_, workshop_, report);
        if (stop_.is_given()) return;
        const bool failed = !result || report.diagnostics.has_errors();
        RebuildFacts facts;
        if (!is_first_) facts.changed = names_of(changed);
        facts.pieces = report.pieces;
        for (const std::string& path : workshop_.written())
            facts.written.push_back(from_folder(workshop_.output(), path));
        const auto& all = report.diagnostics.all();
        facts.errors = static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
        if (failed && facts.errors == 0) facts.errors = 1;
        facts.took = whole_milliseconds(Clock::now() - began);
        is_first_ = false;
        goes_on_ = built_({report, result, rebuild_line(facts), timings});
    }

    /// Files that are other than they were, that came or went; where there are none, whatever else changed.
    std::vector<std::string> names_of(const std::vector<DiskQuestion>& changed) const {
        std::set<std::string> files(workshop_.come_or_gone().begin(), workshop_.come_or_gone().end()), others;
        for (const DiskQuestion& question : changed)
            (question.kind == DiskQuestion::Kind::bytes ? files : others).insert(question.path);
        std::vector<std::string> names;
        for (const std::string& path : files.empty() ? others : files)
            names.push_back(from_folder(folder(), path));
        return names;
    }

    /// What is to be looked at again: folders that were not watched until now, else the next burst, once it has come to
    /// rest.
    Result<Touched> next() {
        Result<std::set<std::string>> fresh = folders_.watch(workshop_.memory().folders());
        if (!fresh) return fresh.error();
        if (!fresh->empty()) return Touched{false, std::move(*fresh)};
        Burst burst;
        do {
            wait(burst);
            burst.add(folders_.take(), Clock::now());
        } while (!stop_.is_given() && (burst.empty() || Clock::now() < burst.due()));
        return burst.take();
    }

    /// Until something happens, the burst is over, or the signal is given.
    void wait(const Burst& burst) const {
        int patience = -1;
        if (!burst.empty())
            patience = static_cast<int>(std::max(Clock::duration::zero(), burst.due() - Clock::now()) /
                                        std::chrono::milliseconds(1)) +
                       1;
        pollfd ends[] = {{folders_.descriptor(), POLLIN, 0}, {stop_.descriptor(), POLLIN, 0}};
        ::poll(ends, 2, patience); // being interrupted is as good as waking up
    }

    ExportRequest request_;
    const StopSignal& stop_;
    const Built& built_;
    FolderWatch& folders_;
    Workshop workshop_;
    std::string stands_at_; ///< the folder, whatever becomes of the working directory
    bool is_first_ = true, goes_on_ = true;
};

} // namespace

Result<void> watch_issue(const ExportRequest& request, const StopSignal& stop, const Built& built) {
    const Result<std::unique_ptr<FolderWatch>> folders = FolderWatch::open();
    if (!folders) return folders.error();
    return Watcher(request, stop, built, **folders).go();
}

} // namespace halfstar::watch
