// A small issue for the tests of the proof: one review with every flow, made as a run makes it, written by the
// backends into a folder that goes with the test.
#pragma once

#include "proof/proof.h"

#include <halfstar/edition.h>

#include <string>

namespace halfstar::fake {

/// Lines are counted by the tests.
extern const char* const bait;

struct ReadIssue {
    Sources sources;
    Diagnostics diagnostics;
    Edition edition;
};
ReadIssue read_issue(const std::string& text);

enum class Output { site, ebook, zine, note };
constexpr Output all_outputs[] = {Output::site, Output::ebook, Output::zine, Output::note};
const char* name_of(Output output);

/// Writes `written` and reads it back against `whole`.
Result<Proof> write_and_prove(Output output, const Edition& written, const Edition& whole, Diagnostics& losses);

/// The line of the first loss; 0 where there is none.
std::uint32_t line_of_loss(const Diagnostics& losses, const Sources& sources);

} // namespace halfstar::fake
