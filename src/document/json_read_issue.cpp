#include "document/json_issue.h"
#include "document/tree.h"

#include <set>
#include <string>

namespace halfstar {
namespace {

WorkReference place_in(JsonObject& object) {
    WorkReference place;
    place.piece = object.number<std::uint32_t>("piece", 0);
    place.work = object.number<std::uint32_t>("work", 0);
    return place;
}

std::vector<WorkReference> places_of(const std::vector<Value>& values, JsonFault& fault) {
    std::vector<WorkReference> places;
    for (const Value& value : values) {
        JsonObject object(value, fault);
        places.push_back(place_in(object));
        object.finish();
    }
    return places;
}

template <class E> E one_named(const std::string& name, std::string_view what, const Value& at, JsonFault& fault) {
    const std::optional<E> found = named<E>(name);
    if (!found) fault.report(at, "unknown " + std::string(what) + " '" + name + "'");
    return found.value_or(E{});
}

IndexReference reference_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    IndexReference reference;
    reference.work = place_in(object);
    for (const std::string& role : object.texts("roles"))
        reference.roles.push_back(one_named<Role>(role, "role", value, fault));
    object.finish();
    return reference;
}

std::vector<IndexEntry> entries_of(const std::vector<Value>& values, JsonFault& fault) {
    std::vector<IndexEntry> entries;
    for (const Value& value : values) {
        JsonObject object(value, fault);
        IndexEntry entry;
        entry.words = object.required_text("words");
        entry.name = object.required_text("name");
        entry.initial = object.required_text("initial");
        for (const Value& reference : object.list("references"))
            entry.references.push_back(reference_of(reference, fault));
        object.finish();
        entries.push_back(std::move(entry));
    }
    return entries;
}

Section section_of(const Value& value, JsonFault& fault) {
    JsonObject object(value, fault);
    Section section;
    section.key = object.required_text("key");
    section.title = object.required_text("title");
    section.extent = object.text("extent");
    section.months = object.numbers("months", 1, 12);
    section.first = object.number<std::uint32_t>("first", 0);
    section.last = object.number<std::uint32_t>("last", 0);
    object.finish();
    return section;
}

void read_days(const std::vector<Value>& values, Statistics& statistics, JsonFault& fault) {
    for (const Value& value : values) {
        JsonObject object(value, fault);
        const auto month = object.number<std::uint32_t>("month", 0), day = object.number<std::uint32_t>("day", 0);
        const auto films = object.number<std::uint8_t>("films", 0);
        object.finish();
        if (month < 1 || month > 12 || day < 1 || day > 31)
            fault.report(value, "no day of the year");
        else
            statistics.days[month - 1][day - 1] = films;
    }
}

void read_counts(JsonObject& object, Statistics& statistics, JsonFault& fault) {
    for (const Value& value : object.list("ratings")) {
        JsonObject step(value, fault);
        const std::optional<Rating> rating = read_rating(step.take("rating"), fault);
        statistics.ratings.push_back({rating.value_or(Rating()), step.number<std::uint32_t>("count", 0)});
        step.finish();
    }
    for (const Value& value : object.list("decades")) {
        JsonObject decade(value, fault);
        statistics.decades.push_back({decade.number<int>("decade", 0), decade.number<std::uint32_t>("films", 0)});
        decade.finish();
    }
    for (const Value& value : object.list("most_seen")) {
        JsonObject person(value, fault);
        statistics.most_seen.push_back({person.required_text("name"), person.number<std::uint32_t>("films", 0)});
        person.finish();
    }
}

Statistics statistics_of(const Value* value, JsonFault& fault) {
    Statistics statistics;
    if (value == nullptr) return statistics;
    JsonObject object(*value, fault);
    statistics.films = object.number<std::uint32_t>("films", 0);
    statistics.rated = object.number<std::uint32_t>("rated", 0);
    statistics.first_year = object.number<int>("first_year", 0);
    statistics.last_year = object.number<int>("last_year", 0);
    read_counts(object, statistics, fault);
    statistics.average = read_rating(object.take("average"), fault);
    statistics.median = read_rating(object.take("median"), fault);
    const std::vector<int> months = object.numbers("months", 0, INT32_MAX);
    if (!months.empty() && months.size() != statistics.months.size())
        fault.report(*value, "twelve months are expected");
    for (std::size_t i = 0; i < months.size() && i < statistics.months.size(); ++i)
        statistics.months[i] = static_cast<std::uint32_t>(months[i]);
    read_days(object.list("days"), statistics, fault);
    statistics.best = places_of(object.list("best"), fault);
    statistics.worst = places_of(object.list("worst"), fault);
    object.finish();
    return statistics;
}

/// Looks at every place of an edition that leads to another.
class ReferenceCheck {
public:
    ReferenceCheck(const Edition& edition, const Value& at, JsonFault& fault)
        : edition_(edition), at_(at), fault_(fault) {
        for (const Piece& piece : edition.pieces)
            keys_.insert(piece.key);
        for (const auto* piece : {&edition.letter, &edition.about})
            if (*piece) keys_.insert((*piece)->key);
    }

