// Structured data: spans stay inside the text, and what was read as JSON is read back the same.

#include "foundation/data/syntaxes.h"

#include <cstdint>
#include <cstdlib>

using namespace halfstar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Diagnostics diagnostics;
    const Span where{1, 0, static_cast<std::uint32_t>(size)};
    const Value value = read_yaml(text, where, diagnostics);
    if (const Members* members = value.members())
        for (const auto& [key, member] : *members)
            if (member.span.end > size || member.span.begin > member.span.end) std::abort();
    if (const Result<Value> json = read_json(text, where)) {
        const std::string once = to_json(*json);
        const Result<Value> again = read_json(once, where);
        if (!again || to_json(*again) != once) std::abort();
    }
    return 0;
}
