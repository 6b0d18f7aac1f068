#include "read/body_labels.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/fact_grids.h"
#include "read/label_lines.h"
#include "read/line_taker.h"
#include "read/rating.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace halfstar::reading {

namespace {

constexpr std::size_t top_blocks = 6;
constexpr std::size_t bottom_blocks = 10;
constexpr std::size_t edge_lines = 40; // of a paragraph that also holds prose

/// Whether a line that ends a sentence stands before labels, so that they cannot be its continuation.
bool ends_sentence(std::string_view line) {
    static constexpr std::array<std::string_view, 13> ends = {".", "!", "?", "…",  "\"", "”", "’",
                                                              "»", ")", "*", "。", "”.", ":"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return line.ends_with(end); });
}

bool begins_sentence(std::string_view line) {
    if (line.empty()) return true;
    const auto kind = unicode::category(utf8::decode(line, 0).code_point);
    return kind != unicode::Category::letter || (static_cast<unsigned char>(line[0]) & 0x80) != 0;
}

/// "My rating", "⭐ Rating", "Verdict".
bool is_rating_label(std::string_view words) {
    LabelLine line;
    line.text = std::string(words) + ": 1/5";
    const auto labels = read_labels(line);
    return labels.size() == 1 && labels[0].meaning.field == Field::rating;
}

/// `Overall: 4/5`, `Total – 8/10`.
bool is_overall(std::string_view line) {
    static constexpr std::array<std::string_view, 10> words = {"rating", "my rating", "overall", "total", "gesamt", "final", "in total", "totale", "insgesamt", "general"};
    const std::string lower = ascii_lower(line);
    return is_score(line) &&
           std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.starts_with(word); });
}

/// Goes over the blocks of a body.
class BodyReader {
public:
    BodyReader(Blocks& body, Facts& facts, LabelPlaces places, Diagnostics& diagnostics)
        : body_(body), facts_(facts), places_(places), diagnostics_(diagnostics) {}

    void read() {
        const std::size_t top = top_end();
        std::vector<Fate> fates(body_.size());
        for (std::size_t i = 0; i < body_.size(); ++i) {
            if (i >= top && (places_ == LabelPlaces::top_only || i + bottom_blocks < body_.size())) continue;
            const std::size_t taken = take_block(i);
            fates[i].remarks = std::exchange(facts_.remarked, {});
            for (std::size_t k = 0; k < taken; ++k)
                fates[i + k].gone = true;
            i += taken > 1 ? taken - 1 : 0;
        }
        remove(fates);
        note_overall_score();
    }

private:
    /// What becomes of a block: whether all of it became facts, and the lines of it that say more than that.
    struct Fate {
        bool gone = false;
        std::vector<Fact<std::string>> remarks;
    };

    /// In pieces that hold several voices or films, labels end where the first section begins.
    std::size_t top_end() const {
        const std::size_t most = std::min(top_blocks, body_.size());
        if (places_ == LabelPlaces::top_and_bottom) return most;
        const auto section = [](const Block& block) {
            const auto* heading = std::get_if<Heading>(&block.node);
            return heading != nullptr && heading->level > 1;
        };
        const auto end = std::find_if(body_.begin(), body_.end(), section);
        return std::min<std::size_t>(static_cast<std::size_t>(end - body_.begin()), 2);
    }

    /// How many blocks from `index` on became facts.
    std::size_t take_block(std::size_t index) {
        Block& block = body_[index];
        if (auto* list = std::get_if<List>(&block.node))
            return take_lines(lines_of(*list)) || take_list(*list, facts_, diagnostics_) ? 1 : 0;
        if (auto* table = std::get_if<Table>(&block.node)) return take_table(*table, facts_, diagnostics_) ? 1 : 0;
        if (auto* definitions = std::get_if<Definitions>(&block.node))
            return take_definitions(*definitions, facts_, diagnostics_) ? 1 : 0;
        if (const auto* heading = std::get_if<Heading>(&block.node)) {
            if (heading->level > 1 && take_heading(*heading)) return 1;
            return take_rating_below(*heading, index) ? 2 : 0;
        }
        auto* paragraph = std::get_if<Paragraph>(&block.node);
        if (paragraph == nullptr) return 0;
        if (take_paragraph(paragraph->inlines)) return 1;
        return take_with_next(index) ? 2 : 0;
    }

    /// `## My rating` with nothing below but the rating, which ends the section.
    bool take_rating_below(const Heading& heading, std::size_t index) {
        if (index + 1 == body_.size()) return false;
        const auto title = label_lines(heading.inlines);
        const auto* paragraph = std::get_if<Paragraph>(&body_[index + 1].node);
        if (paragraph == nullptr || title.size() != 1 || !is_rating_label(title[0].text)) return false;
        const bool ends = index + 2 == body_.size() || std::holds_alternative<Heading>(body_[index + 2].node) ||
                          std::holds_alternative<Break>(body_[index + 2].node);
        const auto lines = label_lines(paragraph->inlines);
        return ends && lines.size() == 1 && is_bare_rating(lines[0].text) && take_lines(lines);
    }

    /// A list of part scores stays where it is; the one that is called the overall one is also the rating.
    void note_overall_score() {
        if (facts_.work.rating) return;
        for (const Block& block : body_) {
            const auto* list = std::get_if<List>(&block.node);
            if (list == nullptr || list->items.size() < 2) continue;
            const auto lines = lines_of(*list);
            const auto scored = [](const LabelLine& line) { return is_score(line.text); };
            if (std::count_if(lines.begin(), lines.end(), scored) < 2) continue;
            for (const LabelLine& line : lines)
                if (is_overall(line.text) && take_lines(std::span(&line, 1))) return;
        }
    }

