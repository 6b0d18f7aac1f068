// What the file says of itself, twice and equal: in the information dictionary for old readers, and in
// XMP (ISO 16684-1), where an archive's file claims PDF/A-2a and PDF/UA-1.
#pragma once

#include "backends/pdf/objects.h"
#include "backends/pdf/profile.h"

#include <halfstar/backend.h>
#include <halfstar/pages.h>

#include <cstdint>
#include <string>

namespace halfstar::pdf {

Body information(const DocumentInfo& info, const BuildInfo& build);
/// The metadata stream, readable in the raw file.
Body metadata(const DocumentInfo& info, const BuildInfo& build, Profile profile);

/// "D:20240131235959Z" and "2024-01-31T23:59:59Z".
std::string pdf_date(std::int64_t timestamp);
std::string xmp_date(std::int64_t timestamp);

/// 16 bytes that tell this document's content from any other's.
std::string file_identifier(const BuildInfo& build);

} // namespace halfstar::pdf
