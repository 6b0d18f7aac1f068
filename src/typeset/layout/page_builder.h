// Items of pages, from what is composed: lines are set, stars and leaders drawn.
#pragma once

#include "typeset/layout/composition.h"

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace halfstar::layout {

using TextOfNumber = std::function<const SetText&(std::uint32_t)>;

/// Texts of which several lines stand on a page are measured once.
class PageBuilder {
public:
    /// `text` finds the texts that pages name, `first_pictures` is the composition's, and `measured` are texts that need not be measured
    /// again. All must outlive it.
    PageBuilder(TextOfNumber text, const std::vector<std::uint32_t>& first_pictures, ComposingStick& stick,
                std::map<std::uint32_t, SharedText> measured = {})
        : text_(std::move(text)), first_pictures_(first_pictures), stick_(stick), measured_(std::move(measured)) {}

    /// Appends what it comes to, in the order in which it stands there.
    void build(const PageContent& content, std::vector<Item>& items);
    /// The texts that go on behind what was built last, as they were measured.
    std::map<std::uint32_t, SharedText> unfinished();

private:
    const MeasuredText& measured(std::uint32_t text);
    void place(const PlacedLines& lines, std::vector<Item>& items);
    void place(const EndMark& mark, std::vector<Item>& items);
    void place(const PlacedStars& stars, std::vector<Item>& items);
    void place(const PlacedLeader& leader, std::vector<Item>& items);

    const TextOfNumber text_;
    const std::vector<std::uint32_t>& first_pictures_;
    ComposingStick& stick_;
    std::map<std::uint32_t, SharedText> measured_;
    std::vector<std::uint32_t> unfinished_;
    LineEnd last_;
    bool last_rightwards_ = true;
};

} // namespace halfstar::layout