    void run() {
        check_sections();
        for (const auto* entries : {&edition_.films, &edition_.people})
            for (const IndexEntry& entry : *entries)
                for (const IndexReference& reference : entry.references)
                    check(reference.work);
        // An essay has no film, and may have pictures.
        for (const IndexEntry& entry : edition_.picture_credits)
            for (const IndexReference& reference : entry.references)
                if (reference.work.piece >= edition_.pieces.size())
                    fault_.report(at_, "no piece " + std::to_string(reference.work.piece) + " with pictures");
        for (const auto* places : {&edition_.statistics.best, &edition_.statistics.worst})
            for (const WorkReference& place : *places)
                check(place);
        for (const Piece& piece : edition_.pieces)
            check_links(piece);
        if (edition_.letter) check_links(*edition_.letter);
        if (edition_.about) check_links(*edition_.about);
    }

private:
    void check_sections() {
        std::uint32_t next = 0;
        bool whole = true;
        for (const Section& section : edition_.sections) {
            whole = whole && section.first == next && section.last > section.first;
            next = section.last;
        }
        if (!edition_.sections.empty() && (!whole || next != edition_.pieces.size()))
            fault_.report(at_, "the sections do not hold every piece once");
    }

    void check(const WorkReference& place) {
        const bool there = place.piece < edition_.pieces.size();
        if (there && place.work < edition_.pieces[place.piece].works.size() + edition_.pieces[place.piece].listed.size())
            return;
        fault_.report(at_, "no piece " + std::to_string(place.piece) + " with a work " + std::to_string(place.work));
    }

    void check_links(const Inlines& inlines) {
        walk_inlines(inlines, [&](const Inline& one) {
            const Link* link = std::get_if<Link>(&one.node);
            if (link != nullptr && !link->piece.empty() && !keys_.contains(link->piece))
                fault_.report(at_, "a link leads to the piece '" + link->piece + "', which is not there");
        });
    }
    void check_links(const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) {
            each_inlines(block, [&](const Inlines& inlines) { check_links(inlines); });
        });
    }
    void check_links(const Piece& piece) {
        check_links(piece.summary);
        if (piece.epigraph) check_links(piece.epigraph->words);
        if (piece.epigraph) check_links(piece.epigraph->source);
        check_links(piece.body);
        for (const Note& note : piece.notes)
            check_links(note.blocks);
    }

    const Edition& edition_;
    const Value& at_;
    JsonFault& fault_;
    std::set<std::string> keys_;
};

} // namespace

std::optional<Rating> read_rating(const Value* value, JsonFault& fault) {
    if (value == nullptr) return std::nullopt;
    JsonObject object(*value, fault);
    Rating rating;
    rating.form = object.name("form", RatingForm::number);
    rating.value = object.number<std::int32_t>("value", 0);
    rating.worst = object.number<std::int32_t>("worst", 0);
    rating.best = object.number<std::int32_t>("best", 0);
    rating.scale = object.name("scale", ScaleSource::written);
    rating.written = object.text("written");
    object.finish();
    return rating;
}

void read_issue_parts(JsonObject& object, Edition& edition, JsonFault& fault) {
    if (const Value* parts = object.take("parts"))
        for (const std::string& part : object.texts("parts"))
            edition.parts.push_back(one_named<IssuePart>(part, "part", *parts, fault));
    for (const Value& section : object.list("sections"))
        edition.sections.push_back(section_of(section, fault));
    edition.films = entries_of(object.list("films"), fault);
    edition.people = entries_of(object.list("people"), fault);
    edition.picture_credits = entries_of(object.list("picture_credits"), fault);
    edition.statistics = statistics_of(object.take("statistics"), fault);
}

void check_references(const Edition& edition, const Value& at, JsonFault& fault) {
    ReferenceCheck(edition, at, fault).run();
}

} // namespace halfstar
