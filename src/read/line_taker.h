// Lines of labels become facts, all of them or none.
#pragma once

#include "read/facts.h"
#include "read/label_lines.h"

#include <halfstar/diagnostics.h>

#include <span>

namespace halfstar::reading {

/// Takes the labels of all lines, and lines of names below a label that names people. False, and `facts` is as it was,
/// when one is no label, its value is not what the label asks for, or other facts contradict it. A rating outside its
/// scale is reported and kept beside the facts.
bool take_lines(std::span<const LabelLine> lines, Facts& facts, Diagnostics& diagnostics);

} // namespace halfstar::reading