    /// `Cast:` alone, with the names in the block that follows.
    bool take_with_next(std::size_t index) {
        if (index + 1 == body_.size()) return false;
        auto lines = label_lines(std::get_if<Paragraph>(&body_[index].node)->inlines);
        if (lines.empty() || !lines.back().text.ends_with(':')) return false;
        std::vector<LabelLine> next;
        if (const auto* list = std::get_if<List>(&body_[index + 1].node)) next = lines_of(*list);
        if (const auto* names = std::get_if<Paragraph>(&body_[index + 1].node)) next = label_lines(names->inlines);
        if (next.empty()) return false;
        std::move(next.begin(), next.end(), std::back_inserter(lines));
        return take_lines(lines);
    }

    static std::vector<LabelLine> lines_of(const List& list) {
        std::vector<LabelLine> lines;
        for (const ListItem& item : list.items) {
            const auto* paragraph = item.blocks.size() == 1 ? std::get_if<Paragraph>(&item.blocks[0].node) : nullptr;
            if (paragraph == nullptr) return {};
            for (LabelLine& line : joined_lines(label_lines(paragraph->inlines)))
                lines.push_back(std::move(line));
        }
        return lines;
    }

    /// Takes all lines, or those at the end or the beginning; true when none is left.
    bool take_paragraph(Inlines& inlines) {
        unwrap(inlines);
        const auto lines = joined_lines(label_lines(inlines));
        if (take_lines(lines)) return true;
        if (lines.size() < 2) return false;
        const std::size_t first = first_of_end(lines);
        if (first < lines.size()) {
            std::size_t cut = lines[first].begin;
            while (cut > 0 && is_line_end(inlines[cut - 1]))
                --cut;
            inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(cut), inlines.end());
        }
        if (const std::size_t last = last_of_beginning(std::span(lines).first(first)); last > 0)
            inlines.erase(inlines.begin(), inlines.begin() + static_cast<std::ptrdiff_t>(lines[last].begin));
        return inlines.empty();
    }

    static bool is_line_end(const Inline& node) {
        return std::holds_alternative<SoftBreak>(node.node) || std::holds_alternative<HardBreak>(node.node);
    }

    /// A paragraph that is one emphasis with line ends inside is its lines emphasised.
    static void unwrap(Inlines& inlines) {
        if (inlines.size() != 1) return;
        auto* styled = std::get_if<Styled>(&inlines[0].node);
        if (styled == nullptr || std::none_of(styled->children.begin(), styled->children.end(), is_line_end)) return;
        if (read_labels(label_lines(styled->children).front()).empty()) return;
        Inlines children = std::move(styled->children);
        inlines = std::move(children);
    }

    bool take_lines(std::span<const LabelLine> lines) { return reading::take_lines(lines, facts_, diagnostics_); }

    /// The first of the lines at the end that are all labels; they have left the body's words when it is one.
    std::size_t first_of_end(const std::vector<LabelLine>& lines) {
        for (std::size_t first = lines.size() - std::min(lines.size() - 1, edge_lines); first < lines.size(); ++first) {
            if (read_labels(lines[first]).empty()) continue;
            const LabelLine& before = lines[first - 1];
            const bool parted = before.ended_by == LineEnd::hard || ends_sentence(before.text);
            if (parted && begins_sentence(lines[first].text) && take_lines(std::span(lines).subspan(first)))
                return first;
        }
        return lines.size();
    }

    /// One behind the last of the lines at the beginning that are all labels.
    std::size_t last_of_beginning(std::span<const LabelLine> lines) {
        if (lines.empty() || read_labels(lines.front()).empty()) return 0;
        for (std::size_t last = std::min(lines.size() - 1, edge_lines); last > 0; --last) {
            const bool parted = lines[last - 1].ended_by == LineEnd::hard || begins_sentence(lines[last].text);
            if (parted && take_lines(lines.first(last))) return last;
        }
        return 0;
    }

    /// `## Rating: 4/5`: only a rating or a credit is set as large as this.
    bool take_heading(const Heading& heading) {
        const auto lines = label_lines(heading.inlines);
        if (lines.size() != 1) return false;
        const auto labels = read_labels(lines[0]);
        const auto fits = [](const Label& label) {
            const Field field = label.meaning.field;
            return (field == Field::rating || field == Field::credit) && !label.value.empty();
        };
        if (labels.empty() || !std::all_of(labels.begin(), labels.end(), fits)) return false;
        return take_lines(lines);
    }

    /// Takes out the blocks that became facts, and a break that now stands at the body's end or beginning.
    void remove(const std::vector<Fate>& fates) {
        Blocks kept;
        kept.reserve(body_.size());
        for (std::size_t i = 0; i < body_.size(); ++i) {
            if (!fates[i].gone) kept.push_back(std::move(body_[i]));
            for (const auto& [line, span] : fates[i].remarks)
                kept.push_back({Paragraph{{Inline{Text{line}, span}}}, span});
        }
        const auto went = [](const Fate& fate) { return fate.gone && fate.remarks.empty(); };
        const bool first_gone = !fates.empty() && went(fates.front()), last_gone = !fates.empty() && went(fates.back());
        const auto is_break = [](const Block& block) { return std::holds_alternative<Break>(block.node); };
        if (first_gone && !kept.empty() && is_break(kept.front())) kept.erase(kept.begin());
        if (last_gone && !kept.empty() && is_break(kept.back())) kept.pop_back();
        body_ = std::move(kept);
    }

    Blocks& body_;
    Facts& facts_;
    LabelPlaces places_;
    Diagnostics& diagnostics_;
};

} // namespace

void take_body_labels(Blocks& body, Facts& facts, LabelPlaces places, Diagnostics& diagnostics) {
    BodyReader(body, facts, places, diagnostics).read();
}

} // namespace halfstar::reading
