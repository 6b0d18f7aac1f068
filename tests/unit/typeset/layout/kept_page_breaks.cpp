// Page breaks that are kept are those of just this galley, with just these alternatives and measures.
#include "typeset/layout/kept_page_breaks.h"

#include "typeset/layout/page_question.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::breaking;

namespace {

constexpr std::size_t plenty = 1u << 20;

Length points(int count) { return Length::points(count); }

struct Question {
    std::vector<Slab> galley;
    std::vector<Alternative> alternatives;
    PageMeasures measures;
};

/// Forty lines, of which five may be set in four, on pages of twelve.
Question forty_lines() {
    Question question;
    Slab line;
    line.height = points(12);
    line.space_before = points(1);
    question.galley.assign(40, line);
    question.galley[7].notes = 1;
    question.alternatives.push_back({20, 25, std::vector<Slab>(4, line), 500});
    question.measures.heights = {points(100), points(160)};
    question.measures.notes = {{points(10), true, true}};
    return question;
}

Pages asked(layout::KeptPageBreaks& kept, const Question& question) {
    return kept.break_pages(question.galley, question.alternatives, question.measures);
}

bool same(const Pages& a, const Pages& b) {
    if (a.chosen != b.chosen || a.breaks.size() != b.breaks.size()) return false;
    for (std::size_t i = 0; i < a.breaks.size(); ++i) {
        const PageBreak &one = a.breaks[i], &other = b.breaks[i];
        if (one.first != other.first || one.last != other.last || one.first_note != other.first_note || one.last_note != other.last_note ||
            one.used != other.used || one.overfull != other.overfull || one.demerits != other.demerits)
            return false;
    }
    return true;
}

/// Each member of the structures is another, and each number of them.
const std::vector<std::function<void(Question&)>> changes = {
    [](Question& q) { q.galley[3].height = points(30); },
    [](Question& q) { q.galley[3].space_before = points(9); },
    [](Question& q) { q.galley[9].head = points(20); },
    [](Question& q) { q.galley[9].penalty = 50; },
    [](Question& q) { q.galley[7].notes = 0; },
    [](Question& q) { q.galley[8].on_grid = true; },
    [](Question& q) { q.galley[8].hyphen = true; },
    [](Question& q) { q.galley[8].source = 7; },
    [](Question& q) { q.galley.pop_back(); },
    [](Question& q) { q.alternatives.clear(); },
    [](Question& q) { q.alternatives[0].first = 15; },
    [](Question& q) { q.alternatives[0].last = 24; },
    [](Question& q) { q.alternatives[0].demerits = 90'000'000; },
    [](Question& q) { q.alternatives[0].slabs.pop_back(); },
    [](Question& q) { q.alternatives[0].slabs[1].height = points(13); },
    [](Question& q) { q.measures.heights = {points(100), points(130)}; },
    [](Question& q) { q.measures.heights = {points(100), points(160), points(160)}; },
    [](Question& q) { q.measures.grid = points(12); },
    [](Question& q) { q.measures.foot_rule = points(40); },
    [](Question& q) { q.measures.notes[0].height = points(50); },
    [](Question& q) { q.measures.notes[0].opens = false; },
    [](Question& q) { q.measures.notes[0].may_part = false; },
    [](Question& q) { q.measures.notes.push_back({points(90), true, true}); },
    [](Question& q) { q.measures.pending_notes = 1; },
    [](Question& q) { q.measures.short_last_page_demerits = 77; },
    [](Question& q) { q.measures.last_page_minimum = points(150); },
    [](Question& q) { q.measures.hyphen_demerits = 3; },
    [](Question& q) { q.measures.turn_hyphen_demerits = 5; },
    [](Question& q) { q.measures.parted_note_demerits = 6; },
    [](Question& q) { q.measures.sheet_demerits = 1'000; },
    [](Question& q) { q.measures.columns = 2; },
    [](Question& q) { q.measures.level_with = 2; },
    [](Question& q) { q.measures.level_first = 1; },
    [](Question& q) { q.measures.uneven_weight = 900; },
    [](Question& q) { q.measures.uneven_limit = 3; },
};

/// There is a line of notes for each that is asked for.
bool is_sound(const Question& question) {
    std::size_t lines = question.measures.pending_notes;
    for (const Slab& slab : question.galley) lines += slab.notes;
    return lines <= question.measures.notes.size();
}

std::string written(const Question& question) { return layout::page_question(question.galley, question.alternatives, question.measures); }

} // namespace

TEST_CASE("whatever is another in a question, it is another question") {
    std::set<std::string> questions = {written(forty_lines())};
    for (const auto& change : changes) {
        Question other = forty_lines();
        change(other);
        CHECK(questions.insert(written(other)).second);
    }
}

TEST_CASE("pages are broken once as long as somebody asks for them") {
    layout::KeptPageBreaks kept(plenty);
    const Question question = forty_lines();
    CHECK(!kept.knows(written(question)));
    asked(kept, question);
    CHECK(kept.knows(written(question)));
    kept.forget_unused();
    kept.forget_unused();
    CHECK(!kept.knows(written(question)));
}

TEST_CASE("pages are broken as they are without anything kept, the first time and later") {
    layout::KeptPageBreaks kept(plenty);
    for (int round = 0; round < 2; ++round) {
        Question question = forty_lines();
        CHECK(same(asked(kept, question), break_pages(question.galley, question.alternatives, question.measures)));
        for (const auto& change : changes) {
            Question other = forty_lines();
            change(other);
            if (is_sound(other)) CHECK(same(asked(kept, other), break_pages(other.galley, other.alternatives, other.measures)));
        }
        kept.forget_unused();
    }
}

TEST_CASE("what has no room is not kept, and is broken all the same") {
    layout::KeptPageBreaks none(10);
    const Question question = forty_lines();
    for (int i = 0; i < 2; ++i) CHECK(same(asked(none, question), break_pages(question.galley, question.alternatives, question.measures)));
}
