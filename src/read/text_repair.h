// From bytes to text: byte order marks, UTF-16, line ends, bytes that are no UTF-8, and the code
// points that no XML output could carry. After this, every stage sees valid UTF-8 with LF.
#pragma once

#include <halfstar/diagnostics.h>

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::reading {

/// The text of a file's bytes. UTF-8, UTF-16 and UTF-32 are understood (read/encodings.h); runs that
/// are no UTF-8 are read as Windows-1252 and reported once, at the first of them
/// (Code::invalid_utf8). NUL bytes are left out and said once (Code::nul_bytes). Nothing comes back for what is no text (Code::binary_input) or is larger
/// than input_byte_limit (Code::input_too_large); `path` names the file in messages.
std::optional<std::string> repair_text(std::string_view bytes, SourceId source, std::string_view path,
                                       Diagnostics& diagnostics);

} // namespace halfstar::reading
