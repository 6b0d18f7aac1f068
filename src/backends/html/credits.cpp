// Below a piece: everyone who made the film, dates, tags, pages elsewhere.

#include "backends/html/facts.h"

namespace halfstar::html {
namespace {

/// In the order in which a programme names the trades.
constexpr Role trades[] = {
    Role::director,  Role::writer,  Role::producer, Role::cinematographer, Role::editor,      Role::production_designer,
    Role::costume_designer, Role::composer, Role::sound,    Role::narrator,        Role::distributor, Role::studio,
};

/// A term and its names, such as a trade and those in it.
struct Row {
    std::string term;
    std::vector<std::string> names;
};

class CreditsWriter {
public:
    CreditsWriter(Markup& out, const Dress& dress, const Piece& piece) : out_(out), dress_(dress), piece_(piece) {}

    void write() {
        bool any = false;
        for (const Work& work : piece_.works)
            any = any || !work.credits.empty();
        if (!any) return;
        out_.open(Tag("div").set("class", "credits"));
        out_.line();
        for (const Work& work : piece_.works) {
            list(work, dress_.locale->word("made-by"), makers(work));
            list(work, dress_.locale->word("cast-heading"), cast(work));
        }
        out_.close("div");
        out_.line();
    }

private:
    std::vector<Row> makers(const Work& work) const {
        std::vector<Row> rows;
        for (const Role role : trades)
            if (std::vector<std::string> names = names_in(work, role); !names.empty())
                rows.push_back({std::string(dress_.locale->short_role_label(role)), std::move(names)});
        for (const Credit& credit : work.credits)
            if (credit.role == Role::other) add(rows, credit.label, credit.name);
        return rows;
    }

    /// Rows by character; those whose part is not given stand together without a term.
    static std::vector<Row> cast(const Work& work) {
        std::vector<Row> rows;
        for (const Credit& credit : work.credits)
            if (credit.role == Role::cast) add(rows, credit.character, credit.name);
        return rows;
    }

    static void add(std::vector<Row>& rows, const std::string& term, const std::string& name) {
        if (!rows.empty() && rows.back().term == term)
            rows.back().names.push_back(name);
        else
            rows.push_back({term, {name}});
    }

    void list(const Work& work, std::string_view heading, const std::vector<Row>& rows) {
        if (rows.empty()) return;
        const std::string name = "h" + std::to_string(dress_.title_level + 1);
        out_.open(Tag("section").set("class", "box"));
        out_.line();
        Tag tag(name);
        const std::string of = piece_.works.size() > 1 ? work.title.value + ": " : "";
        out_.element(set_in_locale(tag, dress_, piece_), of + std::string(heading));
        out_.line();
        bool with_terms = false;
        for (const Row& row : rows)
            with_terms = with_terms || !row.term.empty();
        if (with_terms)
            definitions(rows);
        else
            names(rows);
        out_.close("section");
        out_.line();
    }

    void definitions(const std::vector<Row>& rows) {
        out_.open("dl");
        out_.line();
        for (const Row& row : rows) {
            out_.open("div");
            // A name without a part or trade still needs a term in a list of terms and names.
            out_.element(Tag("dt"), row.term.empty() ? "…" : row.term);
            for (const std::string& name : row.names)
                out_.element(Tag("dd"), name);
            out_.close("div");
            out_.line();
        }
        out_.close("dl");
        out_.line();
    }

    void names(const std::vector<Row>& rows) {
        out_.open("ul");
        out_.line();
        for (const Row& row : rows) {
            for (const std::string& name : row.names) {
                out_.element(Tag("li"), name);
                out_.line();
            }
        }
        out_.close("ul");
        out_.line();
    }

    Markup& out_;
    const Dress& dress_;
    const Piece& piece_;
};

void write_dates(Markup& out, const Dress& dress, const Piece& piece) {
    // The day of viewing stands at the head; when the review appeared later is said here.
    if (!piece.seen || !piece.published) return;
    Tag line("p");
    out.open(set_in_locale(line.set("class", "published"), dress, piece));
    Tag time("time");
    if (!dress.is_xhtml()) time.set("class", "dt-published");
    const Date& date = piece.published->value;
    out.element(time.set("datetime", iso_date(date)),
                Locale::fill(dress.locale->word("published-on"), {dress.locale->long_date(date)}));
    out.close("p");
    out.line();
}

void write_tags(Markup& out, const Dress& dress, const Piece& piece) {
    if (piece.tags.empty()) return;
    out.open(Tag("ul").set("class", "tags"));
    for (const std::string& tag : piece.tags)
        out.element(dress.is_xhtml() ? Tag("li") : Tag("li").set("class", "p-category"), tag);
    out.close("ul");
    out.line();
}

void write_pages(Markup& out, const Piece& piece) {
    std::vector<FilmPage> pages;
    for (const Work& work : piece.works)
        for (FilmPage& page : film_pages(work))
            pages.push_back(std::move(page));
    if (pages.empty()) return;
    out.open(Tag("ul").set("class", "pages"));
    for (const FilmPage& page : pages) {
        out.open("li");
        out.element(Tag("a").set("href", page.address), page.place);
        out.close("li");
    }
    out.close("ul");
    out.line();
}

} // namespace

void write_credits(Markup& out, const Dress& dress, const Piece& piece) { CreditsWriter(out, dress, piece).write(); }

void write_foot(Markup& out, const Dress& dress, const Piece& piece) {
    Markup foot(out.syntax());
    write_dates(foot, dress, piece);
    write_tags(foot, dress, piece);
    write_pages(foot, piece);
    if (foot.str().empty()) return;
    out.open(Tag("footer").set("class", "foot"));
    out.line();
    out.raw(foot.str());
    out.close("footer");
    out.line();
}

} // namespace halfstar::html
