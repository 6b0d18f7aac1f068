// The head of a piece and what stands beside it: title, credit line, byline, day, rating.

#include "backends/html/day.h"
#include "backends/html/facts.h"
#include "backends/html/stars.h"

#include "foundation/base/utf8.h"

namespace halfstar::html {
namespace {

class HeadWriter {
public:
    HeadWriter(Markup& out, const Dress& dress, const Piece& piece)
        : out_(out), dress_(dress), piece_(piece), web_(!dress.is_xhtml()) {}

    void head() {
        out_.open(Tag("header").set("class", "head"));
        out_.line();
        title();
        if (const Work* work = only_work(piece_)) original_title(*work);
        if (!piece_.subtitle.empty()) paragraph("subtitle", piece_.subtitle);
        for (const Work& work : piece_.works)
            credit_line(work);
        byline();
        out_.close("header");
        out_.line();
    }

    void side() {
        const Date* day = day_of(piece_);
        bool rated = false;
        for (const Work& work : piece_.works)
            rated = rated || work.rating;
        const std::string where = joined({piece_.venue, piece_.medium}, ", ");
        if (day == nullptr && !rated && where.empty()) return;
        out_.open(Tag("div").set("class", "side"));
        out_.line();
        if (day != nullptr) viewing(*day);
        if (day == nullptr && !where.empty()) paragraph("occasion", where);
        for (const Work& work : piece_.works)
            if (work.rating) rating(work);
        out_.close("div");
        out_.line();
    }

private:
    std::string heading(int below) const { return "h" + std::to_string(dress_.title_level + below); }

    void paragraph(std::string_view css_class, std::string_view words) {
        out_.element(Tag("p").set("class", css_class), words);
        out_.line();
    }

    /// Words of ours, marked with their language where the piece has another.
    void own(Tag tag, std::string_view words) {
        out_.element(set_in_locale(tag, dress_, piece_), words);
        out_.line();
    }

    void title() {
        const Work* work = only_work(piece_);
        const bool is_long = dress_.long_title_from > 0 &&
                             static_cast<int>(utf8::count(piece_.title.value)) >= dress_.long_title_from;
        Tag tag(heading(0));
        tag.set("class", std::string("title") + (is_long ? " long" : "") + (web_ ? " p-name" : ""));
        out_.open(tag.set("id", id_prefix(piece_) + "_title"));
        if (work != nullptr && work->title.value == piece_.title.value)
            out_.element(web_ ? Tag("cite").set("class", "p-item h-item") : Tag("cite"), piece_.title.value);
        else
            out_.text(piece_.title.value);
        if (work != nullptr && work->year) {
            out_.raw(" ");
            out_.element(Tag("span").set("class", "year"), std::to_string(*work->year));
        }
        out_.close(tag.name());
        out_.line();
    }

    void original_title(const Work& work) {
        if (work.original_title.empty() || work.original_title == work.title.value) return;
        out_.open(Tag("p").set("class", "original"));
        Tag tag("cite");
        // A title in another script may run the other way; what follows must not be drawn into it.
        // It is in another language than the piece, even where nobody says in which.
        tag.language(dress_.syntax, work.original_language.empty() ? "und" : work.original_language, Direction::inherit);
        tag.set("dir", "auto");
        out_.element(tag, work.original_title);
        out_.close("p");
        out_.line();
    }

    std::string linked_names(const std::vector<std::string>& all) const {
        std::vector<std::string> parts;
        for (const std::string& name : all)
            parts.push_back(linked_name(dress_, name, name));
        return joined(parts, ", ");
    }

    /// "Directed by Céline Sciamma · France · 122 min"
    void credit_line(const Work& work) {
        std::vector<std::string> parts; // markup
        if (piece_.works.size() > 1) {
            std::string name = work.title.value;
            if (work.year) name += " " + std::to_string(*work.year);
            if (name != piece_.title.value) parts.push_back(escape(name));
        }
        const std::vector<std::string> directors = names_in(work, Role::director);
        if (!directors.empty())
            parts.push_back(ours(dress_.locale->role_label(Role::director)) + " " + linked_names(directors));
        parts.push_back(escape(joined(work.countries, ", ")));
        if (work.minutes) parts.push_back(ours(Locale::fill(dress_.locale->word("minutes"), {std::to_string(*work.minutes)})));
        const std::string line = joined(parts, " · ");
        if (line.empty()) return;
        out_.open(Tag("p").set("class", "credit"));
        out_.raw(line);
        out_.close("p");
        out_.line();
    }

    /// Words of ours among the piece's, as markup.
    std::string ours(std::string_view words) const {
        if (same_language(dress_.locale->language, piece_.language)) return escape(words);
        Markup out(dress_.syntax);
        Tag tag("span");
        out.element(set_in_locale(tag, dress_, piece_), words);
        return out.str();
    }

    void byline() {
        if (piece_.authors.empty()) return;
        out_.open(Tag("p").set("class", "byline"));
        for (std::size_t i = 0; i < piece_.authors.size(); ++i) {
            if (i > 0) out_.raw(", ");
            if (web_)
                out_.element(Tag("span").set("class", "p-author h-card"), piece_.authors[i]);
            else
                out_.text(piece_.authors[i]);
        }
        out_.close("p");
        out_.line();
    }

    void viewing(const Date& date) {
        // Where both days are known, the foot says when it was published.
        const bool is_appearance = web_ && !(piece_.published && piece_.seen);
        Tag time("time");
        if (is_appearance) time.set("class", "dt-published");
        Tag day("p");
        write_day(out_, set_in_locale(day.set("class", "day"), dress_, piece_), time, dress_, date);
        const std::string occasion = occasion_of(date);
        if (!occasion.empty()) own(Tag("p").set("class", "occasion"), occasion);
    }

    std::string occasion_of(const Date& date) const {
        std::vector<std::string> parts;
        if (const std::optional<int> weekday = Locale::weekday(date))
            parts.push_back(dress_.locale->weekdays[static_cast<std::size_t>(*weekday)]);
        if (piece_.seen) parts.push_back(piece_.seen->value.time);
        parts.push_back(piece_.venue);
        parts.push_back(piece_.medium);
        return joined(parts, ", ");
    }

    void rating(const Work& work) {
        if (piece_.works.size() > 1) paragraph("rated", work.title.value);
        write_rating(out_, dress_, piece_, work.rating->value);
    }

    Markup& out_;
    const Dress& dress_;
    const Piece& piece_;
    bool web_;
};

} // namespace

void write_head(Markup& out, const Dress& dress, const Piece& piece) { HeadWriter(out, dress, piece).head(); }
void write_side(Markup& out, const Dress& dress, const Piece& piece) { HeadWriter(out, dress, piece).side(); }

} // namespace halfstar::html
