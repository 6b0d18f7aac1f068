#include "backends/html/list_entry.h"

#include "backends/html/day.h"
#include "backends/html/facts.h"
#include "backends/html/list_order.h"
#include "backends/html/stars.h"

namespace halfstar::html {
namespace {

class EntryWriter {
public:
    EntryWriter(Markup& out, const Dress& dress, const Piece& piece) : out_(out), dress_(dress), piece_(piece) {}

    void write(const Tag& tag, std::string_view note) {
        out_.open(tag);
        out_.line();
        title();
        if (const Work* work = only_work(piece_)) {
            line(Tag("p").set("class", "director"), joined(names_in(*work, Role::director), ", "));
        } else if (!piece_.subtitle.empty()) {
            line(Tag("p").set("class", "director"), piece_.subtitle);
        }
        Tag roles("p");
        line(set_in_locale(roles.set("class", "roles"), dress_), note);
        if (piece_.works.size() > 1) works();
        if (const Date* day = day_of(piece_)) this->day(*day);
        if (const Work* work = only_work(piece_); work != nullptr && work->rating) {
            out_.open(Tag("p").set("class", "stars-at"));
            write_stars(out_, dress_, work->rating->value);
            out_.close("p");
            out_.line();
        }
        out_.close("li");
        out_.line();
    }

private:
    void title() {
        const Work* work = only_work(piece_);
        out_.open(Tag("p").set("class", "film"));
        Tag link("a");
        set_as_piece(link, dress_, piece_);
        out_.element(link.set("class", "p-name u-url").set("href", dress_.piece_address(piece_)), piece_.title.value);
        if (work != nullptr && work->year) {
            out_.raw(" ");
            out_.element(Tag("span").set("class", "year"), std::to_string(*work->year));
        }
        out_.close("p");
        out_.line();
    }

    /// The films of a piece about several, each with its rating.
    void works() {
        out_.open(Tag("ul").set("class", "works"));
        out_.line();
        for (const Work& work : piece_.works) {
            Tag item("li");
            set_film_facts(item, work);
            out_.open(item);
            out_.text(work.year ? work.title.value + " " + std::to_string(*work.year) : work.title.value);
            if (work.rating) {
                out_.raw(" ");
                write_stars(out_, dress_, work.rating->value);
            }
            out_.close("li");
            out_.line();
        }
        out_.close("ul");
        out_.line();
    }

    void day(const Date& date) {
        Tag day("p");
        write_day(out_, set_in_locale(day.set("class", "day"), dress_), Tag("time").set("class", "dt-published"), dress_, date);
    }

    void line(const Tag& tag, std::string_view words) {
        if (words.empty()) return;
        out_.element(tag, words);
        out_.line();
    }

    Markup& out_;
    const Dress& dress_;
    const Piece& piece_;
};

} // namespace

Tag list_entry_tag() { return Tag("li").set("class", "h-entry"); }

void set_film_facts(Tag& tag, const Work& work) {
    if (work.year) tag.set("data-year", std::to_string(*work.year));
    if (!work.rating) return;
    if (const auto rating = thousandths(work.rating->value)) tag.set("data-rating", std::to_string(*rating));
}

void write_list_entry(Markup& out, const Dress& dress, const Piece& piece, const Tag& tag, std::string_view note) {
    EntryWriter(out, dress, piece).write(tag, note);
}

} // namespace halfstar::html
