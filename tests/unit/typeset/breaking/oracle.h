// Every way to break a short paragraph, costed by adding up its elements one by one: slow, and written
// without a look at the breaker. What it says is best has to be what the breaker finds.
#pragma once

#include "typeset/breaking/paragraph.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

namespace oracle {

using namespace halfstar;
using namespace halfstar::breaking;

struct Cost {
    std::int64_t overfull = 0;
    std::int64_t demerits = 0;
    friend bool operator<(const Cost& a, const Cost& b) {
        return a.overfull != b.overfull ? a.overfull < b.overfull : a.demerits < b.demerits;
    }
    friend bool operator==(const Cost& a, const Cost& b) {
        return a.overfull == b.overfull && a.demerits == b.demerits;
    }
};

/// Line count to the least cost of that many lines.
using Best = std::map<std::size_t, Cost>;

class Paragraph {
public:
    Paragraph(const std::vector<Element>& elements, const Measures& measures) : e_(elements), m_(measures) {
        end_ = e_.size();
        while (end_ > 0 && e_[end_ - 1].kind != PieceKind::box) --end_;
        for (std::size_t i = 0; i < end_; ++i)
            if (legal(i)) places_.push_back(i);
    }

    std::size_t places() const { return places_.size(); }

    /// The best of each line count in the first pass that has any.
    Best solve() const {
        std::vector<std::int64_t> tolerances(m_.tolerances.begin(), m_.tolerances.end());
        if (m_.setting == Setting::ragged) tolerances = {no_limit};
        for (const std::int64_t tolerance : tolerances)
            if (Best best = pass(tolerance, false); !best.empty()) return best;
        return pass(no_limit, true);
    }

private:
    static constexpr std::int64_t no_limit = 1'000'000'000;

    bool forced_at(std::size_t i) const { return e_[i].kind == PieceKind::penalty && e_[i].penalty <= forced; }

    bool legal(std::size_t i) const {
        if (e_[i].kind == PieceKind::box) return false;
        if (e_[i].kind == PieceKind::penalty && e_[i].penalty >= forbidden) return false;
        if (e_[i].kind == PieceKind::glue && (i == 0 || e_[i - 1].kind != PieceKind::box)) return false;
        if (forced_at(i)) return true;
        std::size_t next = i + 1;
        while (e_[next].kind != PieceKind::box && !forced_at(next)) ++next;
        return e_[next].kind == PieceKind::box;
    }

    Best pass(std::int64_t tolerance, bool emergency) const {
        Best best;
        for (std::size_t set = 0; set < (std::size_t{1} << places_.size()); ++set) {
            std::vector<std::size_t> ends;
            bool skips_forced = false;
            for (std::size_t k = 0; k < places_.size(); ++k) {
                if (set >> k & 1) ends.push_back(places_[k]);
                else if (forced_at(places_[k])) skips_forced = true;
            }
            if (skips_forced) continue;
            ends.push_back(e_.size());
            const std::optional<Cost> cost = cost_of(ends, tolerance, emergency);
            if (!cost) continue;
            const auto [found, fresh] = best.emplace(ends.size(), *cost);
            if (!fresh && *cost < found->second) found->second = *cost;
        }
        return best;
    }

    struct Set {
        std::int64_t natural = 0, glue_stretch = 0, box_stretch = 0, shrink = 0, width = 0;
    };

    // elements set on the line from `from` that ends at `to`
    Set set_line(std::size_t from, std::size_t to) const {
        Set set;
        std::size_t first = from, last = std::min(to, end_);
        while (first < last && e_[first].kind != PieceKind::box) ++first;
        while (last > first && e_[last - 1].kind != PieceKind::box) --last;
        for (std::size_t i = first; i < last; ++i) {
            if (e_[i].kind == PieceKind::penalty) continue;
            set.width += e_[i].width.units;
            set.shrink += e_[i].shrink.units;
            (e_[i].kind == PieceKind::glue ? set.glue_stretch : set.box_stretch) += e_[i].stretch.units;
        }
        set.natural = set.width;
        const bool sets_hyphen = to < e_.size() && e_[to].kind == PieceKind::penalty;
        if (sets_hyphen) set.natural += e_[to].width.units;
        if (last == first) return set;
        set.natural -= e_[first].hang_left.units;
        set.width -= e_[first].hang_left.units;
        const bool by_penalty = sets_hyphen && e_[to].width.units != 0;
        set.natural -= by_penalty ? e_[to].hang_right.units : e_[last - 1].hang_right.units;
        return set;
    }

