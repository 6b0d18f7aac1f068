// The second page of the year in numbers: every day of it, who was seen most, what was best and what was worst.
#pragma once

#include "typeset/layout/plate.h"

namespace halfstar::layout {

/// Whether there is anything to set on it.
bool has_year(const Statistics& statistics);
void set_year(Desk& desk, std::size_t page, StructureId parent);

/// How both pages paint their charts.
ChartLook chart_look(const Plate& plate);
/// The thin rule over both columns that ends row `row`.
void rule(Plate& plate, int row);

} // namespace halfstar::layout
