#include "foundation/data/packed_value.h"

#include "foundation/data/embedded.h"
#include "foundation/data/syntaxes.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;

namespace {

Value read(std::string_view text, SourceId source) {
    Diagnostics diagnostics;
    Value value = read_yaml(text, {source, 0, static_cast<std::uint32_t>(text.size())}, diagnostics);
    CHECK(diagnostics.empty());
    return value;
}

std::string place(const Span& span) {
    return std::to_string(span.source) + ":" + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

/// Everything that a value holds: places, quotes and order too.
std::string described(const Value& value) {
    std::string all = place(value.span) + " " + place(value.key_span);
    if (const Scalar* scalar = value.scalar()) return all + (scalar->quoted ? " '" : " ") + scalar->text + "\n";
    if (value.list() != nullptr)
        for (const Value& item : *value.list()) all += "\n- " + described(item);
    if (value.members() != nullptr)
        for (const auto& [key, member] : *value.members()) all += "\n" + key + ": " + described(member);
    return all + (value.is_null() ? " null\n" : " end\n");
}

} // namespace

TEST_CASE("a value that was packed comes back whole, in another source") {
    const std::string long_text(300, 'x');
    for (const std::string& text : {std::string("{}"), std::string("a: 1\nb: '2'\nc:\nd: [x, [], {}]\ne: {f: \"\"}\n"),
                                    "long: " + long_text + "\n" + long_text + ": {star: ★}\n"}) {
        CAPTURE(text);
        CHECK(described(unpacked(packed(read(text, 3)), 7)) == described(read(text, 7)));
    }
    CHECK(described(unpacked(packed(Value{}), 7)) == described(Value{}));
}

TEST_CASE("what the binary carries of a YAML file is what its text says") {
    std::size_t values = 0;
    for (const EmbeddedFile& file : embedded_files()) {
        CAPTURE(file.path);
        CHECK(find_embedded(file.path) == &file);
        CHECK(file.packed.empty() != file.path.ends_with(".yaml"));
        if (file.packed.empty()) continue;
        ++values;
        CHECK(described(unpacked(file.packed, 2)) == described(read(file.text, 2)));
    }
    CHECK(values >= 50);
    CHECK(find_embedded("styles/nobody/style.yaml") == nullptr);
}
