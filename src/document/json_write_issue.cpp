#include "document/json_issue.h"
#include "document/names.h"

namespace halfstar {
namespace {

/// A member that counts from 0, so that it is always written.
void write_index(std::string_view name, std::uint32_t index, JsonText& out) {
    out.key(name);
    out.number(index);
}

void write_place(const WorkReference& place, JsonText& out) {
    write_index("piece", place.piece, out);
    write_index("work", place.work, out);
}

void write_places(std::string_view name, const std::vector<WorkReference>& places, JsonText& out) {
    if (places.empty()) return;
    out.key(name);
    out.begin_array(JsonLayout::lines);
    for (const WorkReference& place : places) {
        out.begin_object(JsonLayout::inline_);
        write_place(place, out);
        out.end_object();
    }
    out.end_array();
}

void write_roles(const std::vector<Role>& roles, JsonText& out) {
    if (roles.empty()) return;
    out.key("roles");
    out.begin_array(JsonLayout::inline_);
    for (const Role role : roles)
        out.text(name_of(role));
    out.end_array();
}

void write_entry(const IndexEntry& entry, JsonText& out) {
    out.begin_object(JsonLayout::inline_);
    out.key("words");
    out.text(entry.words);
    out.key("name");
    out.text(entry.name);
    out.key("initial");
    out.text(entry.initial);
    out.key("references");
    out.begin_array(JsonLayout::inline_);
    for (const IndexReference& reference : entry.references) {
        out.begin_object(JsonLayout::inline_);
        write_place(reference.work, out);
        write_roles(reference.roles, out);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_index_of(std::string_view name, const std::vector<IndexEntry>& entries, JsonText& out) {
    if (entries.empty()) return;
    out.key(name);
    out.begin_array(JsonLayout::lines);
    for (const IndexEntry& entry : entries)
        write_entry(entry, out);
    out.end_array();
}

void write_histogram(const Statistics& statistics, JsonText& out) {
    if (statistics.ratings.empty()) return;
    out.key("ratings");
    out.begin_array(JsonLayout::lines);
    for (const Statistics::RatingCount& step : statistics.ratings) {
        out.begin_object(JsonLayout::inline_);
        write_rating("rating", step.rating, out);
        write_index("count", step.count, out);
        out.end_object();
    }
    out.end_array();
}

/// The twelve months, if a film was seen in any of them.
void write_months(const Statistics& statistics, JsonText& out) {
    if (statistics.months == std::array<std::uint32_t, 12>{}) return;
    out.key("months");
    out.begin_array(JsonLayout::inline_);
    for (const std::uint32_t films : statistics.months)
        out.number(films);
    out.end_array();
}

/// The days on which there was a film.
void write_days(const Statistics& statistics, JsonText& out) {
    if (statistics.days == decltype(statistics.days){}) return;
    out.key("days");
    out.begin_array(JsonLayout::lines);
    for (std::size_t month = 0; month < statistics.days.size(); ++month)
        for (std::size_t day = 0; day < statistics.days[month].size(); ++day) {
            if (statistics.days[month][day] == 0) continue;
            out.begin_object(JsonLayout::inline_);
            out.number_member("month", static_cast<std::int64_t>(month) + 1);
            out.number_member("day", static_cast<std::int64_t>(day) + 1);
            out.number_member("films", statistics.days[month][day]);
            out.end_object();
        }
    out.end_array();
}

void write_decades(const Statistics& statistics, JsonText& out) {
    if (statistics.decades.empty()) return;
    out.key("decades");
    out.begin_array(JsonLayout::inline_);
    for (const Statistics::DecadeCount& one : statistics.decades) {
        out.begin_object(JsonLayout::inline_);
        out.number_member("decade", one.decade);
        write_index("films", one.films, out);
        out.end_object();
    }
    out.end_array();
}

void write_most_seen(const Statistics& statistics, JsonText& out) {
    if (statistics.most_seen.empty()) return;
    out.key("most_seen");
    out.begin_array(JsonLayout::lines);
    for (const Statistics::PersonCount& person : statistics.most_seen) {
        out.begin_object(JsonLayout::inline_);
        out.key("name");
        out.text(person.name);
        out.number_member("films", person.films);
        out.end_object();
    }
    out.end_array();
}

} // namespace

void write_rating(std::string_view name, const Rating& rating, JsonText& out) {
    out.key(name);
    out.begin_object(JsonLayout::inline_);
    out.key("form");
    out.text(name_of(rating.form));
    for (const auto& [member, n] : {std::pair{"value", rating.value}, {"worst", rating.worst}, {"best", rating.best}}) {
        out.key(member);
        out.number(n);
    }
    if (rating.scale != ScaleSource::written) out.text_member("scale", name_of(rating.scale));
    out.text_member("written", rating.written);
    out.end_object();
}

void write_issue_parts(const Edition& edition, JsonText& out) {
    if (edition.parts.empty()) return;
    out.key("parts");
    out.begin_array(JsonLayout::inline_);
    for (const IssuePart part : edition.parts)
        out.text(name_of(part));
    out.end_array();
}

void write_sections(const Edition& edition, JsonText& out) {
    if (edition.sections.empty()) return;
    out.key("sections");
    out.begin_array(JsonLayout::lines);
    for (const Section& section : edition.sections) {
        out.begin_object(JsonLayout::inline_);
        out.key("key");
        out.text(section.key);
        out.key("title");
        out.text(section.title);
        out.text_member("extent", section.extent);
        if (!section.months.empty()) {
            out.key("months");
            out.begin_array(JsonLayout::inline_);
            for (const int month : section.months)
                out.number(month);
            out.end_array();
        }
        write_index("first", section.first, out);
        write_index("last", section.last, out);
        out.end_object();
    }
    out.end_array();
}

void write_indexes(const Edition& edition, JsonText& out) {
    write_index_of("films", edition.films, out);
    write_index_of("people", edition.people, out);
    write_index_of("picture_credits", edition.picture_credits, out);
}

void write_statistics(const Statistics& statistics, JsonText& out) {
    if (statistics.films == 0) return;
    out.key("statistics");
    out.begin_object(JsonLayout::lines);
    out.number_member("films", statistics.films);
    out.number_member("rated", statistics.rated);
    out.number_member("first_year", statistics.first_year);
    out.number_member("last_year", statistics.last_year);
    write_histogram(statistics, out);
    if (statistics.average) write_rating("average", *statistics.average, out);
    if (statistics.median) write_rating("median", *statistics.median, out);
    write_months(statistics, out);
    write_days(statistics, out);
    write_decades(statistics, out);
    write_most_seen(statistics, out);
    write_places("best", statistics.best, out);
    write_places("worst", statistics.worst, out);
    out.end_object();
}

} // namespace halfstar
