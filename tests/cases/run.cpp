// Reads the inputs of cases and compares what came out with what the case says (case_file.h has the form).
//
//     cases CASE...             exit 1 and the difference where a case does not hold
//     cases --update CASE...    writes what came out into the expectations that are there; read the difference
//     cases --table CASE...     the shapes and how each came out, as a Markdown table
//
// An input without a section of diagnostics must give none. Only what stands behind an input in a section is
// compared, and every input has at least one.
#include "backends/html/fragment.h"
#include "case_file.h"
#include "document/dump_body.h"
#include "document/tree.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"
#include "read/read.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

namespace halfstar::cases {
namespace {

/// How the inputs of a case are read.
struct Settings {
    ReadOptions options;
    bool plain = false; ///< CommonMark alone, without a piece around it
};

Settings settings_of(std::string_view words) {
    Settings settings;
    for (const std::string_view word : split(words, ' ')) {
        if (word == "plain") settings.plain = settings.options.allow_raw_html = true;
        if (word == "no-smart") settings.options.smart_punctuation = false;
        if (word.starts_with("language=")) settings.options.language = word.substr(9);
        if (word.starts_with("best="))
            std::from_chars(word.data() + 5, word.data() + word.size(), settings.options.rating_best);
    }
    return settings;
}

/// The words of blocks, a block a line; line ends within a block are shown as `/`.
std::string words_of(const Blocks& blocks) {
    std::string words;
    for (const Block& block : blocks)
        words += replace_all(plain_text(Blocks{block}), "\n", " / ") + "\n";
    return words;
}

std::string dump_of(const Blocks& blocks) {
    Outline out;
    dump_blocks(blocks, out);
    return out.take();
}

/// The dump's lines from behind the path to before the body, one level out.
std::string facts_of(const Piece& piece) {
    std::string facts;
    std::istringstream lines(dump(piece));
    for (std::string line; std::getline(lines, line) && line != "body";) {
        if (!line.starts_with("  ") && !line.starts_with("review ")) facts += line.substr(0, line.find(' ')) + "\n";
        if (line.starts_with("  ") && !line.starts_with("  path ")) facts += line.substr(2) + "\n";
    }
    return facts;
}

std::string tree_of(const Piece& piece) {
    const std::string whole = dump(piece);
    return whole.substr(whole.find("\nbody\n") + 6);
}

std::string diagnostics_of(const Diagnostics& diagnostics, std::string text) {
    Sources sources;
    sources.add("", std::move(text));
    std::string lines;
    for (const Diagnostic& one : diagnostics.all()) {
        const auto place = sources.position(1, one.span.begin);
        lines += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                 std::string(code_name(one.code)) + ": " + one.message + "\n";
    }
    return lines;
}

using Outcome = std::map<std::string, std::string, std::less<>>;

Outcome plain_outcome(std::string text, const Settings& settings) {
    Diagnostics diagnostics;
    const Span where{1, 0, static_cast<std::uint32_t>(text.size())};
    const Markdown markdown = read_markdown(text, where, {false, settings.options.allow_raw_html}, diagnostics);
    return {{"body", words_of(markdown.blocks)},
            {"tree", dump_of(markdown.blocks)},
            {"html", html::write_commonmark(markdown.blocks)},
            {"diagnostics", diagnostics_of(diagnostics, std::move(text))}};
}

Outcome outcome_of(const std::string& bytes, const std::string& path, const Settings& settings) {
    if (settings.plain) return plain_outcome(bytes, settings);
    Diagnostics diagnostics;
    const MemoryReader nothing_else;
    auto read = read_piece(bytes, {1, path, "/films", "/films"}, settings.options, nothing_else, diagnostics);
    if (!read) return {{"facts", "rejected\n"}, {"diagnostics", diagnostics_of(diagnostics, {})}};
    const Piece& piece = read->piece;
    std::string broken;
    for (const std::string& fault : check(piece))
        broken += "broken tree: " + fault + "\n";
    return {{"facts", facts_of(piece)},
            {"body", words_of(piece.body)},
            {"tree", tree_of(piece) + broken},
            {"html", html::write_commonmark(piece.body)},
            {"diagnostics", broken + diagnostics_of(diagnostics, std::move(read->text))}};
}

/// What became of a case: its expectations as they should stand, and what differed.
struct Verdict {
    CaseFile file;
    std::size_t inputs = 0;
    std::string faults;
};

void compare(Section& section, const std::string& got, std::size_t input, Verdict& verdict) {
    if (section.text == got) return;
    verdict.faults += "input " + std::to_string(input) + ", " + section.name + "\n--- expected\n" + section.text +
                      "--- got\n" + got;
    section.text = got;
}

Verdict judge(CaseFile file) {
    Verdict verdict{std::move(file), 0, {}};
    Settings settings;
    std::vector<Section>& sections = verdict.file.sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].name == "options") settings = settings_of(sections[i].words);
        if (sections[i].name != "input" && sections[i].name != "escaped") continue;
        const std::string bytes = sections[i].name == "escaped" ? unescaped(sections[i].text) : sections[i].text;
        Outcome outcome = outcome_of(bytes, sections[i].words.empty() ? "film.md" : sections[i].words, settings);
        ++verdict.inputs;
        std::size_t expected = i + 1;
        for (; expected < sections.size() && is_expectation(sections[expected].name); ++expected) {
            compare(sections[expected], outcome[sections[expected].name], verdict.inputs, verdict);
            if (sections[expected].name == "diagnostics") outcome["diagnostics"].clear();
        }
        if (expected == i + 1) verdict.faults += "input " + std::to_string(verdict.inputs) + " expects nothing\n";
        Section unexpected{"diagnostics", {}, {}};
        compare(unexpected, outcome["diagnostics"], verdict.inputs, verdict);
        if (!unexpected.text.empty())
            sections.insert(sections.begin() + static_cast<std::ptrdiff_t>(expected), std::move(unexpected));
    }
    if (verdict.inputs == 0) verdict.faults += "no input\n";
    return verdict;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

enum class Wish { compare, update, table };

/// Whether the case holds.
bool carry_out(Wish wish, const std::string& path) {
    const std::string text = read_file(path);
    const Verdict verdict = judge(parse_case(text));
    if (wish == Wish::update) {
        if (const std::string made = written_case(verdict.file); made != text)
            std::ofstream(path, std::ios::binary) << made;
        return true;
    }
    if (wish == Wish::table) {
        const std::string_view shows = verdict.file.shows;
        std::cout << "| " << replace_all(trim(shows.substr(0, shows.find('\n'))), "|", "\\|") << " | "
                  << verdict.inputs << " | " << (verdict.faults.empty() ? "as it should" : "DIFFERS") << " |\n";
    } else if (!verdict.faults.empty()) {
        std::cout << path << ":\n" << verdict.faults << '\n';
    }
    return verdict.faults.empty();
}

} // namespace
} // namespace halfstar::cases

int main(int count, char** arguments) {
    using namespace halfstar::cases;
    const std::string_view first = count > 1 ? arguments[1] : "";
    const Wish wish = first == "--update" ? Wish::update : first == "--table" ? Wish::table : Wish::compare;
    const int begin = wish == Wish::compare ? 1 : 2;
    if (begin >= count) {
        std::cerr << "usage: cases [--update | --table] CASE...\n";
        return 2;
    }
    if (wish == Wish::table) std::cout << "| shape | inputs | read |\n|---|---|---|\n";
    bool holds = true;
    for (int i = begin; i < count; ++i)
        holds = carry_out(wish, arguments[i]) && holds;
    return holds ? 0 : 1;
}
