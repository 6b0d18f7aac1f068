// What a PDF says of itself to a print shop: its boxes, what it carries beside its pages, its fonts.
#pragma once

#include <halfstar/preflight.h>

#include <string>

namespace halfstar::proof {

/// An Error when the file is not there or is no PDF.
Result<PrintedFile> read_printed_file(const std::string& path);

} // namespace halfstar::proof
