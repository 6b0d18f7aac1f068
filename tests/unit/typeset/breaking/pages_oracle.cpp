// Every way to page a short galley, costed slab by slab: slow, and written without a look at the breaker. What it says
// is best has to be what the breaker finds.
#include "typeset/breaking/pages.h"

#include "typeset/breaking/paragraph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <tuple>

namespace {

using namespace halfstar;
using namespace halfstar::breaking;

using Cost = std::tuple<std::int64_t, std::int64_t, std::int64_t>; ///< overrun, forbidden breaks, demerits

Length pt(unsigned points) { return Length::points(points); }

/// A galley without choice.
class PageOracle {
public:
    PageOracle(std::vector<Slab> galley, const PageMeasures& measures) : galley_(std::move(galley)), m_(measures) {}

    Cost least() const {
        std::optional<Cost> least;
        for (std::size_t set = 0; set < (std::size_t{1} << (galley_.size() - 1)); ++set) {
            const std::optional<Cost> cost = cost_of(set);
            if (cost && (!least || *cost < *least)) least = cost;
        }
        return *least;
    }

    /// What pages that end before these slabs cost.
    Cost cost_of(const std::vector<std::size_t>& ends) const {
        Walk walk;
        walk.due = m_.pending_notes;
        std::size_t first = 0;
        for (const std::size_t end : ends) {
            for (std::size_t i = first; i < end; ++i) walk.due += galley_[i].notes;
            add_page(walk, first, end);
            first = end;
        }
        while (walk.note < walk.due) add_page(walk, first, first);
        return walk.cost;
    }

private:
    struct Walk {
        Cost cost{0, 0, 0};
        std::size_t page = 0, note = 0, due = 0;
        std::optional<std::int64_t> gap; ///< of the page before, if its end was free
    };

    std::optional<Cost> cost_of(std::size_t set) const {
        std::vector<std::size_t> ends;
        for (std::size_t i = 0; i + 1 < galley_.size(); ++i) {
            if (set >> i & 1) ends.push_back(i + 1);
            else if (galley_[i].penalty <= forced) return std::nullopt;
        }
        ends.push_back(galley_.size());
        return cost_of(ends);
    }

    std::int64_t body(std::size_t first, std::size_t end) const {
        std::int64_t y = 0;
        for (std::size_t i = first; i < end; ++i) {
            y += i == first ? galley_[i].head.units : galley_[i].space_before.units;
            y += galley_[i].height.units;
            const std::int64_t off = m_.grid.units > 0 && galley_[i].on_grid ? y % m_.grid.units : 0;
            if (off > 0) y += m_.grid.units - off;
        }
        return y;
    }

    std::int64_t foot(std::size_t first, std::size_t last) const {
        std::int64_t height = last > first ? m_.foot_rule.units : 0;
        for (std::size_t i = first; i < last; ++i) height += m_.notes[i].height.units;
        return height;
    }

    // how many lines of notes a page takes
    std::size_t notes_until(const Walk& walk, std::int64_t room) const {
        if (foot(walk.note, walk.due) <= room) return walk.due;
        std::size_t begun = walk.note; // the last note to begin here
        for (std::size_t i = walk.note; i < walk.due; ++i)
            if (m_.notes[i].opens) begun = i;
        std::size_t until = walk.due;
        for (std::size_t i = begun + 1; i < walk.due; ++i)
            if (m_.notes[i - 1].may_part && foot(walk.note, i) <= room) until = i;
        return until;
    }

