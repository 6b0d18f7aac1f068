// What a PDF is for decides what it carries: a file to be read and kept is tagged and claims PDF/A and
// PDF/UA; a file for a printer has the boxes of its trim and nothing that paper cannot show.
#pragma once

#include <halfstar/backend.h>

#include <cstdint>

namespace halfstar::pdf {

enum class Profile : std::uint8_t {
    archive, ///< PDF/A-2a and PDF/UA-1: structure, links, an output intent
    print,   ///< untagged, without annotations; words that glyphs cannot say stay as ActualText
};

/// The name of the backend's option.
inline constexpr std::string_view profile_option = "profile";

/// The profile that the job's options name, else archive. Sheets for a printer, and what is made for its inks,
/// are always print. An Error when
/// there is no profile of that name.
Result<Profile> profile_of(const Job& job);

} // namespace halfstar::pdf
