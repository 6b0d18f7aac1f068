#include "compose/passes.h"

#include "compose/issue_reading.h"
#include "foundation/data/syntaxes.h"

#include <algorithm>

namespace halfstar {
namespace {

/// What `over` says goes before.
ReviewPlan merged(ReviewPlan plan, const ReviewPlan& over) {
    if (over.start != ReviewStart::as_style) plan.start = over.start;
    if (over.still != StillPlace::as_style) plan.still = over.still;
    if (!over.variant.empty()) plan.variant = over.variant, plan.variant_span = over.variant_span;
    return plan;
}

/// What a review's own front matter says below `zine`. What is wrong there is no reason to make no issue.
ReviewPlan own_plan(const Piece& piece, Diagnostics& diagnostics) {
    for (const ExtraFact& extra : piece.extras) {
        if (extra.key != "zine") continue;
        const Result<Value> value = read_json(extra.json, extra.span);
        const Members* members = value ? value->members() : nullptr;
        if (members == nullptr) {
            diagnostics.report(Code::bad_value, extra.span, {extra.key, "a list of keys, as 'start: recto'"});
            continue;
        }
        Diagnostics found;
        IssueReading reading({}, found);
        ReviewPlan plan = read_plan(*members, reading);
        plan.variant_span = extra.span;
        for (const Diagnostic& one : found.all())
            diagnostics.report(Code::bad_value, extra.span, {extra.key, "understood: " + one.message}, one.hints);
        return plan;
    }
    return {};
}

} // namespace

void plan_reviews(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics) {
    if (settings.issue == nullptr) return;
    const std::vector<ReviewRule>& rules = settings.issue->reviews;
    std::vector<bool> met(rules.size(), false);
    std::vector<ReviewPlan> plans;
    for (const Piece& piece : edition.pieces) {
        ReviewPlan plan = own_plan(piece, diagnostics);
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (!path_fits(piece.path, rules[i].files)) continue;
            met[i] = true;
            plan = merged(plan, rules[i].plan);
        }
        plans.push_back(plan);
    }
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (!met[i]) diagnostics.report(Code::missing_piece, rules[i].span, {rules[i].files});
    const bool any = std::any_of(plans.begin(), plans.end(), [](const ReviewPlan& one) { return one != ReviewPlan(); });
    if (any) edition.plans = std::move(plans);
}

} // namespace halfstar
