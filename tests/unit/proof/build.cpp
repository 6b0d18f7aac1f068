// A build that is told to verify reads what is on the disk: a page that somebody spoils after it was written is found.
#include "issue.h"

#include "unit/folder.h"

#include <halfstar/export.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace halfstar;
using namespace halfstar::fake;
using halfstar::testing::Folder;

namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void spoil(const std::string& path, std::string_view words) {
    std::string text = text_of(path);
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    text.erase(at, words.size());
    std::ofstream(path, std::ios::binary) << text;
}

/// Builds the issue; `after` is called with each output when it is written.
ExportReport build(const Folder& folder, bool verify, const std::function<void(const std::string&)>& after) {
    std::ofstream(folder.path() + "/bait.md") << bait;
    std::ofstream(folder.path() + "/issue.yaml") << "title: Row C\noutputs: [zine, epub, site, reviews]\n";
    ExportRequest request;
    request.inputs = {folder.path()};
    request.verify = verify;
    request.progress = [&](std::size_t, std::size_t, const std::string& what) { after(what); };
    ExportReport report;
    REQUIRE(build_issue(request, report));
    return report;
}

} // namespace

TEST_CASE("a build proves every output, and its sources") {
    const Folder folder;
    const ExportReport report = build(folder, true, [](const std::string&) {});
    CHECK_FALSE(report.diagnostics.has_errors());
    REQUIRE(report.proofs.size() == 5);
    CHECK(report.proofs[0].format == "source");
    for (const Proof& proof : report.proofs)
        CHECK(proof.pieces == 1);
}

TEST_CASE("a build that is not asked to proves nothing") {
    const Folder folder;
    CHECK(build(folder, false, [](const std::string&) {}).proofs.empty());
}

TEST_CASE("a page that is spoilt behind the program's back is an error at its line; the output stays") {
    const Folder folder;
    const ExportReport report = build(folder, true, [&](const std::string& what) {
        if (what.ends_with("/site")) spoil(what + "/reviews/bait.html", "by the week");
    });
    const auto& all = report.diagnostics.all();
    const auto loss =
        std::find_if(all.begin(), all.end(), [](const Diagnostic& one) { return one.code == Code::lost_words; });
    REQUIRE(loss != all.end());
    CHECK(report.diagnostics.has_errors());
    CHECK(loss->message.find(
              "site/reviews/bait.html lost words of the body: 'is let by the week to' became 'is let to") !=
          std::string::npos);
    CHECK(report.sources.position(loss->span.source, loss->span.begin).line == 12);
    CHECK(report.written.size() == 4);
    CHECK(std::filesystem::exists(folder.path() + "/out/site/reviews/bait.html"));
}
