// From bytes to text: byte order marks, UTF-16, line ends, bytes that are no UTF-8, and the code
// points that no XML output could carry. After this, every stage sees valid UTF-8 with LF.
#pragma once

#include <halfstar/diagnostics.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

/// The text of a file's bytes. UTF-8, UTF-16 and UTF-32 are understood (read/encodings.h); runs that
/// are no UTF-8 are read as Windows-1252 and reported once, at the first of them
/// (Code::invalid_utf8). NUL bytes are left out and said once (Code::nul_bytes). Nothing comes back for what is no text (Code::binary_input) or is larger
/// than input_byte_limit (Code::input_too_large); `path` names the file in messages.
std::optional<std::string> repair_text(std::string_view bytes, SourceId source, std::string_view path,
                                       Diagnostics& diagnostics);

/// Where each byte of the text that repair_text makes of `bytes` comes from: offsets into `bytes`, and their number
/// behind the last. Empty for UTF-16, UTF-32 and what is no text.
std::vector<std::uint32_t> text_origins(std::string_view bytes);

/// `text` in Windows-1252; nothing when it has a character that the code page lacks.
std::optional<std::string> in_windows_1252(std::string_view text);

/// Whether every byte above ASCII is Windows-1252's, so that what is added should be so too.
bool is_windows_1252(std::string_view bytes);

} // namespace halfstar::reading
