#include "export/list/made_record.h"
#include "export/list/bounded_queue.h"
#include "export/list/result_line.h"
#include "foundation/base/files.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace halfstar;

namespace {

MadeRecord example() {
    MadeRecord record{"s", "a\nb:3.md", "d", {}, "o", 123, 4, "[]"};
    record.answers = {{Question::is_file, "R/x\n1:y", "1"}, {Question::read, "R/z", ""}};
    return record;
}

} // namespace

TEST_CASE("a record is read back as it was, whatever its paths hold") {
    CHECK(record_of(text_of(example())) == example());
    CHECK(record_of(text_of(MadeRecord())) == MadeRecord());
}

TEST_CASE("a record that is torn or changed anywhere is none") {
    const std::string text = text_of(example());
    for (std::size_t size = 0; size < text.size(); ++size)
        CHECK(!record_of(text.substr(0, size)));
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string other = text;
        other[at] = static_cast<char>(other[at] ^ 1);
        CHECK(!record_of(other));
    }
    CHECK(!record_of(text + "x"));
}

TEST_CASE("what was seen is found again until any of it changes") {
    MemoryReader disk;
    disk.files = {{"/r/a.md", "words"}, {"/r/still.jpg", "picture"}};
    const Witness witness(disk, "/r", "/out/a.pdf");
    CHECK(witness.read("/r/a.md", 100));
    CHECK(witness.is_file("/r/still.jpg"));
    CHECK(!witness.is_file("/r/other.jpg"));
    CHECK(!witness.is_file("/out/a.pdf"));
    static_cast<void>(witness.canonical("/r/x/../still.jpg"));
    CHECK(witness.digest_of("/r/a.md").size() == 64);
    CHECK(found_again(witness.answers(), disk, "/r"));

    disk.files["/out/a.pdf"] = "the output itself is no source";
    CHECK(found_again(witness.answers(), disk, "/r"));
    MemoryReader moved;
    moved.files = {{"/s/t/a.md", "words"}, {"/s/t/still.jpg", "picture"}};
    CHECK(found_again(witness.answers(), moved, "/s/t"));

    MemoryReader changed = disk;
    changed.files["/r/a.md"] = "other words";
    CHECK(!found_again(witness.answers(), changed, "/r"));
    changed = disk;
    changed.files["/r/other.jpg"] = "it was missing, and is there now";
    CHECK(!found_again(witness.answers(), changed, "/r"));
    changed = disk;
    changed.files.erase("/r/still.jpg");
    CHECK(!found_again(witness.answers(), changed, "/r"));
}

TEST_CASE("a result is one line of JSON") {
    ReviewResult result{"a\n\"b\".md", "out/a.pdf", ReviewStatus::written, 2, 300, "ab", "[]"};
    CHECK(result_line(result) ==
          "{\"source\":\"a\\n\\\"b\\\".md\",\"output\":\"out/"
          "a.pdf\",\"status\":\"written\",\"pages\":2,\"bytes\":300,\"sha256\":\"ab\",\"diagnostics\":[]}\n");
    result = {};
    result.diagnostics = diagnostics_json({}, {}, "", Error{"disk\nfull"});
    const std::string line = result_line(result);
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(line.find("\"sha256\":null") != std::string::npos);
    CHECK(line.find("\"code\":\"failure\"") != std::string::npos);
}

TEST_CASE("a queue hands on everything, and is never longer than it was made") {
    BoundedQueue<int> queue(3);
    std::atomic<int> taken{0}, sum{0};
    std::thread taker([&] {
        while (const std::optional<int> item = queue.pop())
            sum += *item, ++taken;
    });
    int ahead = 0;
    for (int i = 1; i <= 500; ++i) {
        CHECK(queue.push(i));
        ahead = std::max(ahead, i - taken.load());
    }
    queue.end();
    taker.join();
    CHECK(sum == 500 * 501 / 2);
    CHECK(ahead <= 5); // three in it, one in the taker's hand, one just put in
    BoundedQueue<int> broken(1);
    broken.break_off();
    CHECK(!broken.push(1));
    CHECK(!broken.pop());
}
