// HarfBuzz's plans of shaping, kept by what they are made for. Left to itself it compares all features and properties at each
// word, to find the plan of the word before.
#pragma once

#include "design/fonts/face.h"

#include <hb.h>

#include <map>
#include <memory>
#include <span>

namespace halfstar {

/// For one thread.
class ShapePlans {
public:
    /// The plan for what the buffer holds. `font` tells features and languages apart: it is another for others.
    hb_shape_plan_t* find(hb_buffer_t* buffer, const Face& face, const void* font, std::span<const hb_feature_t> features);

private:
    struct Key {
        const void* font = nullptr;
        const Face* face = nullptr;
        hb_script_t script = HB_SCRIPT_INVALID;
        hb_direction_t direction = HB_DIRECTION_INVALID;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct End {
        void operator()(hb_shape_plan_t* plan) const { hb_shape_plan_destroy(plan); }
    };
    std::map<Key, std::unique_ptr<hb_shape_plan_t, End>> plans_;
};

} // namespace halfstar
