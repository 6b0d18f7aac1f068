#include "read/kinds/listings.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "read/date.h"
#include "read/kinds/cut_words.h"
#include "read/kinds/film_line.h"
#include "read/vocabulary.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_day = 40; ///< bytes: "Wednesday, 14th of December 2019"

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// An hour in a line, and the bytes it takes.
struct Hour {
    std::string time; ///< "19:30"
    std::size_t begin = 0, end = 0;
};

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "7.30pm", "19:30", "7 pm", "19h30", "19.30 Uhr", beginning at `at`.
std::optional<Hour> hour_at(std::string_view words, std::size_t at) {
    std::size_t i = at;
    int hour = 0, minute = 0;
    for (; i < words.size() && is_digit(words[i]) && i < at + 2; ++i) hour = hour * 10 + (words[i] - '0');
    if (i == at || (at > 0 && is_digit(words[at - 1]))) return std::nullopt;
    bool minutes = false;
    if (i + 2 < words.size() && (words[i] == ':' || words[i] == '.' || words[i] == 'h') && is_digit(words[i + 1]) &&
        is_digit(words[i + 2]) && (i + 3 == words.size() || !is_digit(words[i + 3]))) {
        minute = (words[i + 1] - '0') * 10 + (words[i + 2] - '0');
        i += 3;
        minutes = true;
    }
    const std::string after = ascii_lower(words.substr(i, 5));
    const std::string tight = after.starts_with(" ") ? after.substr(1) : after;
    const std::size_t space = after.size() - tight.size();
    bool named = false;
    for (const std::string_view half : {"am", "pm"}) {
        if (!tight.starts_with(half)) continue;
        if (half == "pm" && hour < 12) hour += 12;
        if (half == "am" && hour == 12) hour = 0;
        i += space + 2;
        named = true;
    }
    if (!named && tight.starts_with("uhr")) i += space + 3, named = true;
    if ((!minutes && !named) || hour > 24 || minute > 59) return std::nullopt;
    return Hour{two_digits(hour % 24) + ":" + two_digits(minute), at, i};
}

/// The hour, and its words beside those of the day.
void set_hour(Date& date, const Hour& hour, std::string_view words) {
    date.time = hour.time;
    const std::string_view written = words.substr(hour.begin, hour.end - hour.begin);
    if (written != hour.time) date.written += ", " + std::string(written);
}

std::optional<Hour> first_hour(std::string_view words) {
    for (std::size_t at = 0; at < words.size() && at < longest_day + 8; ++at)
        if (is_digit(words[at]) && (at == 0 || !is_digit(words[at - 1])))
            if (auto hour = hour_at(words, at)) return hour;
    return std::nullopt;
}

std::string_view without_marks(std::string_view words) {
    static constexpr std::array<std::string_view, 7> marks = {",", ":", "—", "–", "-", "|", "·"};
    for (bool found = true; found;) {
        found = false;
        words = trim_unicode(words);
        for (const std::string_view mark : marks) {
            if (words.starts_with(mark)) words.remove_prefix(mark.size()), found = true;
            if (words.ends_with(mark)) words.remove_suffix(mark.size()), found = true;
        }
    }
    return words;
}

/// Reads days, those without a year by the day on which the piece appeared.
class Days {
public:
    explicit Days(const Piece& piece) {
        if (piece.published) known_ = piece.published->value;
        else if (piece.seen) known_ = piece.seen->value;
    }

    std::optional<Date> read(std::string_view words) const {
        words = without_marks(words);
        if (words.empty() || words.size() > longest_day) return std::nullopt;
        if (auto date = read_date(words); date && date->day > 0) return date;
        if (known_.year == 0) return std::nullopt;
        auto date = read_date(std::string(words) + " " + std::to_string(known_.year));
        if (!date || date->day == 0) return std::nullopt;
        // A programme of December announces January.
        if (known_.month - date->month > 6) ++date->year;
        date->written = std::string(words);
        return date;
    }

private:
    Date known_;
};

/// A showing as it was read, before it is put into the piece.
struct Found {
    Date date;
    std::string venue;
    Work film;
    Inlines title, words;
    Span span;
};

/// "The Gaiety, 35 mm" behind a film: the house, and where the rest begins.
struct Behind {
    std::string venue;
    std::size_t rest = 0;
};

Behind behind_film(std::string_view words, std::size_t from) {
    std::size_t at = from;
    for (const std::string_view mark : {" at ", " @ ", ", ", " — ", " – ", " - ", " | ", ". "})
        if (words.substr(at).starts_with(mark)) {
            at += mark.size();
            break;
        }
    if (at == from) return {{}, from};
    std::size_t end = at;
    while (end < words.size() && words[end] != ',' && words[end] != '|' && words[end] != '(' && words[end] != '.') ++end;
    const std::string_view venue = trim_unicode(words.substr(at, end - at));
    while (end < words.size() && (words[end] == ',' || words[end] == '|' || words[end] == ' ' || words[end] == '.')) ++end;
    return {std::string(venue), end};
}

