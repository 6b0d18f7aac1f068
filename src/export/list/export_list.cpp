// A list made from its beginning to its end: one reads paths, several make their reviews, and every result is handed on
// as soon as it is there. Nothing is kept of what is done.

#include "design/style/load.h"
#include "export/leaflet.h"
#include "export/list/bounded_queue.h"
#include "export/list/list_settings.h"
#include "export/list/listed_review.h"
#include "export/list/mirror.h"
#include "export/list/path_list.h"
#include "export/press.h"
#include "foundation/base/files.h"

#include <halfstar/list.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

namespace halfstar {
namespace {

constexpr std::size_t queued_for_each = 4;

class ListRun {
public:
    ListRun(const ListRequest& request, ListReport& report)
        : request_(request), report_(report), queue_(queued_for_each * threads()) {}

    Result<void> go() {
        const Backend* backend = find_backend(request_.each.backend);
        if (backend == nullptr || backend->files != Files::one)
            return Error{"'" + request_.each.backend + "' does not write one file for a review"};
        if (request_.each.inks && request_.each.inks->process == Process::plates)
            return Error{"plates are several files for each review"};
        if (!find_style()) return {};
        settle(*backend);
        std::vector<std::thread> makers;
        for (std::size_t i = 0; i < threads(); ++i)
            makers.emplace_back([&] { make_all(); });
        const Result<void> fed = feed();
        queue_.end();
        for (std::thread& maker : makers)
            maker.join();
        return refused_ ? Result<void>(*refused_) : fed;
    }

private:
    std::size_t threads() const {
        if (request_.each.jobs > 0) return static_cast<std::size_t>(request_.each.jobs);
        return std::max(1u, std::thread::hardware_concurrency());
    }

    /// False when there is none to go on with.
    bool find_style() {
        // From the working directory: a style that is moved with its reviews stays the same.
        const Witness witness(disk_, disk_.canonical("."), "");
        const std::string& asked = request_.each.style;
        std::optional<Style> style = load_style(asked.empty() ? std::string(default_style) : asked, witness,
                                                report_.sources, report_.diagnostics);
        if (!style || report_.diagnostics.has_errors()) return false;
        supplies_.style = std::move(*style);
        style_answers_ = witness.answers();
        return true;
    }

    void settle(const Backend& backend) {
        supplies_.suffix = std::string(request_.each.folded ? leaflet_suffix : backend.extension);
        const FontBook* fonts = backend.needs == Needs::edition ? nullptr : &supplies_.fonts;
        supplies_.settings = settings_digest(request_.each, style_answers_, fonts, disk_);
    }

    Result<void> feed() {
        PathList list(request_.more);
        for (;;) {
            Result<std::optional<std::string>> path = list.next();
            if (!path) return path.error();
            if (!*path) return {};
            if (request_.shard.has(settled_path(**path)) && !queue_.push(std::move(**path))) return {};
        }
    }

    void make_all() {
        while (const std::optional<std::string> path = queue_.pop())
            say(make_listed_review(*path, request_, supplies_));
    }

    void say(const ReviewResult& result) {
        const std::string line = result_line(result);
        const std::lock_guard lock(saying_);
        if (refused_) return;
        ++count_of(result.status);
        const Result<void> said = request_.said(line);
        if (said) return;
        refused_ = said.error();
        queue_.break_off();
    }

    std::size_t& count_of(ReviewStatus status) {
        if (status == ReviewStatus::written) return report_.written;
        return status == ReviewStatus::unchanged ? report_.unchanged : report_.failed;
    }

    const ListRequest& request_;
    ListReport& report_;
    DiskReader disk_;
    ListSupplies supplies_;
    std::vector<Answer> style_answers_;
    BoundedQueue<std::string> queue_;
    std::mutex saying_;
    std::optional<Error> refused_; ///< by whoever takes the results
};

} // namespace

Result<void> export_list(const ListRequest& request, ListReport& report) { return ListRun(request, report).go(); }

} // namespace halfstar
