#include "read/facts.h"

#include "foundation/base/strings.h"
#include "foundation/data/syntaxes.h"
#include "read/credits.h"
#include "read/date.h"
#include "read/film_ids.h"
#include "read/names.h"
#include "read/rating_facts.h"
#include "read/takers.h"
#include "read/viewing.h"
#include "read/values.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

Answer take_roles(Facts& facts, const std::vector<Role>& roles, std::string_view label, const Value& value) {
    std::vector<Credit> credits;
    for (const Role role : roles) {
        auto more = read_credits(role, label, value);
        std::move(more.begin(), more.end(), std::back_inserter(credits));
    }
    if (credits.empty()) return foreign;
    add_credits(facts.work.credits, std::move(credits));
    return taken;
}

/// "score" and "stars" are a rating if they look like one, else the composer and the cast.
Answer take_rating_or_credit(Facts& facts, Role role, const Value& value) {
    const Answer answer = take_rating(facts, value);
    if (answer.outcome != Outcome::unclear) return answer;
    return take_roles(facts, {role}, {}, value);
}

Answer take_credit_table(Facts& facts, const Value& value) {
    auto credits = read_credit_table(value);
    if (credits.empty()) return foreign;
    add_credits(facts.work.credits, std::move(credits));
    return taken;
}

Answer take_year(Facts& facts, const Value& value) {
    const std::string text = text_of(value);
    if (text.empty() || yes_or_no(text)) return foreign;
    return take_number(facts.work.year, read_year(text), "a year");
}

Answer take_minutes(Facts& facts, const Value& value) {
    return take_number(facts.work.minutes, read_minutes(text_of(value)), "a running time");
}

/// A tag goes to `language`; the name of a language is one that the film speaks.
Answer take_language(Facts& facts, std::string& language, const Value& value) {
    const std::string text = text_of(value);
    const std::string tag = language_tag(text);
    // "Thai" and "Lao" are names of languages, "th" and "EN" their tags.
    const bool name = text.size() > 2 && text[0] >= 'A' && text[0] <= 'Z' && text.find('-') == std::string::npos;
    if (tag.empty() || name) return add_items(facts.work.languages, names_of_places(value));
    return take_string(language, Value{Scalar{tag, true}, value.span, value.key_span});
}

Answer take_spoilers(Facts& facts, const Value& value) {
    const auto answer = yes_or_no(text_of(value));
    if (!answer) return foreign;
    facts.spoilers = facts.spoilers || *answer;
    return taken;
}

Answer take_id(Facts& facts, std::string_view kind, std::optional<std::string> id) {
    if (!id) return not_a("the number of a film there");
    for (const auto& [name, value] : facts.work.ids)
        if (name == kind) return value == *id ? taken : said_before;
    facts.work.ids.emplace_back(kind, std::move(*id));
    return taken;
}

Answer take_kind(Facts& facts, const Value& value) {
    const auto kind = kind_named(text_of(value));
    if (!kind) return foreign;
    if (facts.kind) return *facts.kind == *kind ? taken : said_before;
    facts.kind = kind;
    return taken;
}

Answer take_authors(Facts& facts, const Value& value) {
    std::vector<std::string> names;
    const auto add = [&](const Value& item) {
        const Value* name = member(item, {"name"});
        const std::string text = text_of(name == nullptr ? item : *name);
        for (std::string& one : split_cast(text))
            names.push_back(std::move(one));
        if (name != nullptr && item.members()->size() > 1) keep_extra(facts, "author", item);
    };
    if (const auto* list = value.list())
        std::for_each(list->begin(), list->end(), add);
    else
        add(value);
    return add_items(facts.authors, std::move(names));
}

/// A path, or a map of the path, its words and its caption.
Answer take_picture(Facts& facts, const Value& value) {
    if (value.members() == nullptr) {
        const std::string text = text_of(value);
        return text.empty() || yes_or_no(text) ? foreign : take_text(facts.picture, value);
    }
    const Value* path = member(value, {"src", "url", "path", "file", "image", "filename"});
    if (path == nullptr) return foreign;
    const Answer answer = take_picture(facts, Value{Scalar{text_of(*path), true}, path->span, path->key_span});
    if (answer.outcome != Outcome::taken) return answer;
    if (const Value* words = member(value, {"alt", "alttext"})) take_text(facts.picture_alternative, *words);
    if (const Value* words = member(value, {"caption", "title"})) take_text(facts.picture_caption, *words);
    return answer;
}

