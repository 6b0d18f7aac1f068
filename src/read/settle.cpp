#include "read/settle.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/data/syntaxes.h"
#include "foundation/unicode/text.h"
#include "read/credits.h"
#include "read/names.h"
#include "read/rating.h"
#include "read/read.h"
#include "read/title.h"

#include <algorithm>
#include <utility>

namespace halfstar::reading {

namespace {

void keep_text(Facts& facts, std::string key, const Fact<std::string>& text) {
    facts.extras.push_back({std::move(key), json_string(text.value), text.span});
}

/// Markdown in a value: the words of its paragraphs, parted by line ends. Anything that is more than words is set as
/// it was written.
Inlines inlines_of(const Fact<std::string>& text) {
    Diagnostics unsaid; // what is wrong in there is no more than plain words
    Markdown markdown = read_markdown(text.value, text.span, MarkdownOptions{}, unsaid);
    Inlines words;
    bool only_words = markdown.notes.empty() && !markdown.blocks.empty();
    for (Block& block : markdown.blocks) {
        auto* paragraph = std::get_if<Paragraph>(&block.node);
        only_words = only_words && paragraph != nullptr;
        if (!only_words) break;
        if (!words.empty()) words.push_back({HardBreak{}, text.span});
        std::move(paragraph->inlines.begin(), paragraph->inlines.end(), std::back_inserter(words));
    }
    if (!only_words) words = {Inline{Text{text.value}, text.span}};
    walk_inlines(words, [&](Inline& node) { node.span = text.span; });
    return words;
}

/// A title's words without their HTML, references and styles. "*batteries not included" and "M*A*S*H" stay.
void make_plain(TextFact& title) {
    if (!title) return;
    const std::string& words = title->value;
    if (words.find_first_of("&<") == std::string::npos && !words.starts_with('*') && !words.starts_with('_')) return;
    title->value = plain_text(inlines_of(*title));
}

/// The film's title cleaned; what in it contradicts the keys stays in the title.
void settle_film_title(Work& work, const Fact<std::string>& written, std::int32_t bare_best) {
    const CleanTitle clean = clean_title(written.value);
    const bool agrees = take_title_facts(work, clean, bare_best, written.span);
    work.title = {agrees ? clean.title : written.value, written.span};
}

void settle_titles(Facts& facts, const NameFacts& name, Piece& piece) {
    TextFact& film = facts.film_title;
    for (TextFact* title : {&facts.title, &film, &facts.english_title})
        make_plain(*title);
    if (!facts.title && !film && facts.works.empty()) facts.title = std::exchange(facts.english_title, std::nullopt);
    if (facts.english_title) keep_text(facts, "en_title", *facts.english_title);
    if (!facts.title && !film && !facts.works.empty()) facts.title = facts.works.front().title;
    const Fact<std::string> from_name{name.title, {piece.source, 0, 0}};
    const Fact<std::string> written = facts.title ? *facts.title : film ? *film : from_name;
    const bool about_a_film = facts.works.empty() && (piece.kind == PieceKind::review || facts.has_film());
    if (!about_a_film) {
        piece.title = written;
        return;
    }
    settle_film_title(facts.work, film ? *film : written, facts.bare_best);
    // "Wonder Woman 1984" tells nothing of its year.
    const bool names_year = name.year && facts.work.title.value.find(std::to_string(*name.year)) != std::string::npos;
    if (!facts.work.year && !names_year) facts.work.year = name.year;
    const bool headline = film && facts.title && !is_same_title(film->value, facts.title->value);
    const bool own_title = headline || piece.kind != PieceKind::review;
    piece.title = own_title ? written : facts.work.title;
}

/// What stands beside a list of films is said of each that does not say otherwise.
void hand_down(const Work& all, Work& one) {
    if (one.credits.empty()) one.credits = all.credits;
    if (one.countries.empty()) one.countries = all.countries;
    if (one.languages.empty()) one.languages = all.languages;
    if (one.genres.empty()) one.genres = all.genres;
    if (!one.year) one.year = all.year;
    if (!one.minutes) one.minutes = all.minutes;
    if (!one.rating) one.rating = all.rating;
}

void settle_works(Facts& facts, Piece& piece) {
    if (!facts.works.empty()) {
        for (Work& work : facts.works)
            hand_down(facts.work, work);
        if (facts.works.front().ids.empty()) facts.works.front().ids = facts.work.ids;
        if (facts.film_title) keep_text(facts, "film", *facts.film_title);
        piece.works = std::move(facts.works);
    } else if (!facts.work.title.value.empty()) {
        piece.works.push_back(std::move(facts.work));
    }
}

/// `date` is the day of writing, unless `date_posted` stands beside it: then it is the film's.
void settle_dates(Facts& facts, const NameFacts& name, Piece& piece) {
    if (facts.posted && facts.date) {
        const Date& date = facts.date->value;
        if (!facts.work.year) facts.work.year = date.year;
        if (date.month != 0 || *facts.work.year != date.year)
            facts.extras.push_back({"date", json_string(date.written), facts.date->span});
        facts.date.reset();
    }
    piece.published = facts.posted ? std::move(facts.posted) : std::move(facts.date);
    piece.seen = std::move(facts.seen);
    if (!piece.published && name.date) piece.published = Fact<Date>{*name.date, {piece.source, 0, 0}};
}

/// In a review, what is called a subtitle is its summary, unless there is one beside it.
void settle_summary(Facts& facts, Piece& piece) {
    if (piece.kind == PieceKind::review && facts.subtitle && !facts.summary)
        facts.summary = std::exchange(facts.subtitle, std::nullopt);
    if (facts.subtitle) piece.subtitle = facts.subtitle->value;
    if (facts.summary) piece.summary = inlines_of(*facts.summary);
}

void settle_epigraph(Facts& facts, Piece& piece) {
    if (facts.epigraph) {
        Epigraph epigraph;
        epigraph.words = inlines_of(*facts.epigraph);
        if (facts.epigraph_source) epigraph.source = inlines_of(*facts.epigraph_source);
        epigraph.span = facts.epigraph->span;
        piece.epigraph = std::move(epigraph);
    } else if (piece.epigraph && piece.epigraph->source.empty() && facts.epigraph_source) {
        piece.epigraph->source = inlines_of(*facts.epigraph_source);
    } else if (facts.epigraph_source) {
        keep_text(facts, "epigraph_source", *facts.epigraph_source);
    }
}

void settle_poster(Facts& facts, Piece& piece) {
    if (facts.picture) {
        Image poster;
        poster.url = facts.picture->value;
        if (facts.picture_alternative) poster.alternative = facts.picture_alternative->value;
        if (facts.picture_caption) piece.poster_caption = facts.picture_caption->value;
        piece.poster = std::move(poster);
        return;
    }
    if (facts.picture_alternative) keep_text(facts, "image_alt", *facts.picture_alternative);
    if (facts.picture_caption) keep_text(facts, "image_caption", *facts.picture_caption);
}

} // namespace

bool take_title_facts(Work& work, const CleanTitle& clean, std::int32_t bare_best, Span span) {
    const std::vector<std::string> directors = split_names(clean.directors);
    const auto is_other = [&](const Credit& credit) {
        return credit.role == Role::director &&
               std::find(directors.begin(), directors.end(), credit.name) == directors.end();
    };
    auto rating = read_rating(clean.rating, bare_best).rating;
    if (work.year && clean.year && *work.year != *clean.year) return false;
    if (!directors.empty() && std::any_of(work.credits.begin(), work.credits.end(), is_other)) return false;
    if (rating && work.rating && rating->value != work.rating->value.value) return false;
    if (!work.year) work.year = clean.year;
    if (rating && !work.rating) work.rating = Fact<Rating>{std::move(*rating), span};
    for (const std::string& name : directors)
        add_credits(work.credits, {Credit{Role::director, {}, name, {}, span}});
    return true;
}

bool is_same_title(const std::string& a, const std::string& b) {
    const auto folded = [](const std::string& title) { return unicode::lower(clean_title(title).title, "en"); };
    return folded(a) == folded(b);
}

void settle(Facts facts, const NameFacts& name, Piece& piece) {
    settle_dates(facts, name, piece);
    settle_titles(facts, name, piece);
    settle_summary(facts, piece);
    settle_epigraph(facts, piece);
    settle_poster(facts, piece);
    settle_works(facts, piece);
    piece.authors = std::move(facts.authors);
    piece.tags = std::move(facts.tags);
    piece.venue = std::move(facts.venue);
    piece.medium = std::move(facts.medium);
    piece.spoilers = facts.spoilers;
    piece.extras = std::move(facts.extras);
}

} // namespace halfstar::reading
