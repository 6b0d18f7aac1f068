// The program's name and version, for colophons, metadata and `--version`.
#pragma once

#define HALFSTAR_VERSION "0.1.0"

namespace halfstar {

inline constexpr const char* version = HALFSTAR_VERSION;
inline constexpr const char* producer = "halfstar " HALFSTAR_VERSION;

} // namespace halfstar
