// Whether what is painted on pages stands where it can be read: nothing leaves the trim, and no words stand on other
// words or on a picture of the text.
#pragma once

#include <halfstar/pages.h>

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar::testing {

enum class Misplacement : std::uint8_t { off_the_page, on_other_words, on_a_picture };

const char* name_of(Misplacement kind);

struct Misplaced {
    Misplacement kind = Misplacement::off_the_page;
    std::uint32_t page = 0; ///< from 0
    std::string words, others;
};

/// What is wrong on the pages, page by page. Of a run the ink from the baseline to half its size above is looked at: what reaches
/// higher or lower may come near its neighbours.
std::vector<Misplaced> misplaced_on(const std::vector<Page>& pages);

} // namespace halfstar::testing
