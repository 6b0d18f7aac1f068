#include "watch/burst.h"

#include <algorithm>
#include <utility>

namespace halfstar::watch {

void Burst::add(Touched touched, Time now) {
    if (!touched.everything && touched.paths.empty()) return;
    if (empty()) first_ = now;
    last_ = now;
    touched_.everything |= touched.everything;
    // What passed by once may have come to stay.
    std::erase_if(touched_.passing, [&](const std::string& path) { return touched.paths.contains(path); });
    touched_.passing.merge(touched.passing);
    touched_.paths.merge(touched.paths);
}

Burst::Time Burst::due() const {
    const bool is_one = !touched_.everything && touched_.paths.size() - touched_.passing.size() <= 1;
    return std::min(last_ + (is_one ? rest_of_one : rest_of_many), first_ + longest);
}

Touched Burst::take() { return std::exchange(touched_, {}); }

} // namespace halfstar::watch
