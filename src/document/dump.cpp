#include "document/dump_body.h"
#include "document/names.h"
#include "document/tree.h"

#include <algorithm>

namespace halfstar {
namespace {

std::string list_of(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += " " + quoted(word);
    return out;
}

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string date_line(std::string_view name, const Date& date) {
    std::string line = std::string(name) + " " + std::to_string(date.year) + "-" + two_digits(date.month) + "-" +
                       two_digits(date.day);
    if (!date.time.empty()) line += " time=" + quoted(date.time);
    if (!date.offset.empty()) line += " offset=" + quoted(date.offset);
    return line + (date.written.empty() ? "" : " written=" + quoted(date.written));
}

std::string rating_line(const Rating& rating) {
    return "rating " + std::string(name_of(rating.form)) + " " + std::to_string(rating.value) + " of " +
           std::to_string(rating.worst) + " to " + std::to_string(rating.best) + (rating.scale == ScaleSource::written ? "" : " " + std::string(name_of(rating.scale))) +
           " written=" + quoted(rating.written);
}

std::string picture_line(const Picture& picture, std::size_t index) {
    std::string line = "picture " + std::to_string(index) + " " + quoted(picture.name) + " " +
                       std::string(name_of(picture.format)) + " " + std::to_string(picture.width) + " x " +
                       std::to_string(picture.height);
    if (picture.gray) line += " gray";
    return line + (picture.alpha ? " alpha" : "");
}

/// Wherever the bytes lie.
bool is_same_picture(const Picture& a, const Picture& b) {
    Picture moved = a;
    moved.path = b.path;
    return moved == b;
}

/// Lines of facts: those that are not there are not shown.
class Facts {
public:
    explicit Facts(Outline& out) : out_(out) {}

    void text(std::string_view name, std::string_view words) {
        if (!words.empty()) out_.line(std::string(name) + " " + quoted(words));
    }
    void texts(std::string_view name, const std::vector<std::string>& words) {
        if (!words.empty()) out_.line(std::string(name) + list_of(words));
    }
    void number(std::string_view name, const std::optional<int>& n) {
        if (n) out_.line(std::string(name) + " " + std::to_string(*n));
    }

private:
    Outline& out_;
};

void dump_work(std::string_view name, const Work& work, Outline& out) {
    out.line(std::string(name) + " " + quoted(work.title.value));
    out.deeper();
    Facts facts(out);
    facts.text("original-title", work.original_title);
    facts.text("original-language", work.original_language);
    facts.number("year", work.year);
    for (const Credit& credit : work.credits) {
        std::string line(name_of(credit.role));
        if (!credit.label.empty()) line += " label=" + quoted(credit.label);
        line += " " + quoted(credit.name);
        out.line(line + (credit.character.empty() ? "" : " as " + quoted(credit.character)));
    }
    facts.number("minutes", work.minutes);
    facts.texts("countries", work.countries);
    facts.texts("languages", work.languages);
    facts.texts("genres", work.genres);
    for (const auto& [name, id] : work.ids) out.line("id " + quoted(name) + " " + quoted(id));
    if (work.rating) out.line(rating_line(work.rating->value));
    out.back();
}

void dump_epigraph(const Epigraph& epigraph, Outline& out) {
    out.line("epigraph");
    out.deeper();
    dump_inlines("words", epigraph.words, out);
    dump_inlines("source", epigraph.source, out);
    out.back();
}

void dump_facts(const Piece& piece, Outline& out) {
    Facts facts(out);
    facts.text("path", piece.path);
    facts.text("language", piece.language);
    if (piece.direction != Direction::left_to_right) out.line(name_of(piece.direction));
    facts.text("title", piece.title.value);
    facts.text("subtitle", piece.subtitle);
    for (const Work& work : piece.works) dump_work("work", work, out);
    for (const Work& work : piece.listed) dump_work("listed", work, out);
    for (const Screening& screening : piece.screenings)
        out.line(date_line("screening", screening.date) + " film=" + std::to_string(screening.film + 1) +
                 (screening.venue.empty() ? "" : " at " + quoted(screening.venue)));
    facts.texts("authors", piece.authors);
    if (piece.published) out.line(date_line("published", piece.published->value));
    if (piece.seen) out.line(date_line("seen", piece.seen->value));
    facts.text("venue", piece.venue);
    facts.text("medium", piece.medium);
    facts.texts("tags", piece.tags);
    if (piece.spoilers) out.line("spoilers");
    if (piece.poster) out.line(image_line("poster", *piece.poster));
    facts.text("poster-caption", piece.poster_caption);
    if (piece.epigraph) dump_epigraph(*piece.epigraph, out);
    dump_inlines("summary", piece.summary, out);
    for (const ExtraFact& extra : piece.extras) out.line("extra " + quoted(extra.key) + " " + extra.json);
    for (std::size_t i = 0; i < piece.pictures.size(); ++i) out.line(picture_line(piece.pictures[i], i));
}

} // namespace

std::string dump(const Piece& piece) {
    Outline out;
    out.line(std::string(name_of(piece.kind)) + " " + quoted(piece.key));
    out.deeper();
    dump_facts(piece, out);
    out.back();
    out.line("body");
    out.deeper();
    dump_blocks(piece.body, out);
    out.back();
    for (std::size_t i = 0; i < piece.notes.size(); ++i) {
        const std::string kind = piece.notes[i].kind == NoteKind::spoiler ? "spoiler " : "";
        out.line("note " + std::to_string(i + 1) + " " + kind + quoted(piece.notes[i].label));
        out.deeper();
        dump_blocks(piece.notes[i].blocks, out);
        out.back();
    }
    return out.take();
}

bool same_content(const Piece& a, const Piece& b) {
    // The dump shows all there is but spans, ordinals and what is behind pictures.
    return std::equal(a.pictures.begin(), a.pictures.end(), b.pictures.begin(), b.pictures.end(), is_same_picture) &&
           dump(a) == dump(b);
}

} // namespace halfstar
