// HarfBuzz's plans of shaping, kept by what they are made for, with the pairs of glyphs that were met by each. Left to itself
// HarfBuzz compares all features and properties at each word, to find the plan of the word before.
#pragma once

#include "typeset/text/known_pairs.h"

#include <hb.h>

#include <map>
#include <memory>
#include <mutex>
#include <span>

namespace halfstar {

/// What is known of pairs by all threads. Fonts of all sizes share a plan.
class SharedPairs {
public:
    /// Those of a plan, which it holds from then on.
    KnownPairs& of(hb_shape_plan_t* plan, const Face& face);

private:
    struct End {
        void operator()(hb_shape_plan_t* plan) const { hb_shape_plan_destroy(plan); }
    };
    std::mutex mutex_;
    std::map<std::unique_ptr<hb_shape_plan_t, End>, KnownPairs> pairs_;
};

struct ShapePlan {
    hb_shape_plan_t* plan = nullptr;
    KnownPairs* pairs = nullptr;
};

/// For one thread.
class ShapePlans {
public:
    explicit ShapePlans(SharedPairs& pairs) : pairs_(pairs) {}
    /// `font` tells features and languages apart: it is another for others.
    const ShapePlan& find(const hb_segment_properties_t& about, const Face& face, const void* font, std::span<const hb_feature_t> features);

private:
    struct Key {
        const void* font = nullptr;
        const Face* face = nullptr;
        hb_script_t script = HB_SCRIPT_INVALID;
        hb_direction_t direction = HB_DIRECTION_INVALID;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    SharedPairs& pairs_;
    std::map<Key, ShapePlan> plans_; ///< that `pairs_` holds
};

} // namespace halfstar
