// The keys of issue.yaml that say how its pages are: the cover, the contributors, and how single reviews stand.

#include "compose/issue_reading.h"

#include <algorithm>
#include <array>

namespace halfstar {
namespace {

constexpr std::array<Meaning<ReviewStart>, 3> starts = {
    {{"page", ReviewStart::page}, {"recto", ReviewStart::recto}, {"shared", ReviewStart::shared}}};
constexpr std::array<Meaning<StillPlace>, 1> stills = {{{"full", StillPlace::full}}};
constexpr std::string_view expected_rules = "a list of paths with keys of their own, as 'joker.md: {start: recto}'";

/// "A. Critic", or `{name: A. Critic, note: writes in the dark}`.
ContributorNote contributor_of(const Value& value, IssueReading& reading) {
    const Members* members = value.members();
    if (members == nullptr) return {reading.text(value, "a name"), {}};
    ContributorNote contributor;
    for (const Member& member : *members) {
        if (member.first == "name") contributor.name = reading.text(member.second, "a name");
        else if (member.first == "note") contributor.note = reading.text(member.second);
        else reading.unknown_key(member, {"name", "note"});
    }
    if (contributor.name.empty()) reading.fault(value, "a contributor with a name");
    return contributor;
}

void read_rule(const Member& member, IssueReading& reading, std::vector<ReviewRule>& rules) {
    const Members* keys = member.second.members();
    if (keys == nullptr) return reading.fault(member.second, "keys of a review, as '{start: recto}'");
    rules.push_back({member.first, read_plan(*keys, reading), member.second.key_span});
}

} // namespace

void read_contributors(const Value& value, IssueReading& reading, IssueSettings& issue) {
    std::vector<ContributorNote> all;
    reading.each(value, [&](const Value& item) {
        if (ContributorNote one = contributor_of(item, reading); !one.name.empty()) all.push_back(std::move(one));
    });
    for (const ContributorNote& one : all)
        issue.contributors.push_back(one.name);
    if (std::any_of(all.begin(), all.end(), [](const ContributorNote& one) { return !one.note.empty(); }))
        issue.contributor_notes = std::move(all);
}

void read_cover(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.cover.span = value.span;
    std::string words = reading.text(value, "'type', 'posters', or the path of a picture");
    if (words.empty() || same_word(words, "type")) return;
    issue.cover.kind = same_word(words, "posters") ? CoverKind::posters : CoverKind::picture;
    if (issue.cover.kind == CoverKind::picture) issue.cover.path = std::move(words);
}

ReviewPlan read_plan(const Members& members, IssueReading& reading) {
    ReviewPlan plan;
    for (const Member& member : members) {
        if (member.first == "start")
            plan.start = reading.word<ReviewStart>(member.second, starts, "where a review may start").value_or(plan.start);
        else if (member.first == "still")
            plan.still = reading.word<StillPlace>(member.second, stills, "a place for a still").value_or(plan.still);
        else if (member.first == "variant")
            plan.variant = reading.text(member.second, "the name of one of the style's variants"), plan.variant_span = member.second.span;
        else
            reading.unknown_key(member, {"start", "still", "variant"});
    }
    return plan;
}

void read_review_rules(const Value& value, IssueReading& reading, std::vector<ReviewRule>& rules) {
    reading.each(value, [&](const Value& item) {
        const Members* members = item.members();
        if (members == nullptr) return reading.fault(item, expected_rules);
        for (const Member& member : *members)
            read_rule(member, reading, rules);
    });
}

} // namespace halfstar
