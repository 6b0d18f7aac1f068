// What was done to bring an issue to its count of pages, in a line.
#pragma once

#include "typeset/layout/page_goal.h"

#include <string>

namespace halfstar {

/// "brought from 43 to 44 pages: a page of notes; 3 reviews some lines shorter"; empty where nothing was done.
std::string fit_said(const PageFit& fit);

} // namespace halfstar
