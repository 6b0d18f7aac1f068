#include "compose/index_words.h"
#include "unit/compose/pieces.h"

#include <tuple>

using namespace halfstar;
using namespace made;

namespace {

/// "L Lighthouse, The 0.0 1.0(director writer)", an entry a line; roles as numbers.
std::string lines(const std::vector<IndexEntry>& entries) {
    std::string out;
    for (const IndexEntry& entry : entries) {
        out += entry.initial + " " + entry.words;
        for (const IndexReference& reference : entry.references) {
            out += " " + std::to_string(reference.work.piece) + "." + std::to_string(reference.work.work);
            for (const Role role : reference.roles)
                out += role == Role::director ? "d" : role == Role::writer ? "w" : role == Role::cast ? "c" : "?";
        }
        out += "\n";
    }
    return out;
}

} // namespace

TEST_CASE("titles stand without their language's article, which follows") {
    const std::tuple<const char*, const char*, const char*> table[] = {
        {"The Lighthouse", "en", "Lighthouse, The"},
        {"A Ghost Story", "en-GB", "Ghost Story, A"},
        {"An Elephant Sitting Still", "en", "Elephant Sitting Still, An"},
        {"the lobster", "en", "Lobster, the"},
        {"Theremin", "en", "Theremin"},
        {"The", "en", "The"},
        {"The ", "en", "The"},
        {"A.I.", "en", "A.I."},
        {"Die Hard", "en", "Die Hard"},
        {"La La Land", "en", "La La Land"},
        {"La haine", "fr", "Haine, La"},
        {"L'avventura", "it", "Avventura, L'"},
        {"L’été", "fr", "Été, L’"},
        {"Les quatre cents coups", "fr", "Quatre cents coups, Les"},
        {"Das Boot", "de", "Boot, Das"},
        {"Los olvidados", "es", "Olvidados, Los"},
        {"O Fantasma", "pt-BR", "Fantasma, O"},
        {"Het is fijn", "nl", "Is fijn, Het"},
        {"Az ötödik pecsét", "hu", "Ötödik pecsét, Az"},
        {"The Zone", "tr", "The Zone"},
        {"  The Lighthouse ", "en", "Lighthouse, The"},
        {"", "en", ""},
    };
    for (const auto& [title, language, words] : table) {
        const std::string shown_title(title);
        CAPTURE(shown_title);
        CHECK(title_in_index(title, language) == words);
    }
}

TEST_CASE("people stand under their family's name") {
    const std::pair<const char*, const char*> table[] = {
        {"Agnès Varda", "Varda, Agnès"},
        {"Alex Ross Perry", "Perry, Alex Ross"},
        {"Cher", "Cher"},
        {"", ""},
        {"Robert De Niro", "De Niro, Robert"},
        {"Lars von Trier", "Trier, Lars von"},
        {"Gus Van Sant", "Van Sant, Gus"},
        {"Margarethe von Trotta", "Trotta, Margarethe von"},
        {"Guillermo del Toro", "Toro, Guillermo del"},
        {"Benicio Del Toro", "Del Toro, Benicio"},
        {"Jean de La Fontaine", "La Fontaine, Jean de"},
        {"Carlos de la Fuente", "Fuente, Carlos de la"},
        {"Ana de Armas", "Armas, Ana de"},
        {"Haifaa al-Mansour", "Mansour, Haifaa al-"},
        {"Luca d’Arcy", "Arcy, Luca d’"},
        {"Vincent D'Onofrio", "D'Onofrio, Vincent"},
        {"De Sica", "Sica, De"},
        {"Robert Downey Jr.", "Downey, Robert, Jr."},
        {"Robert Downey, Jr.", "Downey, Robert, Jr."},
        {"John Doe III", "Doe, John, III"},
        {"Bong Joon-ho", "Bong Joon-ho"},
        {"Song Kang-ho", "Song Kang-ho"},
        {"Choi Woo-shik", "Choi Woo-shik"},
        {"Tsai Ming-liang", "Tsai Ming-liang"},
        {"Catherine Zeta-Jones", "Zeta-Jones, Catherine"},
        {"Jean-Luc Godard", "Godard, Jean-Luc"},
        {"봉 준호", "봉 준호"},
        {"小津 安二郎", "小津 安二郎"},
        {"Varda, Agnès", "Varda, Agnès"},
        {"Somebody (uncredited)", "Somebody (uncredited)"},
        {"The Daniels", "Daniels, The"},
        {"Cardi B", "Cardi B"},
        {"Sheila E.", "Sheila E."},
        {"bell hooks", "hooks, bell"},
        {"  Agnès   Varda ", "Varda, Agnès"},
        {"Dwayne “The Rock” Johnson", "Johnson, Dwayne “The Rock”"},
    };
    for (const auto& [name, words] : table) {
        const std::string shown_name(name);
        CAPTURE(shown_name);
        CHECK(name_in_index(name) == words);
    }
}

