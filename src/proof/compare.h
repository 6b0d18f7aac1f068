// One flow as it must be beside the words that an output has: whether they are the same, and if not, which words are
// the first that differ and where their author wrote them. No output's format is known here.
#pragma once

#include "proof/flows.h"
#include "proof/words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::proof {

/// The first words that differ. `wanted` is empty where nothing more was to come, `found` where nothing came.
struct Difference {
    std::string flow; ///< its name
    Span span;        ///< of the word
    std::string wanted, found;
};

/// How an output keeps its words.
struct Reading {
    Spelling spelling = Spelling::exact;
    std::string_view language; ///< of capitals
};

/// What else stands in the words that were found: nothing, or words before, behind and between the flow's parts.
enum class Among : std::uint8_t { nothing, others };

/// Compares a flow with the words found for it. A mixed flow always stands among others.
std::optional<Difference> compare(const WordFlow& wanted, const Words& found, Among among, const Reading& reading);

/// Compares flows one by one with what was found in their order. `Among::others`: more may have been found
/// before, between and behind them.
std::optional<Difference> compare(const std::vector<WordFlow>& wanted, const std::vector<Words>& found, Among among,
                                  const Reading& reading);

} // namespace halfstar::proof
