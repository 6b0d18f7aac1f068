#include <halfstar/timings.h>

#include <algorithm>

namespace halfstar {

Cost& Cost::operator+=(const Cost& other) {
    wall += other.wall;
    cpu += other.cpu;
    return *this;
}

void Timings::add_stage(std::string_view name, const Cost& cost) { add(stages_, name, cost); }

void Timings::add_part(std::string_view name, const Cost& cost) { add(parts_, name, cost); }

Cost Timings::total() const {
    Cost total;
    for (const CostLine& stage : stages_)
        total += stage.cost;
    return total;
}

void Timings::add(std::vector<CostLine>& lines, std::string_view name, const Cost& cost) {
    const std::lock_guard lock(writing_);
    auto line = std::find_if(lines.begin(), lines.end(), [&](const CostLine& one) { return one.name == name; });
    if (line == lines.end()) line = lines.insert(line, CostLine{std::string(name), {}, 0});
    line->cost += cost;
    ++line->times;
}

} // namespace halfstar
