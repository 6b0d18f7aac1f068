#include "backends/html/site_home.h"

#include "backends/html/chart.h"
#include "backends/html/contents.h"
#include "backends/html/facts.h"
#include "backends/html/filter.h"
#include "backends/html/list_entry.h"
#include "backends/html/list_order.h"
#include "backends/html/numbers.h"
#include "foundation/base/utf8.h"

namespace halfstar::html {
namespace {

constexpr double seats_width = 340;

class HomeWriter {
public:
    explicit HomeWriter(const Site& site)
        : edition_(site.edition()), locale_(site.locale()),
          page_(site, std::string(site_home), facts(), IssuePart::reviews), dress_(page_.dress()), out_(page_.out()),
          order_(edition_) {}

    std::string write() {
        page_.open("site home", hero());
        write_filter(out_, page_.site());
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
        return out_.take();
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
            entry(i);
        out_.close("ol");
        out_.line();
    }

    /// What the script filters and sorts by, where the entry's words do not say it.
    Tag entry_tag(std::size_t index) const {
        const Piece& piece = edition_.pieces[index];
        Tag tag = list_entry_tag();
        tag.set("data-title", std::to_string(order_.title(index)));
        if (const auto director = order_.director(index)) tag.set("data-director", std::to_string(*director));
        if (const Work* work = only_work(piece)) set_film_facts(tag, *work);
        return tag.maybe("data-words", unsaid_words(piece));
    }

    /// Titles and names by which the piece may be looked for, and which its entry does not show.
    static std::string unsaid_words(const Piece& piece) {
        std::vector<std::string> words;
        for (const Work& work : piece.works) {
            if (work.title.value != piece.title.value && piece.works.size() == 1) words.push_back(work.title.value);
            if (work.original_title != work.title.value) words.push_back(work.original_title);
            if (only_work(piece) == nullptr) words.push_back(joined(names_in(work, Role::director), " "));
        }
        return joined(words, " ");
    }

    void entry(std::size_t index) { write_list_entry(out_, dress_, edition_.pieces[index], entry_tag(index)); }

    const Edition& edition_;
    const Locale& locale_;
    SitePage page_;
    const Dress& dress_;
    Markup& out_;
    ListOrder order_;
};

} // namespace

std::string write_home(const Site& site) { return HomeWriter(site).write(); }

} // namespace halfstar::html
