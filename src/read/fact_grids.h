// Facts in a film's info box: the rows of a table (`| Director | Ada Quill |`) and the terms of a list of definitions.
#pragma once

#include "read/facts.h"

#include <halfstar/diagnostics.h>
#include <halfstar/document.h>

namespace halfstar::reading {

/// Takes the rows that are a known label and what it asks for, when there are two or more of them; a table whose head
/// names the labels of a single row is taken as a whole. Rows of anything else stay. True when none is left: a head
/// such as "Field, Value" is then kept beside the facts.
bool take_table(Table& table, Facts& facts, Diagnostics& diagnostics);

/// The same of the items of a list that are a line with a label each, when half of them are known; a list of scores
/// stays as it is.
bool take_list(List& list, Facts& facts, Diagnostics& diagnostics);

/// The same of terms and what is said of each.
bool take_definitions(Definitions& definitions, Facts& facts, Diagnostics& diagnostics);

} // namespace halfstar::reading
