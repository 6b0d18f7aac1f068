// What a target would find wrong with pages, or with a file, said before it is sent: one breach a line.
#pragma once

#include "base.h"
#include "pages.h"
#include "target.h"

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar {

/// A rule that is broken, and where.
struct Breach {
    std::string rule; ///< the target's key: "safe", "pictures"
    std::string page; ///< its label; empty: the whole
    std::string item; ///< what it is, and what is wanted: "picture x.jpg at 96 ppi, 150 wanted"
};

/// "lulu: pictures: page 7: picture x.jpg at 96 ppi, 150 wanted".
std::string breach_line(const Target& target, const Breach& breach);

/// The laid-out pages, without bleed, held against every rule that they can break.
std::vector<Breach> preflight(const PagedDocument& pages, const Target& target);

/// What a written PDF says of itself.
struct PrintedFile {
    struct Sheet {
        Rect media, trim, bleed;             ///< y upwards, as PDF has it
        bool has_trim = false, has_bleed = false;
        std::uint32_t annotations = 0;
        bool transparent = false;
        friend bool operator==(const Sheet&, const Sheet&) = default;
    };
    std::vector<Sheet> pages;
    bool outline = false, metadata = false;
    std::vector<std::string> fonts_apart; ///< names of fonts that are not in the file
};

/// The same of a file that anybody made.
std::vector<Breach> preflight(const PrintedFile& file, const Target& target);

} // namespace halfstar
