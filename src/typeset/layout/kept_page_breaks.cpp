#include "typeset/layout/kept_page_breaks.h"

#include "foundation/base/bytes_of.h"
#include "foundation/base/drop_unused.h"

#include <cstring>
#include <type_traits>
#include <utility>

namespace halfstar::layout {

namespace {

/// All that breaking reads is written down, each value in as many bytes as it has.
class QuestionScribe {
public:
    std::string write(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                      const breaking::PageMeasures& measures) {
        put(measures);
        put_all(galley);
        put_all(alternatives);
        return std::move(question_);
    }

private:
    template <class T> void put(T value) requires std::is_arithmetic_v<T> {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        question_.append(bytes, sizeof value);
    }
    void put(Length length) { put(length.units); }
    template <class Values> void put_all(const Values& values) {
        put(values.size());
        for (const auto& value : values) put(value);
    }
    void put(const breaking::Slab& slab) {
        put(slab.height), put(slab.space_before), put(slab.head), put(slab.penalty), put(slab.notes);
        put(slab.on_grid), put(slab.hyphen), put(slab.source);
    }
    void put(const breaking::Alternative& alternative) {
        put(alternative.first), put(alternative.last), put(alternative.demerits);
        put_all(alternative.slabs);
    }
    void put(const breaking::NoteLine& line) { put(line.height), put(line.opens), put(line.may_part); }
    void put(const breaking::PageMeasures& measures) {
        put_all(measures.heights);
        put(measures.grid), put(measures.foot_rule);
        put_all(measures.notes);
        put(measures.pending_notes), put(measures.short_last_page_demerits), put(measures.last_page_minimum);
        put(measures.hyphen_demerits), put(measures.turn_hyphen_demerits), put(measures.parted_note_demerits), put(measures.sheet_demerits);
        put(measures.columns), put(measures.level_with), put(measures.level_first);
        put(measures.uneven_weight), put(measures.uneven_limit);
    }

    std::string question_;
};

} // namespace

breaking::Pages KeptPageBreaks::break_pages(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                                            const breaking::PageMeasures& measures) {
    std::string question = QuestionScribe().write(galley, alternatives, measures);
    if (std::optional<breaking::Pages> known = find(question)) return *std::move(known);
    breaking::Pages pages = breaking::break_pages(galley, alternatives, measures);
    keep(std::move(question), pages);
    return pages;
}

std::optional<breaking::Pages> KeptPageBreaks::find(const std::string& question) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(question);
    if (found == kept_.end()) return std::nullopt;
    found->second.used = true;
    return found->second.pages;
}

/// Where there is no room left it is not kept.
void KeptPageBreaks::keep(std::string question, const breaking::Pages& pages) {
    using halfstar::bytes_of;
    const std::size_t bytes = sizeof(Kept) + question.size() + bytes_of(pages.breaks) + bytes_of(pages.chosen);
    const std::lock_guard lock(mutex_);
    if (bytes_ + bytes > most_bytes_) return;
    if (kept_.try_emplace(std::move(question), Kept{pages, bytes}).second) bytes_ += bytes;
}

void KeptPageBreaks::forget_unused() {
    const std::lock_guard lock(mutex_);
    bytes_ -= drop_unused(kept_);
}

} // namespace halfstar::layout
