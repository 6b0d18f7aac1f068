// Targets from data: targets/NAME.yaml with `extends`, checked key by key.
#pragma once

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/target.h>

#include <optional>
#include <string>
#include <vector>

namespace halfstar {

/// The target called `name` (built in), or in the file `name`, or in target.yaml in the folder `name`. Reports
/// unknown_target with the nearest name, or target_error at line and column; then nothing comes back. `sources` takes the
/// texts that were read.
std::optional<Target> load_target(const std::string& name, const FileReader& reader, Sources& sources, Diagnostics& diagnostics);

/// Names of the built-in targets, sorted.
std::vector<std::string> target_names();

} // namespace halfstar