    std::int64_t furthest_hang() const {
        std::int64_t furthest = 0;
        for (const Element& element : e_) furthest = std::max(furthest, element.hang_right.units);
        return furthest;
    }

    // a line that could have ended before with no hope of mending it
    bool hopeless_before(std::size_t from, std::size_t to, std::int64_t measure) const {
        for (const std::size_t place : places_) {
            if (place < from || place >= to) continue;
            const Set set = set_line(from, place);
            const std::int64_t shrink = m_.setting == Setting::justified ? set.shrink : 0;
            if (set.width - shrink - furthest_hang() > measure) return true;
        }
        return false;
    }

    std::optional<Cost> cost_of(const std::vector<std::size_t>& ends, std::int64_t tolerance, bool emergency) const {
        Cost cost;
        std::size_t from = 0;
        int row = 0, fitness = 1;
        for (std::size_t n = 0; n < ends.size(); ++n) {
            const std::size_t to = ends[n];
            const std::int64_t measure = m_.shapes[std::min(n, m_.shapes.size() - 1)].width.units;
            const Set set = set_line(from, to);
            const bool final = to == e_.size();
            const bool closes = final || forced_at(to);
            const bool hyphenated = !final && e_[to].kind == PieceKind::penalty && e_[to].hyphen;
            const std::int64_t slack = measure - set.natural;
            std::int64_t ratio = 0;
            if (m_.setting == Setting::justified && slack > 0 && !closes) {
                const std::int64_t all = set.glue_stretch + set.box_stretch;
                if (slack <= all) ratio = slack * 1000 / all;
                else ratio = set.glue_stretch ? (slack - set.box_stretch) * 1000 / set.glue_stretch : no_limit;
            }
            std::int64_t overfull = 0;
            if (slack < 0) {
                const std::int64_t shrink = m_.setting == Setting::justified ? set.shrink : 0;
                overfull = std::max<std::int64_t>(-slack - shrink, 0);
                if (m_.setting == Setting::justified) ratio = overfull ? -1000 : slack * 1000 / shrink;
            }
            if (overfull && !emergency) return std::nullopt;
            if (emergency && hopeless_before(from, to, measure)) return std::nullopt;
            if (ratio > tolerance) return std::nullopt;
            const int old_row = row;
            row = hyphenated ? row + 1 : 0;
            if (!emergency && row > m_.hyphens_in_a_row && m_.hyphens_in_a_row <= 9) return std::nullopt;
            cost.overfull += overfull;
            if (m_.setting == Setting::justified) {
                const std::int64_t r = std::min<std::int64_t>(std::abs(ratio), 60000);
                const std::int64_t b = r * r * r / 10'000'000;
                cost.demerits += (10 + b) * (10 + b);
                const int old_fitness = fitness;
                fitness = ratio < -500 ? 0 : ratio <= 500 ? 1 : ratio <= 1000 ? 2 : 3;
                if (std::abs(fitness - old_fitness) > 1) cost.demerits += m_.contrast_demerits;
            } else if (!closes) {
                const std::int64_t q = std::clamp<std::int64_t>(slack, 0, measure) / (measure / 10000);
                cost.demerits += q * q / 1000;
            }
            if (!closes) {
                const std::int64_t p = e_[to].kind == PieceKind::penalty ? e_[to].penalty : 0;
                cost.demerits += p >= 0 ? p * p : -p * p;
            }
            if (row > 0) cost.demerits += m_.hyphen_demerits;
            if (row > 0 && old_row > 0) cost.demerits += m_.hyphen_pair_demerits;
            if (final) {
                if (old_row > 0) cost.demerits += m_.last_hyphen_demerits;
                if (set.natural < measure / 1000 * m_.last_line_minimum) cost.demerits += m_.short_last_line_demerits;
                if (set.natural < m_.runt.units) cost.demerits += m_.runt_demerits;
            }
            from = final ? to : to + 1;
        }
        return cost;
    }

    const std::vector<Element>& e_;
    const Measures& m_;
    std::size_t end_ = 0;
    std::vector<std::size_t> places_;
};

} // namespace oracle
