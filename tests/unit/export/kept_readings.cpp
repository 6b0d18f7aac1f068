// Which reviews are read again.
#include "export/kept_readings.h"

#include "foundation/base/files.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("a review is read again only when what was asked for it has another answer") {
    MemoryReader disk;
    disk.files = {{"/year/stalker.md", "rain"}, {"/year/field.png", "green"}};
    DiskMemory memory(disk);
    KeptReadings readings(memory);
    const InputFile file{"stalker.md", "/year/stalker.md", "/year", "/year", "stalker.md"};
    ReadOptions options;
    int times = 0;
    const auto read = [&](SourceId source = 1) {
        memory.begin();
        const int before = times;
        const FileReading reading = readings.reading(file, source, options, [&](const FileReader& from) {
            ++times;
            CHECK(from.read("/year/stalker.md", 100));
            CHECK(from.is_file("/year/field.png"));
            FileReading made;
            made.diagnostics.report(Code::missing_image, {source, 0, 0}, {"field.png"});
            return made;
        });
        CHECK(reading.diagnostics.all().size() == 1);
        CHECK(readings.read_anew().contains("stalker.md") == (times > before));
        readings.forget_unused();
        CHECK(readings.read_anew().empty());
        memory.end();
        return times;
    };
    CHECK(read() == 1);
    CHECK(read() == 1);
    disk.files["/year/stalker.md"] = "snow";
    CHECK(memory.look_again({true, {}}).size() == 1);
    CHECK(read() == 2);
    CHECK(read() == 2);
    CHECK(read(7) == 3); // its spans would lead into another text
    options.smart_punctuation = false;
    CHECK(read(7) == 4);
    CHECK(readings.size() == 1);
    readings.forget_unused();
    CHECK(readings.size() == 0);
}
