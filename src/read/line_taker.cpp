#include "read/line_taker.h"

#include "foundation/data/syntaxes.h"
#include "read/rating.h"
#include "read/rating_remark.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::reading {

namespace {

/// Takes labels on a copy of the facts; only when each was taken does the copy count.
class LineTaker {
public:
    LineTaker(const Facts& facts, Diagnostics& diagnostics) : trial_(facts), diagnostics_(diagnostics) {}

    bool take(const LabelLine& line) { return take(line, read_labels(line)); }

    /// The same, where the line's labels have been read.
    bool take(const LabelLine& line, const std::vector<Label>& labels) {
        if (labels.empty()) return continues(line);
        for (const Label& label : labels)
            if (!take(label, line)) return false;
        keep_links(line, labels.front());
        return true;
    }

    /// Whether a label still waits for its names.
    bool waits() const { return open_ && !filled_; }

    void commit(Facts& facts) {
        facts = std::move(trial_);
        for (const auto& [span, written] : outside_scale_)
            diagnostics_.report(Code::rating_outside_scale, span, {written});
    }

private:
    bool take(const Label& label, const LabelLine& line) {
        open_.reset();
        if (label.value.empty()) {
            if (!names_people(label.meaning)) return false;
            open_ = label.meaning;
            filled_ = false;
            return true;
        }
        if (!value_fits(label)) return take_address(label, line);
        if (!take_value(label.meaning, label.value, line.span)) return false;
        const bool rates = label.meaning.field == Field::rating || label.meaning.field == Field::score;
        if (rates && !read_rating(label.value).rating && split_remark(label.value)) trial_.remarked.push_back({line.text, line.span});
        return true;
    }

    /// The ids of a film are often a link whose words are only "IMDb".
    bool take_address(const Label& label, const LabelLine& line) {
        if (line.links.size() != 1) return false;
        const Label address{label.meaning, line.links.front().second};
        const Field field = label.meaning.field;
        const bool id = field == Field::imdb || field == Field::tmdb || field == Field::letterboxd;
        return id && value_fits(address) && take_value(label.meaning, address.value, line.span);
    }

    bool take_value(const Meaning& meaning, const std::string& text, Span span) {
        const Value value{Scalar{text, true}, span, span};
        const Answer answer = take_fact(trial_, meaning, value);
        if (answer.outcome != Outcome::outside_scale) return answer.outcome == Outcome::taken;
        outside_scale_.emplace_back(span, text);
        keep_extra(trial_, meaning.label.empty() ? "rating" : meaning.label, value);
        return true;
    }

    /// A line of names under a label that names people: `Name _(Role)_<br>`.
    bool continues(const LabelLine& line) {
        if (!open_ || !line.plain || line.text.empty() || is_bare_rating(line.text)) return false;
        if (!value_fits({*open_, line.text})) return false;
        filled_ = true;
        return take_value(*open_, line.text, line.span);
    }

    /// A credit holds no address: what a label linked to is kept beside the facts.
    void keep_links(const LabelLine& line, const Label& label) {
        for (const auto& [words, url] : line.links)
            if (label.value != url && label.meaning.field != Field::imdb && label.meaning.field != Field::tmdb &&
                label.meaning.field != Field::letterboxd)
                trial_.extras.push_back({"link " + words, json_string(url), line.span});
    }

    Facts trial_;
    Diagnostics& diagnostics_;
    std::optional<Meaning> open_;
    bool filled_ = true;
    std::vector<std::pair<Span, std::string>> outside_scale_;
};

} // namespace

bool take_lines(std::span<const LabelLine> lines, Facts& facts, Diagnostics& diagnostics) {
    // Prose is told by its first line, before the facts are copied.
    if (lines.empty()) return false;
    const auto labels = read_labels(lines.front());
    if (labels.empty()) return false;
    LineTaker taker(facts, diagnostics);
    if (!taker.take(lines.front(), labels)) return false;
    for (const LabelLine& line : lines.subspan(1))
        if (!taker.take(line)) return false;
    if (taker.waits()) return false;
    taker.commit(facts);
    return true;
}

} // namespace halfstar::reading
