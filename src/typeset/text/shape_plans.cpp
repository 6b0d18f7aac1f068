#include "typeset/text/shape_plans.h"

namespace halfstar {

hb_shape_plan_t* ShapePlans::find(hb_buffer_t* buffer, const Face& face, const void* font, std::span<const hb_feature_t> features) {
    hb_segment_properties_t about;
    hb_buffer_get_segment_properties(buffer, &about);
    auto& known = plans_[{font, &face, about.script, about.direction}];
    if (known == nullptr)
        known.reset(hb_shape_plan_create_cached(face.hb_face(), &about, features.data(), static_cast<unsigned>(features.size()), nullptr));
    return known.get();
}

} // namespace halfstar
