#include "compose/date_order.h"

#include <halfstar/locale.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar {
namespace {

std::vector<Fact<Date>*> dates_of(const RatedFolder& folder) {
    std::vector<Fact<Date>*> dates;
    for (Piece* piece : folder.pieces)
        for (std::optional<Fact<Date>>* date : {&piece->published, &piece->seen})
            if (*date) dates.push_back(&**date);
    return dates;
}

void report_doubt(const Fact<Date>& first, std::size_t count, Diagnostics& diagnostics) {
    const Locale& locale = locale_for("en"); // diagnostics are English
    Date other = first.value;
    std::swap(other.day, other.month);
    diagnostics.report(Code::ambiguous_date, first.span,
                       {first.value.written, locale.long_date(first.value), locale.long_date(other), std::to_string(count)},
                       {"write it as " + std::to_string(first.value.year) + "-MM-DD"});
}

} // namespace

void settle_date_order(const RatedFolder& folder, Diagnostics& diagnostics) {
    const std::vector<Fact<Date>*> dates = dates_of(folder);
    const auto count = [&](NumericOrder order) {
        return std::count_if(dates.begin(), dates.end(), [&](const Fact<Date>* d) { return d->value.order == order; });
    };
    const auto open = count(NumericOrder::either);
    if (open == 0) return;
    const auto day_first = count(NumericOrder::day_first), month_first = count(NumericOrder::month_first);
    if (day_first == month_first) {
        const auto is_open = [](const Fact<Date>* d) { return d->value.order == NumericOrder::either; };
        report_doubt(**std::find_if(dates.begin(), dates.end(), is_open), static_cast<std::size_t>(open), diagnostics);
    }
    for (Fact<Date>* date : dates) {
        if (date->value.order != NumericOrder::either) continue;
        if (month_first > day_first) std::swap(date->value.day, date->value.month);
        date->value.order = month_first > day_first ? NumericOrder::month_first : NumericOrder::day_first;
    }
}

} // namespace halfstar
