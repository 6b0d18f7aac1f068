// Where a listed review's output stands: its own path once more, below the output's folder. So names depend on nothing
// but the path: not on what else is in the list, nor on its order, nor on who makes which part of it.
#pragma once

#include <string>
#include <string_view>

namespace halfstar {

/// The path without "." and empty names: "./a//b.md" is "a/b.md". Names that "..", which may lead through links, are
/// kept.
std::string settled_path(std::string_view path);

/// The place of a settled path's output, relative to the folder: "a/b.md" becomes "a/b.pdf". No two paths share one,
/// and none leads out: what would clash or leave is written with percent signs ("../b.md" is "%2E%2E/b.pdf"); names
/// that end in anything but ".md" are kept whole ("b.txt.pdf"). `suffix` is the output's ending, with its dot.
std::string mirrored_path(std::string_view path, std::string_view suffix);

} // namespace halfstar
