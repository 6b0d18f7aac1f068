#include "design/fonts/lookups.h"

#include "design/fonts/table_bytes.h"

#include <cstddef>

namespace halfstar {

namespace {

// Types of lookups that are read in another way than the rest.
constexpr std::uint32_t substitution_context = 5, substitution_chain = 6, substitution_extension = 7;
constexpr std::uint32_t positioning_pair = 2, positioning_context = 7, positioning_chain = 8, positioning_extension = 9;
constexpr std::uint32_t most_types = 9;
constexpr std::uint32_t by_coverages = 3; ///< the format of contexts that say of each glyph which ones it may be

/// Glyphs of coverages that are looked at for one lookup: a hundred times what fonts have, and no more than a moment for one that says the same over and over.
constexpr std::size_t most_steps = std::size_t{1} << 18;

/// Bits of a lookup's flags that let it pass over letters or ligatures between two glyphs; those that pass over marks alone do nothing where no marks stand.
constexpr std::uint32_t passes_over_letters = 0x0002 | 0x0004;

class Lookup {
public:
    Lookup(LookupTable kind, std::string_view table, const GlyphSet& present, GlyphSet& glyphs)
        : kind_(kind), table_(table), present_(present), glyphs_(glyphs) {}

    bool add(std::uint32_t index) {
        const std::size_t list = number(8);
        if (list == 0 || index >= number(list)) return false;
        const std::size_t lookup = list + number(list + 2 + std::size_t{index} * 2);
        const std::uint32_t type = number(lookup);
        flags_ = number(lookup + 2);
        const std::uint32_t count = number(lookup + 4);
        if (!is_within(lookup, 6 + std::size_t{count} * 2)) return false;
        for (std::uint32_t i = 0; i < count; ++i)
            if (!add_part(type, lookup + number(lookup + 6 + std::size_t{i} * 2))) return false;
        return type != 0;
    }

private:
    bool is_substitution() const { return kind_ == LookupTable::substitution; }
    std::uint32_t number(std::size_t at) const { return unsigned_at(table_, at, 2); }
    bool is_within(std::size_t at, std::size_t bytes) const { return at <= table_.size() && bytes <= table_.size() - at; }

    bool add_part(std::uint32_t type, std::size_t at) {
        if (type == (is_substitution() ? substitution_extension : positioning_extension)) {
            const std::uint32_t extended = number(at + 2);
            return extended != type && add_part(extended, at + unsigned_at(table_, at + 4, 4));
        }
        if (type == 0 || type > most_types || !is_within(at, 4)) return false;
        if (!is_substitution() && type == positioning_pair) return moves_pairs(at);
        if (number(at) == by_coverages && type == (is_substitution() ? substitution_context : positioning_context))
            return add_sequence(at, {{at + 6, number(at + 2)}}, 0);
        if (number(at) == by_coverages && type == (is_substitution() ? substitution_chain : positioning_chain)) return add_chain(at);
        return add_covered(at + number(at + 2));
    }

    /// Whether pairs move by the width of their first glyph alone: where the second is placed as well, what follows is no pair with it.
    bool moves_pairs(std::size_t at) const {
        constexpr std::uint32_t width_across = 0x0004, device_of_width = 0x0040;
        const std::uint32_t format = number(at), of_first = number(at + 4), of_second = number(at + 6);
        return (format == 1 || format == 2) && (of_first & ~(width_across | device_of_width)) == 0 && of_second == 0 &&
               (flags_ & passes_over_letters) == 0;
    }

    /// Offsets of coverages, one for each glyph of a row, from where the lookup's part begins.
    struct Row {
        std::size_t at = 0, count = 0;
    };

    /// What stands before, what the lookup begins at, and what follows.
    bool add_chain(std::size_t part) {
        std::vector<Row> rows;
        std::size_t at = part + 2;
        for (int i = 0; i < 3; ++i) {
            rows.push_back({at + 2, number(at)});
            at += 2 + rows.back().count * 2;
        }
        return add_sequence(part, rows, 1);
    }

    /// Nothing where one of the glyphs cannot be present.
    bool add_sequence(std::size_t part, const std::vector<Row>& rows, std::size_t first) {
        for (const Row& row : rows)
            for (std::size_t i = 0; i < row.count; ++i) {
                bool is_present = false;
                if (!for_covered(part + number(row.at + i * 2), [&](std::size_t glyph) { is_present |= present_[glyph]; })) return false;
                if (!is_present) return true;
            }
        return rows[first].count > 0 && add_covered(part + number(rows[first].at));
    }

    bool add_covered(std::size_t coverage) {
        return for_covered(coverage, [&](std::size_t glyph) { glyphs_[glyph] = true; });
    }

    /// False: there is no such table, or it is too much.
    template <class Visit> bool for_covered(std::size_t coverage, const Visit& visit) {
        constexpr std::uint32_t list = 1, ranges = 2; // formats
        const std::uint32_t format = number(coverage);
        const std::size_t count = number(coverage + 2), row = format == ranges ? 6 : 2;
        if ((format != list && format != ranges) || !is_within(coverage + 4, count * row)) return false;
        for (std::size_t at = coverage + 4; at < coverage + 4 + count * row; at += row) {
            const std::size_t last = number(format == ranges ? at + 2 : at);
            for (std::size_t glyph = number(at); glyph <= last && glyph < glyphs_.size(); ++glyph, ++steps_) visit(glyph);
            if (++steps_ > most_steps) return false;
        }
        return true;
    }

    const LookupTable kind_;
    const std::string_view table_;
    const GlyphSet& present_; ///< as many as glyphs_
    GlyphSet& glyphs_;
    std::uint32_t flags_ = 0;
    std::size_t steps_ = 0;
};

} // namespace

bool add_touched(LookupTable kind, std::string_view table, std::uint32_t lookup, const GlyphSet& present, GlyphSet& glyphs) {
    return Lookup(kind, table, present, glyphs).add(lookup);
}

} // namespace halfstar
