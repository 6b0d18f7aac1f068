#include "export/check.h"
#include "foundation/base/files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace halfstar;
namespace fs = std::filesystem;

namespace {

constexpr const char* written = "---\ndate: 2019-01-01\nrating: 4/5\n---\n\n# A\n\nIt's \"so\".\n";

/// Reads the disk, and somebody else writes the file behind the first reading.
class MeddledReader : public DiskReader {
public:
    explicit MeddledReader(std::string other) : other_(std::move(other)) {}
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
        Result<std::string> bytes = DiskReader::read(path, limit);
        std::ofstream(path, std::ios::binary) << other_;
        return bytes;
    }

private:
    std::string other_;
};

/// A folder with one review in it, which goes with the test.
class Review {
public:
    Review() : folder_((fs::temp_directory_path() / "halfstar-test-XXXXXX").string()) {
        REQUIRE(::mkdtemp(folder_.data()) != nullptr);
        std::ofstream(path(), std::ios::binary) << written;
    }
    ~Review() { fs::remove_all(folder_); }
    Review(const Review&) = delete;
    Review& operator=(const Review&) = delete;
    std::string path() const { return folder_ + "/a.md"; }
    std::string text() const { return *DiskReader().read(path(), 1 << 20); }

private:
    std::string folder_;
};

ExportReport check(const Review& review, const FileReader& reader, Repairs repairs) {
    ExportRequest request;
    request.inputs = {review.path()};
    request.repairs = repairs;
    ExportReport report;
    REQUIRE(check_pieces(request, reader, report));
    return report;
}

} // namespace

TEST_CASE("a review is repaired, and what is left is said of it as it is now") {
    const Review review;
    CHECK(check(review, DiskReader(), Repairs::none).diagnostics.all().size() == 1);
    const ExportReport report = check(review, DiskReader(), Repairs::written);
    CHECK(report.written == std::vector<std::string>{review.path()});
    CHECK(report.diagnostics.empty());
    CHECK(review.text().ends_with("It’s “so”.\n"));
}

TEST_CASE("a shown repair writes nothing") {
    const Review review;
    const ExportReport report = check(review, DiskReader(), Repairs::shown);
    CHECK(report.repairs.ends_with("-It's \"so\".\n+It’s “so”.\n"));
    CHECK(review.text() == written);
}

TEST_CASE("a file that changed meanwhile is left as it is now") {
    const Review review;
    const std::string now = "# Written by somebody else, it's \"new\"\n";
    const ExportReport report = check(review, MeddledReader(now), Repairs::written);
    CHECK(report.written.empty());
    REQUIRE(report.diagnostics.has_errors());
    CHECK(std::any_of(report.diagnostics.all().begin(), report.diagnostics.all().end(),
                      [](const Diagnostic& d) { return d.code == Code::changed_meanwhile; }));
    CHECK(review.text() == now);
}