    void add_page(Walk& walk, std::size_t first, std::size_t end) const {
        const std::int64_t height = m_.heights[std::min(walk.page, m_.heights.size() - 1)].units;
        const std::int64_t y = body(first, end);
        const std::size_t until = notes_until(walk, height - y);
        const std::int64_t used = y + foot(walk.note, until);
        const bool noted = until > walk.note, parted = until < walk.due, ended = end == galley_.size();
        auto& [overfull, forbidden_breaks, demerits] = walk.cost;
        overfull += std::max<std::int64_t>(used - height, 0);
        if (parted) demerits += m_.parted_note_demerits;
        if (walk.page > 0 && walk.page % m_.columns == 0) demerits += m_.sheet_demerits;
        const std::int64_t lack = std::max<std::int64_t>(height - used, 0), gap = noted ? 0 : lack;
        const auto squared = [&](std::int64_t length) {
            const std::int64_t parts = length / (height / 10000);
            return parts * parts / 100;
        };
        const std::optional<std::int64_t> before = std::exchange(walk.gap, std::nullopt);
        const std::size_t page = walk.page++;
        walk.note = until;
        if (ended && !parted) {
            const bool is_short = y < m_.last_page_minimum.units * m_.columns;
            if (is_short && page > 0 && page % m_.columns == 0) demerits += m_.short_last_page_demerits;
            return;
        }
        if (ended) {
            demerits += squared(lack);
            return;
        }
        const Slab& last = galley_[end - 1];
        if (last.hyphen) demerits += m_.hyphen_demerits;
        if (last.hyphen && (page + 1 + m_.level_first) % m_.level_with == 0) demerits += m_.turn_hyphen_demerits;
        if (last.penalty <= forced) return;
        walk.gap = gap;
        demerits += squared(lack);
        if (before && (page + m_.level_first) % m_.level_with != 0)
            demerits += std::min(m_.uneven_weight * squared(std::abs(gap - *before)), m_.uneven_limit);
        if (last.penalty >= forbidden) ++forbidden_breaks;
        else demerits += std::int64_t{last.penalty} * std::abs(last.penalty);
    }

    std::vector<Slab> galley_;
    const PageMeasures& m_;
};

/// The galley with some alternatives in it; none of two for the same slabs.
std::vector<Slab> exchanged(const std::vector<Slab>& galley, const std::vector<Alternative>& ways,
                            const std::vector<std::uint32_t>& chosen) {
    std::vector<Slab> result;
    std::size_t at = 0;
    for (const std::uint32_t index : chosen) {
        const Alternative& way = ways[index];
        result.insert(result.end(), galley.begin() + static_cast<std::ptrdiff_t>(at), galley.begin() + way.first);
        result.insert(result.end(), way.slabs.begin(), way.slabs.end());
        at = way.last;
    }
    result.insert(result.end(), galley.begin() + static_cast<std::ptrdiff_t>(at), galley.end());
    return result;
}

/// The least cost of all choices.
Cost least(const std::vector<Slab>& galley, const std::vector<Alternative>& ways, const PageMeasures& measures) {
    std::optional<Cost> least;
    for (std::size_t set = 0; set < (std::size_t{1} << ways.size()); ++set) {
        std::vector<std::uint32_t> chosen;
        std::int64_t demerits = 0;
        bool twice = false;
        for (std::uint32_t i = 0; i < ways.size(); ++i) {
            if (!(set >> i & 1)) continue;
            twice = twice || (!chosen.empty() && ways[chosen.back()].first == ways[i].first);
            chosen.push_back(i);
            demerits += ways[i].demerits;
        }
        if (twice) continue;
        Cost cost = PageOracle(exchanged(galley, ways, chosen), measures).least();
        std::get<2>(cost) += demerits;
        if (!least || cost < *least) least = cost;
    }
    return *least;
}

class Made {
public:
    explicit Made(unsigned seed) : random_(seed) {}

    bool one_in(unsigned n) { return random_() % n == 0; }
    unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

    Slab slab() {
        Slab slab;
        slab.height = pt(below(30));
        if (one_in(4)) slab.space_before = pt(below(10));
        if (one_in(6)) slab.head = pt(below(10));
        if (one_in(3)) slab.penalty = static_cast<std::int32_t>(below(2000)) - 500;
        if (one_in(6)) slab.penalty = forbidden;
        if (one_in(12)) slab.penalty = forced;
        if (one_in(6)) slab.notes = 1 + below(3);
        slab.hyphen = one_in(5);
        slab.on_grid = one_in(3);
        return slab;
    }

