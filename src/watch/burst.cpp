#include "watch/burst.h"

#include <algorithm>
#include <utility>

namespace halfstar::watch {

void Burst::add(Touched touched, Time now) {
    if (!touched.everything && touched.paths.empty()) return;
    if (empty()) first_ = now;
    last_ = now;
    touched_.everything |= touched.everything;
    touched_.paths.merge(touched.paths);
}

Burst::Time Burst::due() const {
    const bool is_one = !touched_.everything && touched_.paths.size() == 1;
    return std::min(last_ + (is_one ? rest_of_one : rest_of_many), first_ + longest);
}

Touched Burst::take() { return std::exchange(touched_, {}); }

} // namespace halfstar::watch
