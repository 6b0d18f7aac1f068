// A Value as bytes, so that data which the binary carries is parsed when it is built and not each time it runs. Text is
// kept beside structure and spans; numbers take as many bytes as they need (seven bits each, the least first).
#pragma once

#include "foundation/data/value.h"

#include <string>
#include <string_view>

namespace halfstar {

/// The value as bytes. All its spans lie in one source.
std::string packed(const Value& value);

/// The value that `packed` took, its spans now in `source`. The bytes are trusted: they come from the binary itself.
Value unpacked(std::string_view bytes, SourceId source);

} // namespace halfstar
