// A case: a text file that says what it shows, then sections headed by lines that begin with `--- `.
//
//     --- options WORDS       hold for the inputs behind them: plain, no-smart, language=TAG, best=N
//     --- input [PATH]        the lines that follow are a file's text; each input begins anew
//     --- escaped [PATH]      the same, but line ends do not count and \n \r \t \\ \xNN are what they say
//     --- facts --- body --- tree --- html --- diagnostics      what reading the input must give
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::cases {

struct Section {
    std::string name;
    std::string words; ///< behind the name
    std::string text;
    friend bool operator==(const Section&, const Section&) = default;
};

struct CaseFile {
    std::string shows; ///< the text above the first section
    std::vector<Section> sections;
};

/// Whether a section says what reading must give.
bool is_expectation(std::string_view name);

CaseFile parse_case(std::string_view text);
std::string written_case(const CaseFile& file);

/// The bytes that the text of an `escaped` section names.
std::string unescaped(std::string_view text);

} // namespace halfstar::cases
