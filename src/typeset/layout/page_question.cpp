#include "typeset/layout/page_question.h"

#include "foundation/base/value_key.h"

#include <type_traits>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

/// Each value in as many bytes as it has. Structures are taken apart by name, all of their members: one that is added does not compile
/// until it is written down here.
class QuestionScribe {
public:
    template <class... Values> void put_each(const Values&... values) { (put(values), ...); }
    template <class Values> void put_all(const Values& values) {
        put(values.size());
        for (const auto& value : values) put(value);
    }
    std::string take() { return std::move(question_); }

private:
    template <class T> void put(T value) requires std::is_arithmetic_v<T> {
        append_value(question_, value);
    }
    template <class T> void put(const std::vector<T>& values) { put_all(values); }
    void put(Length length) { put(length.units); }
    void put(const breaking::Slab& slab) {
        const auto& [height, space_before, head, penalty, notes, on_grid, hyphen, source] = slab;
        put_each(height, space_before, head, penalty, notes, on_grid, hyphen, source);
    }
    void put(const breaking::NoteLine& line) {
        const auto& [height, opens, may_part] = line;
        put_each(height, opens, may_part);
    }
    void put(const breaking::Alternative& alternative) {
        const auto& [first, last, slabs, demerits] = alternative;
        put_each(first, last, slabs, demerits);
    }
    void put(const breaking::PageMeasures& measures) {
        const auto& [heights, grid, foot_rule, notes, pending_notes, short_last_page_demerits, last_page_minimum, hyphen_demerits,
                     turn_hyphen_demerits, parted_note_demerits, sheet_demerits, columns, level_with, level_first, uneven_weight,
                     uneven_limit] = measures;
        put_each(heights, grid, foot_rule, notes, pending_notes, short_last_page_demerits, last_page_minimum, hyphen_demerits,
                 turn_hyphen_demerits, parted_note_demerits, sheet_demerits, columns, level_with, level_first, uneven_weight,
                 uneven_limit);
    }

    std::string question_;
};

} // namespace

std::string page_question(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                          const breaking::PageMeasures& measures) {
    QuestionScribe scribe;
    scribe.put_each(measures);
    scribe.put_all(galley);
    scribe.put_all(alternatives);
    return scribe.take();
}

} // namespace halfstar::layout
