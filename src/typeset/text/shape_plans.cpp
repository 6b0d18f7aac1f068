#include "typeset/text/shape_plans.h"

namespace halfstar {

KnownPairs& SharedPairs::of(hb_shape_plan_t* plan, const Face& face) {
    std::unique_ptr<hb_shape_plan_t, End> held(plan);
    const std::lock_guard lock(mutex_);
    return pairs_.try_emplace(std::move(held), plan, face).first->second;
}

const ShapePlan& ShapePlans::find(const hb_segment_properties_t& about, const Face& face, const void* font,
                                  std::span<const hb_feature_t> features) {
    ShapePlan& known = plans_[{font, &face, about.script, about.direction}];
    if (known.plan == nullptr) {
        known.plan = hb_shape_plan_create_cached(face.hb_face(), &about, features.data(), static_cast<unsigned>(features.size()), nullptr);
        known.pairs = &pairs_.of(known.plan, face);
    }
    return known;
}

} // namespace halfstar
