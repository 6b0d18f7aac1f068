#include "read/kinds/dialogue.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"
#include "read/kinds/cut_words.h"
#include "read/vocabulary.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_name = 40; ///< code points
constexpr std::size_t most_words = 4;
constexpr int least_turns = 4; ///< before a piece of unknown kind is an interview

/// `Ada Quill: Because.` as bytes of the plain words.
struct Opening {
    std::string name;
    std::size_t name_end = 0;
    std::size_t words = 0;
    bool marked = false; ///< set apart, in capitals, or a letter that everyone knows
};

bool is_question_mark(std::string_view folded) {
    static constexpr std::array<std::string_view, 14> words = {"q",       "question", "interviewer", "interview", "frage", "f",   "p",
                                                               "pregunta", "domanda",  "d",           "pergunta",  "soru",  "s", "host"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool is_answer_mark(std::string_view folded) {
    static constexpr std::array<std::string_view, 12> words = {"a",        "answer",  "antwort",  "r",     "respuesta", "réponse",
                                                               "risposta", "resposta", "cevap",   "guest", "c",         "rep"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool is_all_capitals(std::string_view name) {
    return unicode::upper(name, "en") == name && unicode::lower(name, "en") != name;
}

bool begins_with_capital(std::string_view name) {
    return !name.empty() && unicode::category(utf8::decode(name, 0).code_point) == unicode::Category::uppercase;
}

/// Whether words can be the name before a colon: few, without the marks of a sentence.
bool may_speak(std::string_view name) {
    if (name.empty() || utf8::count(name) > longest_name || split(name, ' ').size() > most_words) return false;
    return begins_with_capital(name) && name.find_first_of(".?!,;\"") == std::string_view::npos;
}

/// Whether the first words that are set apart are all of `name`, with or without the colon.
bool is_set_apart(const Inlines& inlines, std::string_view name) {
    if (inlines.empty()) return false;
    const auto* styled = std::get_if<Styled>(&inlines.front().node);
    if (styled == nullptr) return false;
    std::string words(trim_unicode(plain_text(styled->children)));
    if (words.ends_with(':')) words.pop_back();
    return trim_unicode(words) == name;
}

std::optional<Opening> opening_of(const Inlines& inlines) {
    const std::string words = plain_text(inlines);
    const std::size_t colon = words.find(':');
    if (colon == std::string::npos || colon > 4 * longest_name) return std::nullopt;
    Opening opening;
    opening.name = std::string(trim_unicode(std::string_view(words).substr(0, colon)));
    opening.name_end = colon;
    opening.words = colon + 1;
    if (!may_speak(opening.name)) return std::nullopt;
    const std::string folded = fold_word(opening.name);
    opening.marked = is_set_apart(inlines, opening.name) || is_all_capitals(opening.name) || is_question_mark(folded) ||
                     is_answer_mark(folded);
    return opening;
}

/// Cuts paragraphs of which each line begins with a name into one for each.
void part_lines(Blocks& body, const std::set<std::string>& speakers) {
    Blocks parted;
    for (Block& block : body) {
        auto* paragraph = std::get_if<Paragraph>(&block.node);
        if (paragraph == nullptr) {
            parted.push_back(std::move(block));
            continue;
        }
        Inlines left = std::move(paragraph->inlines), gathered;
        const Span span = block.span;
        while (!left.empty()) {
            FirstLine cut = first_line(left);
            const auto opening = opening_of(cut.line);
            if (opening && speakers.contains(opening->name) && !gathered.empty())
                parted.push_back({Paragraph{std::move(gathered)}, span, 0}), gathered = {};
            if (!gathered.empty()) gathered.push_back({SoftBreak{}, span});
            std::move(cut.line.begin(), cut.line.end(), std::back_inserter(gathered));
            left = std::move(cut.rest);
        }
        tidy_inlines(gathered);
        if (!gathered.empty()) parted.push_back({Paragraph{std::move(gathered)}, span, 0});
    }
    body = std::move(parted);
}

/// Who speaks in a body, and how often.
class Speakers {
public:
    explicit Speakers(const Blocks& body) {
        for (const Block& block : body) {
            const auto* paragraph = std::get_if<Paragraph>(&block.node);
            if (paragraph == nullptr) continue;
            ++paragraphs_;
            Inlines left = paragraph->inlines;
            for (bool first = true; !left.empty(); first = false) {
                FirstLine cut = first_line(left);
                if (const auto opening = opening_of(cut.line)) note(*opening, first);
                left = std::move(cut.rest);
            }
        }
    }

    /// Those whose name stands before several turns; of a piece that is known to be an interview also those
    /// that are set apart once.
    std::set<std::string> names(bool is_interview) const {
        std::set<std::string> names;
        for (const auto& [name, count] : turns_)
            if (count > 1 || (is_interview && marked_.contains(name))) names.insert(name);
        return names;
    }
    int turns_of(const std::set<std::string>& names) const {
        int all = 0;
        for (const std::string& name : names) all += turns_.at(name);
        return all;
    }
    int paragraphs() const { return paragraphs_; }
    const std::string& first() const { return first_; }

private:
    void note(const Opening& opening, bool begins_paragraph) {
        if (!begins_paragraph && !turns_.contains(opening.name) && !opening.marked) return;
        if (first_.empty()) first_ = opening.name;
        ++turns_[opening.name];
        if (opening.marked) marked_.insert(opening.name);
    }

    std::map<std::string, int> turns_;
    std::set<std::string> marked_;
    std::string first_;
    int paragraphs_ = 0;
};

/// Whether a name is the author's, or stands for it by its first letters.
bool stands_for(std::string_view name, const std::string& author) {
    if (unicode::lower(name, "en") == unicode::lower(author, "en")) return true;
    std::string initials;
    for (const std::string_view word : split(author, ' ')) {
        if (word == name) return true;
        if (!word.empty()) initials += word.substr(0, utf8::decode(word, 0).length);
    }
    return initials.size() > 1 && initials == name;
}

class DialogueTaker {
public:
    DialogueTaker(const std::set<std::string>& speakers, std::set<std::string> asking)
        : speakers_(speakers), asking_(std::move(asking)) {}

    void take(Blocks& body) {
        Blocks taken;
        for (Block& block : body) {
            if (ends_conversation(block)) {
                close(taken);
                taken.push_back(std::move(block));
            } else if (auto turn = turn_of(block)) {
                dialogue_.turns.push_back(std::move(*turn));
                span_ = dialogue_.turns.size() == 1 ? block.span : Span{span_.source, span_.begin, block.span.end};
            } else if (!dialogue_.turns.empty()) {
                dialogue_.turns.back().blocks.push_back(std::move(block));
            } else {
                taken.push_back(std::move(block));
            }
        }
        close(taken);
        body = std::move(taken);
    }

private:
    static bool ends_conversation(const Block& block) {
        return std::holds_alternative<Heading>(block.node) || std::holds_alternative<Break>(block.node);
    }

    void close(Blocks& taken) {
        if (!dialogue_.turns.empty()) taken.push_back({std::move(dialogue_), span_, 0});
        dialogue_ = {};
    }

    std::optional<Turn> turn_of(const Block& block) const {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        if (paragraph == nullptr) return std::nullopt;
        const auto opening = opening_of(paragraph->inlines);
        if (!opening || !speakers_.contains(opening->name)) return std::nullopt;
        Turn turn;
        turn.voice = asking_.contains(opening->name) ? Voice::question : Voice::answer;
        turn.speaker = {Inline{Text{opening->name}, block.span}};
        turn.span = block.span;
        const std::string words = plain_text(paragraph->inlines);
        if (Inlines said = cut_words(paragraph->inlines, opening->words, words.size()); !said.empty())
            turn.blocks.push_back({Paragraph{std::move(said)}, block.span, 0});
        return turn;
    }

    const std::set<std::string>& speakers_;
    std::set<std::string> asking_;
    Dialogue dialogue_;
    Span span_;
};

std::set<std::string> those_who_ask(const std::set<std::string>& speakers, const std::string& first,
                                    const std::vector<std::string>& authors) {
    std::set<std::string> asking;
    for (const std::string& name : speakers) {
        const bool author = std::any_of(authors.begin(), authors.end(), [&](const std::string& a) { return stands_for(name, a); });
        if (author || is_question_mark(fold_word(name))) asking.insert(name);
    }
    if (asking.empty() && speakers.size() == 2) asking.insert(first);
    return asking;
}

} // namespace

bool take_dialogue(Blocks& body, const std::optional<PieceKind>& kind, const std::vector<std::string>& authors) {
    if (kind && *kind != PieceKind::interview) return false;
    const Speakers heard(body);
    const std::set<std::string> names = heard.names(kind.has_value());
    if (names.size() < 2) return false;
    const int turns = heard.turns_of(names);
    if (!kind && (turns < least_turns || turns * 3 < heard.paragraphs() * 2)) return false;
    part_lines(body, names);
    DialogueTaker(names, those_who_ask(names, heard.first(), authors)).take(body);
    return true;
}

} // namespace halfstar::reading
