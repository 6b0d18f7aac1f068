// The title of a piece with its year: as large as the style has it, its lines alike in length, smaller when
// it is long or has a word too wide for the measure.
#pragma once

#include "typeset/layout/desk.h"

namespace halfstar::layout {

/// Lines are decided; slots are not added yet. `step` is the leading in rows.
struct TitleSetting {
    SetText text;
    int step = 3;
};
TitleSetting choose_title(Desk& desk, Length width);
/// Keeps the title in the composition, its lines as they were chosen; its slots go below `heading`.
Composed compose_title(Desk& desk, TitleSetting setting, StructureId heading);

} // namespace halfstar::layout
