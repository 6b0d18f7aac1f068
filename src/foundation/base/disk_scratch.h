// Bytes put aside in a file that has no name.
#pragma once

#include <halfstar/base.h>

#include <memory>
#include <string>

namespace halfstar {

/// In `folder`, which must be there. Null where no file can be made.
std::unique_ptr<Scratch> open_scratch(const std::string& folder);

} // namespace halfstar
