// How an issue loses a page or two: what its reviews could save is noted while they are set as they come; where that is
// enough, those from a certain one on are set again and save until so many pages are saved.
#pragma once

#include <halfstar/style.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halfstar::layout {

/// A review as it came.
struct PieceRun {
    std::size_t last_page = 0;
    bool can_be_shorter = false; ///< some of its paragraphs set a line shorter save its last page
    int room_above = 0; ///< rows below the review before it, if it may begin there; 0: it may not, or does
};

class PageSavings {
public:
    explicit PageSavings(CopyfitSpec limits) : limits_(limits) {}

    void note(const PieceRun& run) { runs_.push_back(run); }
    /// Decides to save `wanted` pages, with all that is allowed or with as little as will do. False: reviews cannot.
    bool plan(std::size_t wanted, int rows_of_page, bool with_all);
    /// The first review that is set again.
    std::size_t first() const { return first_; }
    /// Whether reviews are being set again: what they could save is noted no more.
    bool planned() const { return wanted_ > 0; }

    bool shortens() const { return saves(); }
    bool runs_on() const { return saves() && run_on_ && limits_.run_on; }
    /// Whether sections may begin on any page.
    bool turns_no_leaf() const { return saves() && with_all_; }
    /// A review was set again and ends on this page; or one page was saved before it.
    void ended(std::size_t piece, std::size_t last_page);
    void saved_leaf() { ++saved_; }

private:
    bool saves() const { return saved_ < wanted_; }

    CopyfitSpec limits_;
    std::vector<PieceRun> runs_;
    std::int64_t wanted_ = 0, saved_ = 0;
    std::size_t first_ = 0;
    bool run_on_ = false, with_all_ = false;
};

} // namespace halfstar::layout
