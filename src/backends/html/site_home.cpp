#include "backends/html/site_home.h"

#include "backends/html/chart.h"
#include "backends/html/contents.h"
#include "backends/html/facts.h"
#include "backends/html/numbers.h"
#include "backends/html/stars.h"
#include "foundation/base/utf8.h"

namespace halfstar::html {
namespace {

constexpr double seats_width = 340;

class HomeWriter {
public:
    explicit HomeWriter(const Site& site)
        : edition_(site.edition()), locale_(site.locale()),
          page_(site, std::string(site_home), facts(), IssuePart::reviews), dress_(page_.dress()), out_(page_.out()) {}

    std::string write() {
        page_.open("site home", hero());
        // Pieces that stand in no section come first, wherever they are: there are none after compose.
        std::uint32_t next = 0;
        for (const Section& section : edition_.sections) {
            if (section.first < next || section.last > edition_.pieces.size()) continue;
            if (section.first > next) pieces(next, section.first);
            group(section);
            next = section.last;
        }
        if (next < edition_.pieces.size()) pieces(next, static_cast<std::uint32_t>(edition_.pieces.size()));
        page_.close();
        return out_.str();
    }

private:
    PageFacts facts() const {
        PageFacts facts;
        facts.title = edition_.title;
        facts.language = edition_.language;
        facts.description = edition_.subtitle;
        facts.author = edition_.editor;
        return facts;
    }

    static void line(Markup& out, const Tag& tag, std::string_view words) {
        if (words.empty()) return;
        out.element(tag, words);
        out.line();
    }

    /// The cover of the site: its title as large as a cover's, and a light for each film.
    std::string hero() const {
        constexpr std::size_t poster = 16; // characters that can be set as large as a cover's
        Markup out(Syntax::html);
        out.open(Tag("div").set("class", "hero"));
        out.line();
        line(out, utf8::count(edition_.title) > poster ? Tag("h1").set("class", "long") : Tag("h1"), edition_.title);
        line(out, Tag("p").set("class", "subtitle"), edition_.subtitle);
        Tag facts("p");
        facts.set("class", "issue");
        line(out, set_in_locale(facts, dress_), issue_facts());
        if (const Chart chart = seats_of(edition_, locale_, seats_width); !chart.shapes.empty()) {
            out.open(Tag("div").set("class", "seats"));
            out.line();
            write_decoration(out, chart);
            out.close("div");
            out.line();
        }
        out.close("div");
        out.line();
        return out.str();
    }

    /// "Number 4 · December 2019 · 15 reviews"
    std::string issue_facts() const {
        std::vector<std::string> parts;
        if (!edition_.number.empty()) parts.push_back(Locale::fill(locale_.word("number"), {edition_.number}));
        if (edition_.date) parts.push_back(locale_.long_date(*edition_.date));
        parts.push_back(count_of_reviews(edition_.pieces.size()));
        return joined(parts, " · ");
    }

    std::string count_of_reviews(std::size_t count) const {
        return count == 1 ? std::string(locale_.word("review-1"))
                          : Locale::fill(locale_.word("reviews-n"), {std::to_string(count)});
    }

    void group(const Section& section) {
        const std::string id = section_id(section);
        // Not a landmark: a year can begin and end in a winter, and landmarks must differ by name.
        out_.open(Tag("section").set("class", "season"));
        out_.line();
        out_.open(Tag("header").set("class", "opener"));
        out_.line();
        line(out_, Tag("h2").set("id", id), section.title);
        line(out_, Tag("p").set("class", "extent"), section.extent);
        Tag count("p");
        line(out_, set_in_locale(count.set("class", "count"), dress_), count_of_reviews(section.last - section.first));
        out_.close("header");
        out_.line();
        list(section.first, section.last);
        out_.close("section");
        out_.line();
    }

    void pieces(std::uint32_t first, std::uint32_t last) {
        Tag heading("h2");
        // The title has said it: the heading is there for those who go from heading to heading.
        line(out_, set_in_locale(heading.set("class", "unseen"), dress_), locale_.word("reviews"));
        list(first, last);
    }

    void list(std::uint32_t first, std::uint32_t last) {
        out_.open(Tag("ol").set("class", "reviews"));
        out_.line();
        for (std::uint32_t i = first; i < last; ++i)
            entry(edition_.pieces[i]);
        out_.close("ol");
        out_.line();
    }

    void entry(const Piece& piece) {
        out_.open(Tag("li").set("class", "h-entry"));
        out_.line();
        title(piece);
        if (const Work* work = only_work(piece)) {
            line(out_, Tag("p").set("class", "director"), joined(names_in(*work, Role::director), ", "));
        } else if (!piece.subtitle.empty()) {
            line(out_, Tag("p").set("class", "director"), piece.subtitle);
        }
        if (piece.works.size() > 1) works(piece);
        if (const Date* day = day_of(piece)) this->day(*day);
        if (const Work* work = only_work(piece); work != nullptr && work->rating) {
            out_.open(Tag("p").set("class", "stars-at"));
            write_stars(out_, dress_, work->rating->value);
            out_.close("p");
            out_.line();
        }
        out_.close("li");
        out_.line();
    }

    void title(const Piece& piece) {
        const Work* work = only_work(piece);
        out_.open(Tag("p").set("class", "film"));
        Tag link("a");
        set_as_piece(link, dress_, piece);
        out_.element(link.set("class", "p-name u-url").set("href", dress_.piece_address(piece)), piece.title.value);
        if (work != nullptr && work->year) {
            out_.raw(" ");
            out_.element(Tag("span").set("class", "year"), std::to_string(*work->year));
        }
        out_.close("p");
        out_.line();
    }

    /// The films of a piece about several, each with its rating.
    void works(const Piece& piece) {
        out_.open(Tag("ul").set("class", "works"));
        out_.line();
        for (const Work& work : piece.works) {
            out_.open("li");
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
        out_.open(set_in_locale(day.set("class", "day"), dress_));
        out_.open(Tag("time").set("class", "dt-published").set("datetime", iso_date(date)));
        if (date.day > 0) {
            out_.element(Tag("span").set("class", "number"), std::to_string(date.day));
            out_.raw(" ");
        }
        std::string month = std::to_string(date.year);
        if (date.month > 0) month = locale_.months[static_cast<std::size_t>(date.month - 1)] + " " + month;
        out_.element(Tag("span").set("class", "month"), month);
        out_.close("time");
        out_.close("p");
        out_.line();
    }

    const Edition& edition_;
    const Locale& locale_;
    SitePage page_;
    const Dress& dress_;
    Markup& out_;
};

} // namespace

std::string write_home(const Site& site) { return HomeWriter(site).write(); }

} // namespace halfstar::html