    std::vector<Slab> galley() {
        std::vector<Slab> slabs(1 + below(7));
        for (Slab& one : slabs) one = slab();
        return slabs;
    }

    /// Bring the notes that the slabs brought that they replace, at some line.
    std::vector<Alternative> ways_of(const std::vector<Slab>& galley) {
        std::vector<Alternative> ways;
        for (std::uint32_t first = below(3); first < galley.size() && ways.size() < 3; first += 1 + below(4)) {
            Alternative way;
            way.first = first;
            way.last = std::min(first + 1 + below(3), static_cast<std::uint32_t>(galley.size()));
            first = way.last;
            std::uint32_t notes = 0;
            for (std::uint32_t i = way.first; i < way.last; ++i) notes += galley[i].notes;
            for (unsigned count = 1 + below(2); count > 0; --count) ways.push_back(filled(way, notes));
        }
        return ways;
    }

    PageMeasures measures(const std::vector<Slab>& galley) {
        PageMeasures measures;
        const unsigned heights = one_in(3) ? 1 + below(4) : 1;
        for (unsigned i = 0; i < heights; ++i) measures.heights.push_back(pt(25 + below(50)));
        measures.grid = pt(one_in(2) ? 8 : 0);
        measures.foot_rule = pt(3);
        measures.last_page_minimum = pt(15);
        measures.short_last_page_demerits = one_in(2) ? 10000 : 1'000'000;
        measures.columns = 1 + below(2);
        measures.sheet_demerits = one_in(2) ? 2000 : 0;
        measures.level_with = one_in(3) ? 1 : measures.columns * 2;
        measures.level_first = below(measures.level_with);
        measures.turn_hyphen_demerits = one_in(2) ? 300'000 : 0;
        measures.pending_notes = one_in(8) ? 2 : 0;
        std::uint32_t lines = measures.pending_notes;
        for (const Slab& slab : galley) lines += slab.notes;
        for (std::uint32_t i = 0; i < lines; ++i)
            measures.notes.push_back({pt(1 + below(12)), i >= measures.pending_notes && one_in(2), !one_in(4)});
        return measures;
    }

private:
    Alternative filled(Alternative way, std::uint32_t notes) {
        way.slabs.resize(1 + below(3));
        for (Slab& one : way.slabs) one = slab(), one.notes = 0;
        way.slabs[below(static_cast<unsigned>(way.slabs.size()))].notes = notes;
        way.demerits = below(3000);
        return way;
    }

    std::mt19937 random_;
};

TEST_CASE("the page breaker finds what trying every way finds") {
    Made made(1895);
    for (int n = 0; n < 1500; ++n) {
        CAPTURE(n);
        const std::vector<Slab> galley = made.galley();
        const std::vector<Alternative> ways = made.ways_of(galley);
        const PageMeasures measures = made.measures(galley);
        const Pages pages = break_pages(galley, ways, measures);
        const std::vector<Slab> set = exchanged(galley, ways, pages.chosen);
        std::vector<std::size_t> ends;
        std::int64_t demerits = 0, overfull = 0;
        std::uint32_t next = 0, note = 0;
        for (const PageBreak& page : pages.breaks) {
            CHECK(page.first == next);
            CHECK(page.first_note == note);
            next = page.last;
            note = page.last_note;
            if (page.last > page.first) ends.push_back(page.last);
            demerits += page.demerits;
            overfull += page.overfull.units;
        }
        CHECK(next == set.size());
        CHECK(note == measures.notes.size());
        Cost cost = PageOracle(set, measures).cost_of(ends);
        for (const std::uint32_t index : pages.chosen) std::get<2>(cost) += ways[index].demerits;
        CHECK(cost == least(galley, ways, measures));
        CHECK(overfull == std::get<0>(cost));
        CHECK(demerits == std::get<2>(cost));
    }
}

} // namespace