/// `Sat 14 Dec, 19:30 — Stalker (1979), The Gaiety, 35 mm`; without its day where `day` is known.
std::optional<Found> read_line(const Inlines& line, const Days& days, const std::optional<Date>& day, Span span) {
    const std::string words = plain_text(line);
    const auto hour = first_hour(words);
    if (!hour) return std::nullopt;
    Found found;
    found.span = span;
    const std::string_view before = without_marks(std::string_view(words).substr(0, hour->begin));
    const std::optional<Date> own = before.empty() ? day : days.read(before);
    if (!own) return std::nullopt;
    found.date = *own;
    set_hour(found.date, *hour, words);
    const std::string_view rest = without_marks(std::string_view(words).substr(hour->end));
    const auto begin = static_cast<std::size_t>(rest.data() - words.data());
    std::size_t end = begin;
    while (end < words.size()) {
        const std::string_view here = std::string_view(words).substr(end);
        if (words[end] == ',' || words[end] == '(' || words[end] == '|' || here.starts_with(" @ ") || here.starts_with(" at ") ||
            here.starts_with(" — ") || here.starts_with(" – ") || here.starts_with(" - "))
            break;
        ++end;
    }
    found.film.title.value = std::string(trim_unicode(std::string_view(words).substr(begin, end - begin)));
    found.film.title.span = span;
    found.title = cut_words(line, begin, end);
    if (found.title.empty() || found.film.title.value.empty()) return std::nullopt;
    while (end < words.size() && words[end] == ' ' && words[end + 1] == '(') ++end;
    end += read_film_facts(std::string_view(words).substr(end), 0, found.film);
    const Behind behind = behind_film(words, end);
    found.venue = behind.venue;
    found.words = cut_words(line, behind.rest, words.size());
    return found;
}

enum class Head : std::uint8_t { other, date, time, film, venue, year, remark };

Head head_of(std::string_view words) {
    struct Row {
        Head head;
        std::string_view words;
    };
    static constexpr std::array<Row, 6> rows = {{
        {Head::date, " date day datum tag fecha día data giorno jour gün tarih when wann cuándo "},
        {Head::time, " time hour uhr uhrzeit zeit heure hora ora orario saat start begins "},
        {Head::film, " film movie title titel titre título titolo filme película picture "},
        {Head::venue, " venue cinema screen where kino saal salle sala ort lieu lugar luogo theatre theater house sinema "},
        {Head::year, " year jahr année año anno ano yıl "},
        {Head::remark, " note notes remark remarks info details notiz hinweis nota notas note: comment bemerkung "},
    }};
    const std::string folded = " " + fold_word(words) + " ";
    for (const Row& row : rows)
        if (row.words.find(folded) != std::string_view::npos) return row.head;
    return Head::other;
}

class ShowingTaker {
public:
    explicit ShowingTaker(Piece& piece) : piece_(piece), days_(piece) {}

    void take() {
        Blocks taken;
        for (Block& block : std::exchange(piece_.body, {})) {
            if (take_day(block)) {
                waiting_ = std::move(block);
                continue;
            }
            auto found = read(block);
            if (found.empty()) {
                restore(taken);
                day_.reset();
                taken.push_back(std::move(block));
                continue;
            }
            waiting_.reset();
            add(taken, std::move(found), block.span);
        }
        restore(taken);
        piece_.body = std::move(taken);
    }

private:
    /// A heading that is a day. It is put back when no showings follow.
    bool take_day(const Block& block) {
        const auto* heading = std::get_if<Heading>(&block.node);
        if (heading == nullptr || waiting_) return false;
        const auto day = days_.read(plain_text(heading->inlines));
        if (!day) return false;
        day_ = day;
        return true;
    }

    void restore(Blocks& taken) {
        if (waiting_) taken.push_back(std::move(*waiting_));
        waiting_.reset();
    }