TEST_CASE("the index of films is in the language's order, each under its letter") {
    std::vector<Piece> pieces = {review("The Zone"), review("Étoile"), review("1917"),
                                 review("“Her”"),    review("Zama"),   review("L'eclisse")};
    CHECK(lines(issue_of(pieces).films) ==
          "# 1917 2.0\nE Étoile 1.0\nH “Her” 3.0\nL L'eclisse 5.0\nZ Zama 4.0\nZ Zone, The 0.0\n");
    pieces[5].works[0].original_title = "L'eclisse";
    pieces[5].works[0].original_language = "it";
    CHECK(lines(issue_of(pieces).films).find("E Eclisse, L' 5.0\n") != std::string::npos);
}

TEST_CASE("films of one title are one by their year, and told apart by it") {
    std::vector<Piece> pieces = {review("Solaris"), review("solaris"), review("Solaris"), review("Mirror")};
    pieces[0].works[0].year = pieces[2].works[0].year = 1972;
    pieces[1].works[0].year = 2002;
    pieces[1].works[0].title.value = "Solaris";
    pieces[3].works.push_back(work("Solaris"));
    CHECK(lines(issue_of(pieces).films) ==
          "M Mirror 3.0\nS Solaris 3.1\nS Solaris (1972) 0.0 2.0\nS Solaris (2002) 1.0\n");
}

TEST_CASE("the index of people has every credit once, with its roles, and no companies") {
    std::vector<Piece> pieces = {review("A"), review("B")};
    pieces[0].works[0].credits = {credit(Role::director, "Agnès Varda"), credit(Role::writer, "Agnès Varda"),
                                  credit(Role::cast, "Åsa Åberg"),           credit(Role::writer, "Agnès Varda"),
                                  credit(Role::studio, "Ciné-Tamaris"),  credit(Role::distributor, "Janus")};
    pieces[1].works.push_back(work("C"));
    pieces[1].works[1].credits = {credit(Role::cast, "agnès  varda")};
    CHECK(lines(issue_of(pieces).people) == "A Åberg, Åsa 0.0c\nV Varda, Agnès 0.0dw 1.1c\n");
    IssueSettings issue;
    issue.language = "sv";
    CHECK(lines(issue_of(pieces, issue).people) == "V Varda, Agnès 0.0dw 1.1c\nÅ Åberg, Åsa 0.0c\n");
}

TEST_CASE("an issue is the same however many threads compose it") {
    std::vector<Piece> pieces;
    for (int i = 0; i < 60; ++i) {
        pieces.push_back(review("Film " + std::to_string(i)));
        pieces.back().works[0].credits = {credit(Role::director, "Agnès Varda " + std::to_string(i % 7)), credit(Role::cast, "Åsa Åberg")};
    }
    const IssueSettings issue;
    ComposeSettings settings;
    settings.issue = &issue;
    Diagnostics diagnostics;
    const Edition alone = compose(pieces, settings, diagnostics);
    CHECK(alone.identifier.starts_with("urn:uuid:"));
    settings.jobs = 4;
    const Edition together = compose(pieces, settings, diagnostics);
    CHECK(lines(together.films) == lines(alone.films));
    CHECK(lines(together.people) == lines(alone.people));
    CHECK(together.identifier == alone.identifier);
}