bool is_of_film(Field field) {
    static constexpr std::array fields = {Field::title,         Field::film,           Field::film_title,
                                          Field::english_title, Field::original_title, Field::original_language,
                                          Field::year,          Field::released,       Field::rating,
                                          Field::score,         Field::stars,          Field::credit,
                                          Field::credits,       Field::countries,      Field::languages,
                                          Field::genres,        Field::minutes,        Field::imdb,
                                          Field::tmdb,          Field::letterboxd};
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// A film of a list: a title, or a map of facts. Members that say something else go to `extras`.
std::optional<Work> read_work(const Value& value, std::int32_t bare_best, const std::string& name,
                              std::vector<ExtraFact>& extras) {
    Facts film;
    film.bare_best = bare_best;
    if (value.members() == nullptr) {
        take_text(film.title, value);
    } else {
        for (const auto& [key, item] : *value.members()) {
            const auto meaning = meaning_of_key(key);
            if (is_blank(item)) continue;
            if (!meaning || !is_of_film(meaning->field) || take_fact(film, *meaning, item).outcome != Outcome::taken)
                keep_extra(film, name + "." + key, item);
        }
    }
    if (!film.title) film.title = film.film_title ? film.film_title : film.english_title;
    if (!film.title) return std::nullopt;
    film.work.title = std::move(*film.title);
    std::move(film.extras.begin(), film.extras.end(), std::back_inserter(extras));
    return std::move(film.work);
}

Answer take_works(Facts& facts, const Value& value) {
    if (value.list() == nullptr || !facts.works.empty()) return foreign;
    std::vector<Work> works;
    std::vector<ExtraFact> extras;
    for (const Value& item : *value.list()) {
        auto work = read_work(item, facts.bare_best, "films." + std::to_string(works.size() + 1), extras);
        if (!work) return foreign;
        works.push_back(std::move(*work));
    }
    facts.works = std::move(works);
    std::move(extras.begin(), extras.end(), std::back_inserter(facts.extras));
    return taken;
}

} // namespace

bool Facts::has_film() const {
    return film_title || !works.empty() || work.year || work.rating || work.minutes || !work.credits.empty() ||
           !work.ids.empty();
}

void keep_extra(Facts& facts, std::string key, const Value& value) {
    facts.extras.push_back({std::move(key), to_json(value), value.span});
}

Answer take_fact(Facts& facts, const Meaning& meaning, const Value& value) {
    switch (meaning.field) {
    case Field::title:
        return take_text(facts.title, value);
    case Field::film:
        return value.list() != nullptr ? take_works(facts, value) : take_text(facts.film_title, value);
    case Field::film_title:
        return take_text(facts.film_title, value);
    case Field::english_title:
        return take_text(facts.english_title, value);
    case Field::original_title:
        return take_string(facts.work.original_title, value);
    case Field::original_language:
        return take_language(facts, facts.work.original_language, value);
    case Field::subtitle:
        return take_text(facts.subtitle, value);
    case Field::summary:
        return take_text(facts.summary, value);
    case Field::year:
    case Field::released:
        return take_year(facts, value);
    case Field::date:
        return take_date(facts.date, value);
    case Field::posted:
        return take_date(facts.posted, value);
    case Field::seen:
        return take_viewing(facts, value);
    case Field::seen_on:
        return take_seen_on(facts, value);
    case Field::rating:
        return take_rating_or_verdict(facts, value);
    case Field::rating_best:
        return take_rating_best(facts, value);
    case Field::score:
        return take_rating_or_credit(facts, Role::composer, value);
    case Field::stars:
        return take_rating_or_credit(facts, Role::cast, value);
    case Field::credit:
        return take_roles(facts, meaning.roles, meaning.label, value);
    case Field::credits:
        return take_credit_table(facts, value);
    case Field::countries:
        return add_items(facts.work.countries, names_of_places(value));
    case Field::languages:
        return add_items(facts.work.languages, names_of_places(value));
    case Field::language:
        return take_language(facts, facts.language, value);
    case Field::genres:
        return add_items(facts.work.genres, names_of_places(value));
    case Field::minutes:
        return take_minutes(facts, value);
    case Field::imdb:
        return take_id(facts, "imdb", imdb_id(text_of(value)));
    case Field::tmdb:
        return take_id(facts, "tmdb", tmdb_id(text_of(value)));
    case Field::letterboxd:
        return take_id(facts, "letterboxd", letterboxd_id(text_of(value)));
    case Field::picture:
        return take_picture(facts, value);
    case Field::picture_alternative:
        return take_text(facts.picture_alternative, value);
    case Field::picture_caption:
        return take_text(facts.picture_caption, value);
    case Field::venue:
        return take_string(facts.venue, value);
    case Field::medium:
        return take_string(facts.medium, value);
    case Field::spoilers:
        return take_spoilers(facts, value);
    case Field::epigraph:
        return take_text(facts.epigraph, value);
    case Field::epigraph_source:
        return take_text(facts.epigraph_source, value);
    case Field::author:
        return take_authors(facts, value);
    case Field::tags:
        return add_items(facts.tags, list_of(value));
    case Field::kind:
        return take_kind(facts, value);
    case Field::works:
        return take_works(facts, value);
    case Field::table:
        return foreign;
    }
    return foreign;
}

} // namespace halfstar::reading
