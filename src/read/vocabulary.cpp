#include "read/vocabulary.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/word_rows.h"

#include <algorithm>
#include <array>
#include <span>

namespace halfstar::reading {

namespace {

/// Words of facts. `words` are folded and parted by spaces.
struct FieldRow {
    Field field;
    Known known;
    std::string_view words;
};

constexpr std::array field_rows = {
    FieldRow{Field::title, Known::as_both, "title titel titre título titulo titolo başlık"},
    FieldRow{Field::title, Known::as_key, "posttitle reviewtitle headline"},
    FieldRow{Field::film, Known::as_both, "film movie película pelicula filme"},
    FieldRow{Field::film_title, Known::as_both, "movietitle filmtitle filmtitel moviename filmname titredufilm titolodelfilm títulodofilme títulodelapelícula"},
    FieldRow{Field::film_title, Known::as_key, "name"},
    FieldRow{Field::english_title, Known::as_both, "entitle englishtitle"},
    FieldRow{Field::original_title, Known::as_both,
             "originaltitle originaltitel originalname titreoriginal títulooriginal titolooriginale özgünadı"},
    FieldRow{Field::original_language, Known::as_key, "originallanguage"},
    FieldRow{Field::subtitle, Known::as_key, "subtitle tagline deck dek standfirst subtitel untertitel soustitre subtítulo sottotitolo"},
    FieldRow{Field::summary, Known::as_key, "summary description synopsis opening excerpt abstract teaser lede lead metadescription blurb intro résumé resumen riassunto resumo sinopsis sinopse trama özet"},
    FieldRow{Field::year, Known::as_both, "year releaseyear yearofrelease filmyear movieyear yearreleased productionyear jahr erscheinungsjahr année año anno ano yıl"},
    FieldRow{Field::released, Known::as_both, "released releasedate releasedon datereleased premiere kinostart sortie datedesortie estreno fechadeestreno uscita datadiuscita estreia vizyontarihi"},
    FieldRow{Field::date, Known::as_key, "date datum fecha data tarih datetime"},
    FieldRow{Field::posted, Known::as_both,
             "dateposted posted publishdate published publisheddate datepublished pubdate publishedon postedon "
             "reviewdate reviewedon dateofreview datereviewed publicationdate publishedat postdate posteddate pubdatetime "
             "veröffentlicht veröffentlichtam geschriebenam publiéle publicado publicadoel publicadoem pubblicato pubblicatoil yayıntarihi"},
    FieldRow{Field::seen, Known::as_both,
             "datewatched watched watcheddate dateofviewing viewingdate seendate lastwatched firstwatched vule visto vistoel vistoil "
             "assistidoem izlenmetarihi watchdate dateseen seen dateviewed viewed gesehen geschaut angesehen"},
    FieldRow{Field::seen_on, Known::as_both, "seenon watchedon viewedon gesehenam geschautam"},
    FieldRow{
        Field::rating, Known::as_both,
        "rating ratings grade myrating ourrating therating reviewrating reviewscore criticrating filmrating movierating "
        "personalrating ratingvalue ratingstars starsrating myscore mygrade finalscore finalrating finalgrade overallrating starrating "
        "wertung bewertung meinewertung sternebewertung calificación calificacion puntuación puntuacion valoración valutazione classificação avaliacao nota minhanota  avaliação puan puanım"},
    FieldRow{Field::rating, Known::as_label, "overall verdict note manote minota voto ilmiovoto fazit"},
    FieldRow{Field::score, Known::as_both, "score"},
    FieldRow{Field::stars, Known::as_both, "stars"},
    FieldRow{Field::rating_best, Known::as_key,
             "scale ratingscale ratingmax maxrating maxscore scoremax bestrating ratingbest outof ratingoutof maxstars"},
    FieldRow{Field::credits, Known::as_key, "credits crew"},
    FieldRow{Field::countries, Known::as_both,
             "country countries countryoforigin land länder pays país países paese paesi ülke"},
    FieldRow{Field::languages, Known::as_both,
             "languages spokenlanguages sprache sprachen langue langues idioma lingua dil"},
    FieldRow{Field::language, Known::as_both, "language lang"},
    FieldRow{Field::genres, Known::as_both, "genre genres género genero géneros genere generi gênero gêneros tür"},
    FieldRow{
        Field::minutes, Known::as_both,
        "runtime runningtime runninglength length duration laufzeit länge dauer durée duración durata duração süre"},
    FieldRow{Field::imdb, Known::as_both, "imdb imdbid imdblink imdburl imdbcode imdbtt"},
    FieldRow{Field::tmdb, Known::as_both, "tmdb tmdbid tmdburl tmdblink themoviedb themoviedbid moviedbid"},
    FieldRow{Field::letterboxd, Known::as_both, "letterboxd letterboxdlink letterboxdurl letterboxduri letterboxdid lburl boxd"},
    FieldRow{Field::picture, Known::as_key, "image images poster posterurl posterimage posterpath cover coverimage covernimage img thumbnail thumb imagepath imageurl picture "
             "featuredimage featureimage featured heroimage hero banner ogimage headerimage backdrop still"},
    FieldRow{Field::picture_alternative, Known::as_key, "imagealt posteralt coveralt alt alttext imgalt imagealttext thumbnailalt featuredimagealt"},
    FieldRow{Field::picture_caption, Known::as_key, "imagecaption postercaption covercaption caption imgcaption"},
    FieldRow{Field::venue, Known::as_both, "venue cinema theater theatre kino cinéma cine seenat watchedat wherewatched viewedat location sala sinema"},
    FieldRow{Field::medium, Known::as_both, "medium format watchedvia seenvia viewedvia platform streamingon watchedonplatform"},
    FieldRow{Field::spoilers, Known::as_both, "spoilers spoiler hasspoilers containsspoilers spoilerwarning"},
    FieldRow{Field::epigraph, Known::as_key, "epigraph quote"},
    FieldRow{Field::epigraph_source, Known::as_key, "epigraphsource quotesource quoteby"},
    FieldRow{Field::author, Known::as_key, "author authors reviewer reviewers critic critics reviewedby reviewby writtenbycritic byline autor autoren auteur autora autore autores yazar kritiker"},
    FieldRow{Field::author, Known::as_label,
             "author reviewer critic reviewedby reviewby by kritikvon rezensionvon critiquepar críticade crítica "
             "recensionedi"},
    FieldRow{Field::tags, Known::as_both, "tags tag keywords"},
    FieldRow{Field::kind, Known::as_key, "kind type layout category"},
    FieldRow{Field::works, Known::as_key, "films works movies filme peliculas filmes"},
    FieldRow{Field::table, Known::as_key, "extra params taxonomies review meta metadata info movieinfo filminfo moviedata filmdata details filmdetails moviedetails facts custom customfields"},
};

struct RoleRow {
    Role role;
    std::string_view words;
};

constexpr std::array role_rows = {
    RoleRow{
        Role::director,
        "director directors directedby directed dir direction regie regisseur regisseurin réalisation réalisateur réalisatrice réalisépar "
        "réalisé dirección director/a dirigidapor dirigida dirigidopor dirigido directora regia registadi regista "
        "direttoda diretto realização realizador realizadora direção diretor diretora yönetmen yöneten"},
    RoleRow{
        Role::writer,
        "writer writers writtenby written screenplay screenplayby screenwriter screenwriters script scriptby story "
        "storyby drehbuch buch scénario scénariste écritpar écrit guion guión guionista escritapor escrita escritopor "
        "escrito sceneggiatura scrittoda scritto roteiro argumento roteirista senaryo senarist yazan"},
    RoleRow{
        Role::producer,
        "producer producers producedby produced produzent produzenten produziertvon producteur producteurs produitpar "
        "productor productora productores productoras produttore produttori produtor produtora yapımcı"},
    RoleRow{Role::cinematographer,
            "cinematographer cinematographers cinematography cinematographyby dp dop directorofphotography "
            "photography photographyby camera shotby shot kamera bildgestaltung photographie imagepar "
            "directeurdelaphotographie "
            "fotografía direccióndefotografía fotografia direttoredellafotografia direçãodefotografia "
            "görüntüyönetmeni"},
    RoleRow{Role::editor, "editor editors editing editedby edited schnitt montage montaje montaggio montagem kurgu"},
    RoleRow{Role::composer,
            "composer composers music musicby scoreby originalscore musik musique música musiche müzik"},
    RoleRow{Role::production_designer, "productiondesign productiondesigner productiondesigners productiondesignby "
                                       "szenenbild décors décor scenografia "
                                       "diseñodeproducción direccióndearte direçãodearte"},
    RoleRow{
        Role::costume_designer,
        "costumedesign costumedesigner costumedesigners costumes costumesby kostüme kostüm vestuario costumi figurino"},
    RoleRow{Role::sound, "sound soundby sounddesign sounddesigner soundmix ton son sonido suono som ses"},
    RoleRow{Role::cast,
            "cast starring actors maincast mit darsteller schauspieler schauspielerinnen besetzung avec distribution interprètes con reparto "
            "elenco intérpretes interpreti cominterpretação com oyuncular oynayanlar with featuring actor"},
    RoleRow{Role::narrator, "narrator narratedby narrated erzähler narrateur narrador narratore"},
    RoleRow{Role::distributor,
            "distributor distributors distributedby distributeur verleih distribuidora distribuzione dağıtım"},
    RoleRow{Role::studio, "studio studios productioncompany productioncompanies produktion production"},
};

constexpr std::array<std::string_view, 8> joints = {" and ", " und ", " et ", " y ", " e ", " ve ", "+", "&"};

/// Cuts at each of `marks`, and at the words that join two labels.
std::vector<std::string> joined_parts(std::string_view label) {
    std::string text = " " + replace_all(unicode::lower(trim_unicode(label), "en"), "_", " ") + " ";
    for (const std::string_view joint : joints)
        text = replace_all(text, joint, "/");
    text = replace_all(text, ",", "/");
    std::vector<std::string> parts;
    for (const std::string_view part : split(text, '/'))
        if (!trim(part).empty()) parts.push_back(fold_word(part));
    return parts;
}

std::optional<Role> role_named(std::string_view folded) {
    static const WordRows words(role_rows, [](const RoleRow& row) { return row.words; });
    const auto row = words.find(folded);
    return row ? std::optional(role_rows[*row].role) : std::nullopt;
}

std::optional<Meaning> meaning(std::string_view word, Known wanted) {
    const auto known = [](Known as) {
        return [as](const FieldRow& row) { return row.known == as || row.known == Known::as_both ? row.words : std::string_view(); };
    };
    static const WordRows keys(field_rows, known(Known::as_key)), labels(field_rows, known(Known::as_label));
    const std::string folded = fold_word(word);
    if (const auto row = (wanted == Known::as_key ? keys : labels).find(folded))
        return Meaning{field_rows[*row].field, {}, std::string(word)};
    if (const auto role = role_named(folded)) return Meaning{Field::credit, {*role}, std::string(word)};
    return std::nullopt;
}

/// Whether there is anything in a label by which two could be joined.
bool may_be_joined(std::string_view label) {
    if (label.find_first_of("/+&,-_") != std::string_view::npos) return true;
    const std::string lower = ascii_lower(label);
    return std::any_of(joints.begin(), joints.end(), [&](std::string_view joint) { return lower.find(joint) != std::string::npos; });
}

/// "Written + Directed by", "writer-director".
std::optional<Meaning> joined_roles(std::string_view label) {
    if (!may_be_joined(label)) return std::nullopt;
    Meaning joined{Field::credit, {}, std::string(label)};
    auto parts = joined_parts(label);
    if (parts.size() == 1) parts = joined_parts(replace_all(label, "-", "/"));
    if (parts.size() < 2 || parts.size() > 4) return std::nullopt;
    for (const std::string& part : parts) {
        const auto role = role_named(part);
        if (!role || *role == Role::cast) return std::nullopt;
        if (std::find(joined.roles.begin(), joined.roles.end(), *role) == joined.roles.end())
            joined.roles.push_back(*role);
    }
    return joined;
}

/// What all of fold_word's steps make of ASCII.
std::string fold_ascii(std::string_view word) {
    word = trim(word);
    while (word.ends_with('.') || word.ends_with(':'))
        word.remove_suffix(1);
    std::string folded = ascii_lower(word);
    std::erase_if(folded, [](char c) { return c == ' ' || c == '\t' || c == '_' || c == '-' || c == '*'; });
    return folded;
}

} // namespace

std::string fold_word(std::string_view word) {
    if (utf8::is_ascii(word)) return fold_ascii(word);
    std::string folded = unicode::lower(trim(plain_spaces(unicode::normalise_nfc(word))), "en");
    while (folded.ends_with('.') || folded.ends_with(':'))
        folded.pop_back();
    std::erase_if(folded, [](char c) { return c == ' ' || c == '_' || c == '-' || c == '*'; });
    return folded;
}

std::optional<Meaning> meaning_of_key(std::string_view key) {
    auto found = meaning(key, Known::as_key);
    return found ? found : joined_roles(key);
}

std::vector<std::string> known_keys() {
    std::vector<std::string> keys;
    const auto take = [&](std::string_view words) {
        for (const std::string_view word : split(words, ' '))
            if (!word.empty()) keys.emplace_back(word);
    };
    for (const FieldRow& row : field_rows)
        if (row.known != Known::as_label) take(row.words);
    for (const RoleRow& row : role_rows)
        take(row.words);
    return keys;
}

std::optional<Meaning> meaning_of_label(std::string_view label) {
    auto found = meaning(label, Known::as_label);
    return found ? found : joined_roles(label);
}

} // namespace halfstar::reading
