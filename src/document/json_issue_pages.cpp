#include "document/json_issue.h"
#include "document/names.h"

namespace halfstar {
namespace {

void write_cover(const IssueCover& cover, JsonText& out) {
    if (cover.kind == CoverKind::type) return;
    out.key("cover");
    out.begin_object(JsonLayout::inline_);
    out.text_member("kind", name_of(cover.kind));
    if (cover.picture) {
        out.key("picture");
        write_picture(*cover.picture, out);
    }
    out.end_object();
}

void write_contributor_notes(const std::vector<ContributorNote>& notes, JsonText& out) {
    if (notes.empty()) return;
    out.key("contributor_notes");
    out.begin_array(JsonLayout::lines);
    for (const ContributorNote& one : notes) {
        out.begin_object(JsonLayout::inline_);
        out.text_member("name", one.name);
        out.text_member("note", one.note);
        out.end_object();
    }
    out.end_array();
}

void write_plans(const std::vector<ReviewPlan>& plans, JsonText& out) {
    if (plans.empty()) return;
    out.key("plans");
    out.begin_array(JsonLayout::lines);
    for (const ReviewPlan& plan : plans) {
        out.begin_object(JsonLayout::inline_);
        if (plan.start != ReviewStart::as_style) out.text_member("start", name_of(plan.start));
        if (plan.still != StillPlace::as_style) out.text_member("still", name_of(plan.still));
        out.text_member("variant", plan.variant);
        out.end_object();
    }
    out.end_array();
}

IssueCover cover_of(const Value* value, JsonFault& fault) {
    IssueCover cover;
    if (value == nullptr) return cover;
    JsonObject object(*value, fault);
    cover.kind = object.name("kind", CoverKind::type);
    if (const Value* picture = object.take("picture")) cover.picture = read_picture(*picture, fault);
    object.finish();
    return cover;
}

} // namespace

void write_issue_pages(const Edition& edition, JsonText& out) {
    write_cover(edition.cover, out);
    write_contributor_notes(edition.contributor_notes, out);
    write_plans(edition.plans, out);
}

void read_issue_pages(JsonObject& object, Edition& edition, JsonFault& fault) {
    edition.cover = cover_of(object.take("cover"), fault);
    for (const Value& value : object.list("contributor_notes")) {
        JsonObject note(value, fault);
        edition.contributor_notes.push_back({note.required_text("name"), note.text("note")});
        note.finish();
    }
    for (const Value& value : object.list("plans")) {
        JsonObject plan(value, fault);
        edition.plans.push_back(
            {plan.name("start", ReviewStart::as_style), plan.name("still", StillPlace::as_style), plan.text("variant"), {}});
        plan.finish();
    }
}

} // namespace halfstar
