#include "backends/html/day.h"

#include "backends/html/facts.h"

#include <string>

namespace halfstar::html {

void write_day(Markup& out, const Tag& paragraph, Tag time, const Dress& dress, const Date& date) {
    out.open(paragraph);
    out.open(time.set("datetime", iso_date(date)));
    if (date.day > 0) {
        out.element(Tag("span").set("class", "number"), std::to_string(date.day));
        out.raw(" ");
    }
    std::string month = std::to_string(date.year);
    if (date.month > 0) month = dress.locale->months[static_cast<std::size_t>(date.month - 1)] + " " + month;
    out.element(Tag("span").set("class", "month"), month);
    out.close("time");
    out.close("p");
    out.line();
}

} // namespace halfstar::html
