// In which faces a measured text is set, from where to where: known without setting it.
#pragma once

#include "typeset/layout/measured_text.h"

#include <cstdint>
#include <vector>

namespace halfstar::layout {

/// From a text's element on, words are set in this face.
struct FaceMark {
    std::uint32_t element = 0;
    const Face* face = nullptr;
};

/// The faces of a measured text, in reading order, as its lines will use them.
std::vector<FaceMark> faces_of(const MeasuredText& measured, const Tools& tools);

} // namespace halfstar::layout
