#include "backends/html/jsonld.h"

#include "backends/html/facts.h"
#include "backends/html/markup.h"
#include "document/tree.h"
#include "foundation/data/syntaxes.h"

#include <utility>
#include <vector>

namespace halfstar::html {
namespace {

/// A JSON object whose members stand a line each; what is empty is left out.
class Node {
public:
    explicit Node(std::string_view type) { text("@type", type); }
    Node& text(std::string_view name, std::string_view value) {
        return value.empty() ? *this : member(name, json_string(permitted(value)));
    }
    Node& member(std::string_view name, std::string json) {
        if (!json.empty()) members_.push_back(json_string(name) + ":" + std::move(json));
        return *this;
    }
    std::string str(std::string_view separator = ",") const { return "{" + joined(members_, separator) + "}"; }

private:
    std::vector<std::string> members_;
};

std::string array(const std::vector<std::string>& items, std::string_view separator = ",") {
    if (items.empty()) return {};
    return items.size() == 1 ? items.front() : "[" + joined(items, separator) + "]";
}

std::string things(std::string_view type, const std::vector<std::string>& names) {
    std::vector<std::string> items;
    for (const std::string& name : names)
        items.push_back(Node(type).text("name", name).str());
    return array(items);
}

std::string film(const Work& work) {
    Node node("Movie");
    node.text("name", work.title.value);
    if (work.original_title != work.title.value) node.text("alternateName", work.original_title);
    if (work.year) node.text("dateCreated", std::to_string(*work.year));
    constexpr std::pair<Role, std::string_view> people[] = {
        {Role::director, "director"}, {Role::writer, "author"},    {Role::cast, "actor"},
        {Role::producer, "producer"}, {Role::composer, "musicBy"},
    };
    for (const auto& [role, name] : people)
        node.member(name, things("Person", names_in(work, role)));
    node.member("productionCompany", things("Organization", names_in(work, Role::studio)));
    if (work.minutes) node.text("duration", "PT" + std::to_string(*work.minutes) + "M");
    node.member("countryOfOrigin", things("Country", work.countries));
    std::vector<std::string> genres, pages;
    for (const std::string& genre : work.genres)
        genres.push_back(json_string(permitted(genre)));
    for (const FilmPage& page : film_pages(work))
        pages.push_back(json_string(page.address));
    return node.member("genre", array(genres)).member("sameAs", array(pages)).str();
}

std::string rating(const Rating& rating) {
    return Node("Rating")
        .member("ratingValue", decimal(rating.value))
        .member("bestRating", decimal(rating.best))
        .member("worstRating", decimal(rating.worst))
        .str();
}

/// A node of the piece with what reviews and articles share.
Node about(const Edition& edition, const Piece& piece, std::string_view type, std::string_view url) {
    Node node(type);
    node.text("name", full_title(piece));
    if (type == "Article") node.text("headline", piece.title.value);
    node.member("author", things("Person", piece.authors));
    if (const Date* date = appeared(piece)) node.text("datePublished", iso_date(*date));
    node.text("inLanguage", piece.language).text("abstract", plain_text(piece.summary));
    if (!edition.publisher.empty())
        node.member("publisher", Node("Organization").text("name", edition.publisher).str());
    return node.text("url", url);
}

/// The films of a list in their order.
std::string list_of_films(const Piece& piece) {
    std::vector<std::string> items;
    for (const Work& work : piece.listed)
        items.push_back(Node("ListItem").member("position", std::to_string(items.size() + 1)).member("item", film(work)).str());
    return items.empty() ? std::string() : Node("ItemList").member("itemListElement", "[" + joined(items, ",") + "]").str();
}

Node event(const Piece& piece, const Screening& screening) {
    const Work& shown = piece.listed[screening.film];
    const std::string day = iso_date(screening.date);
    Node node("ScreeningEvent");
    node.text("name", shown.title.value);
    node.text("startDate", screening.date.time.empty() ? day : day + "T" + screening.date.time + screening.date.offset);
    if (const std::string& where = screening.venue.empty() ? piece.venue : screening.venue; !where.empty())
        node.member("location", Node("MovieTheater").text("name", where).str());
    return node.member("workPresented", film(shown));
}

std::string with_context(const std::string& members) {
    return "{\"@context\":\"https://schema.org\",\n" + members;
}

} // namespace

std::string write_jsonld(const Edition& edition, const std::vector<const Piece*>& pieces,
                         const std::function<std::string(const Piece&)>& address) {
    std::vector<std::string> nodes;
    for (const Piece* piece : pieces) {
        const std::string url = address(*piece);
        for (const Work& work : piece->works) {
            Node node = about(edition, *piece, "Review", url);
            node.member("itemReviewed", film(work));
            if (work.rating && work.rating->value.is_counted()) node.member("reviewRating", rating(work.rating->value));
            nodes.push_back(node.str(",\n"));
        }
        if (piece->works.empty()) {
            Node node = about(edition, *piece, "Article", url);
            if (piece->screenings.empty()) node.member("mainEntity", list_of_films(*piece));
            nodes.push_back(node.str(",\n"));
        }
        for (const Screening& screening : piece->screenings) nodes.push_back(event(*piece, screening).str(",\n"));
    }
    if (nodes.size() == 1) return with_context(nodes.front().substr(1));
    return with_context("\"@graph\":[\n" + joined(nodes, ",\n") + "]}");
}

} // namespace halfstar::html
