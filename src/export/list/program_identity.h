// Which build of the program this is, so that two builds of one version are not taken for the same.
#pragma once

#include <string>

namespace halfstar {

/// The bytes of the note that linkers put into a program (ELF, NT_GNU_BUILD_ID); empty where they did not.
std::string program_identity();

} // namespace halfstar
