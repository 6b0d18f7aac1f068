// What interviews, lists and listings consist of: turns, ranked films, showings.

#include "backends/html/facts.h"
#include "backends/html/flow.h"
#include "backends/html/stars.h"

#include "document/tree.h"

namespace halfstar::html {
namespace {

std::string iso_time(const Date& date) {
    return date.time.empty() ? iso_date(date) : iso_date(date) + "T" + date.time;
}

} // namespace

void FlowWriter::dialogue(const Dialogue& dialogue) {
    out_.open(Tag("div").set("class", "dialogue"));
    out_.line();
    for (const Turn& turn : dialogue.turns) {
        out_.open(Tag("div").set("class", turn.voice == Voice::question ? "turn question" : "turn"));
        out_.line();
        Markup name(dress_.syntax);
        name.element(Tag("b").set("class", "speaker"), plain_text(turn.speaker));
        const bool runs_in = !turn.blocks.empty() && std::holds_alternative<Paragraph>(turn.blocks.front().node);
        if (runs_in) {
            first_ = &turn.blocks.front();
            before_ = name.str() + " ";
        } else {
            out_.open("p");
            begin_words(turn.speaker_ordinal);
            out_.raw(name.str());
            end_words();
            out_.close("p");
            out_.line();
        }
        blocks(turn.blocks);
        first_ = nullptr;
        out_.close("div");
        out_.line();
    }
    out_.close("div");
}

void FlowWriter::ranking(const Ranking& ranking) {
    out_.open(Tag("div").set("class", "ranking"));
    out_.line();
    for (const Entry& entry : ranking.entries) {
        const Work& film = piece_.listed[entry.film];
        out_.open(Tag("div").set("class", "entry"));
        out_.line();
        out_.open(Tag("p").set("class", "entry-title"));
        begin_words(entry.title_ordinal);
        if (!entry.rank.empty()) {
            out_.element(Tag("span").set("class", "rank"), entry.rank);
            out_.raw(" ");
        }
        out_.open(Tag("b"));
        inlines(entry.title);
        end_words();
        out_.close("b");
        if (film.year) {
            out_.raw(" ");
            out_.element(Tag("span").set("class", "year"), std::to_string(*film.year));
        }
        if (film.rating) {
            out_.raw(" ");
            write_stars(out_, dress_, film.rating->value);
        }
        out_.close("p");
        out_.line();
        const std::string directors = joined(names_in(film, Role::director), ", ");
        if (!directors.empty()) {
            out_.open(Tag("p").set("class", "entry-credit"));
            Tag label("span");
            out_.element(set_in_locale(label, dress_, piece_), dress_.locale->word("directed-by"));
            out_.raw(" ");
            out_.text(directors);
            out_.close("p");
            out_.line();
        }
        blocks(entry.blocks);
        out_.close("div");
        out_.line();
    }
    out_.close("div");
}

/// The showings of a day stand together, as long as the author kept them together.
void FlowWriter::showings(const Showings& showings) {
    out_.open(Tag("dl").set("class", "showings"));
    out_.line();
    const Date* day = nullptr;
    for (const Showing& showing : showings.showings) {
        const Date& date = piece_.screenings[showing.screening].date;
        const bool same = day != nullptr && day->year == date.year && day->month == date.month && day->day == date.day;
        if (!same) {
            out_.open("dt");
            Tag time("time");
            out_.element(set_in_locale(time.set("datetime", iso_date(date)), dress_, piece_),
                         dress_.locale->weekday_date(date));
            out_.close("dt");
            out_.line();
        }
        day = &date;
        this->showing(showing);
    }
    out_.close("dl");
}

void FlowWriter::showing(const Showing& showing) {
    const Screening& screening = piece_.screenings[showing.screening];
    const Work& film = piece_.listed[screening.film];
    out_.open("dd");
    begin_words(showing.title_ordinal);
    if (!screening.date.time.empty()) {
        out_.element(Tag("time").set("class", "hour").set("datetime", iso_time(screening.date)), screening.date.time);
        out_.raw(" ");
    }
    out_.open("cite");
    inlines(showing.title);
    end_words();
    out_.close("cite");
    if (film.year) out_.text(" (" + std::to_string(*film.year) + ")");
    if (!screening.venue.empty()) {
        out_.text(" · ");
        out_.element(Tag("span").set("class", "house"), screening.venue);
    }
    if (!showing.words.empty()) {
        out_.text(" · ");
        out_.open(Tag("span").set("class", "remark"));
        inlines(showing.words);
        out_.close("span");
    }
    out_.close("dd");
    out_.line();
}

} // namespace halfstar::html