    std::vector<Found> read(const Block& block) {
        if (const auto* table = std::get_if<Table>(&block.node)) return read_table(*table);
        if (const auto* list = std::get_if<List>(&block.node)) return read_list(*list);
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) return read_paragraph(*paragraph, block.span);
        return {};
    }

    std::vector<Found> read_list(const List& list) {
        std::vector<Found> all;
        for (const ListItem& item : list.items) {
            const auto* paragraph = item.blocks.size() == 1 ? std::get_if<Paragraph>(&item.blocks[0].node) : nullptr;
            auto found = paragraph == nullptr ? std::nullopt : read_line(paragraph->inlines, days_, day_, item.blocks[0].span);
            if (!found) return {};
            all.push_back(std::move(*found));
        }
        return all;
    }

    std::vector<Found> read_paragraph(const Paragraph& paragraph, Span span) {
        std::vector<Found> all;
        Inlines left = paragraph.inlines;
        while (!left.empty()) {
            FirstLine cut = first_line(left);
            auto found = read_line(cut.line, days_, day_, span);
            if (!found) return {};
            all.push_back(std::move(*found));
            left = std::move(cut.rest);
        }
        return all;
    }

    std::vector<Found> read_table(const Table& table) {
        std::vector<Head> heads;
        std::vector<std::string> names;
        for (const Cell& cell : table.head) {
            names.emplace_back(trim_unicode(plain_text(cell.inlines)));
            heads.push_back(head_of(names.back()));
        }
        const auto has = [&](Head head) { return std::find(heads.begin(), heads.end(), head) != heads.end(); };
        if (!has(Head::film) || (!has(Head::date) && !(day_ && has(Head::time))) || !table.caption.empty()) return {};
        std::vector<Found> all;
        for (const std::vector<Cell>& row : table.rows) {
            auto found = read_row(row, heads, names, all.empty() ? nullptr : &all.back().date);
            if (!found) return {};
            all.push_back(std::move(*found));
        }
        return all;
    }

    /// A cell of days that is empty means the day of the row above.
    std::optional<Found> read_row(const std::vector<Cell>& row, const std::vector<Head>& heads,
                                  const std::vector<std::string>& names, const Date* above) {
        Found found;
        std::optional<Date> day = above != nullptr ? std::optional(*above) : day_;
        if (above != nullptr) day->time.clear(), day->written = above_day_;
        std::optional<Hour> hour;
        std::string hour_words;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string words(trim_unicode(plain_text(row[i].inlines)));
            if (found.span.source == 0) found.span = row[i].span;
            if (words.empty()) continue;
            switch (heads[i]) {
            case Head::date: {
                if (const auto own = first_hour(words)) hour = own, hour_words = words;
                day = days_.read(hour ? std::string_view(words).substr(0, hour->begin) : std::string_view(words));
                if (!day) return std::nullopt;
                break;
            }
            case Head::time: {
                hour = hour_at(words, 0);
                hour_words = words;
                if (!hour || hour->end != words.size()) return std::nullopt;
                break;
            }
            case Head::film: {
                const auto line = read_film_line(words, 0);
                if (!line || !line->rank.empty()) {
                    found.film.title.value = words;
                    found.title = cut_words(row[i].inlines, 0, plain_text(row[i].inlines).size());
                } else {
                    found.film = line->film;
                    found.title = cut_words(row[i].inlines, line->title_begin, line->title_end);
                }
                break;
            }
            case Head::venue: found.venue = words; break;
            case Head::year:
                if (words.size() != 4 || !std::all_of(words.begin(), words.end(), is_digit)) return std::nullopt;
                found.film.year = std::stoi(words);
                break;
            case Head::remark:
            case Head::other:
                if (!found.words.empty()) found.words.push_back({Text{"; "}, row[i].span});
                if (heads[i] == Head::other && !names[i].empty()) found.words.push_back({Text{names[i] + ": "}, row[i].span});
                found.words.insert(found.words.end(), row[i].inlines.begin(), row[i].inlines.end());
                break;
            }
        }
        if (!day || found.title.empty()) return std::nullopt;
        tidy_inlines(found.words);
        found.date = *day;
        above_day_ = day->written;
        if (hour) set_hour(found.date, *hour, hour_words);
        return found;
    }

    void add(Blocks& taken, std::vector<Found> all, Span span) {
        Showings* open = taken.empty() ? nullptr : std::get_if<Showings>(&taken.back().node);
        if (open == nullptr) {
            taken.push_back({Showings{}, span, 0});
            open = std::get_if<Showings>(&taken.back().node);
        }
        taken.back().span.end = std::max(taken.back().span.end, span.end);
        for (Found& found : all) {
            Showing showing;
            showing.screening = static_cast<std::uint32_t>(piece_.screenings.size());
            showing.title = std::move(found.title);
            showing.words = std::move(found.words);
            showing.span = found.span;
            piece_.screenings.push_back({std::move(found.date), std::move(found.venue), film(std::move(found.film))});
            open->showings.push_back(std::move(showing));
        }
    }

    /// A film that is shown several times is listed once.
    std::uint32_t film(Work work) {
        const auto same = [&](const Work& one) { return one.title.value == work.title.value && one.year == work.year; };
        const auto found = std::find_if(piece_.listed.begin(), piece_.listed.end(), same);
        const auto index = static_cast<std::uint32_t>(found - piece_.listed.begin());
        if (found == piece_.listed.end()) piece_.listed.push_back(std::move(work));
        return index;
    }

    Piece& piece_;
    Days days_;
    std::optional<Date> day_;
    std::string above_day_; ///< the day of a table's last row as it was written
    std::optional<Block> waiting_; ///< a heading that is a day, until showings follow
};

} // namespace

void take_showings(Piece& piece) { ShowingTaker(piece).take(); }

} // namespace halfstar::reading
