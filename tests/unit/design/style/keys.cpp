// The tables of docs/styles.md held against the program: their keys, what is written for each, what holds without it,
// and the pictures of what it changes.
#include "design/style/schema.h"
#include "foundation/base/strings.h"
#include "loading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <vector>

using namespace halfstar;
using testing::Loaded;
using testing::load;

namespace {

const std::string docs = std::string(HALFSTAR_SOURCE_DIR) + "/docs/";

std::string guide() {
    std::ifstream file(docs + "styles.md");
    return {(std::istreambuf_iterator<char>(file)), {}};
}

/// A row of the tables of keys; those of elements have a key and a meaning alone.
struct Row {
    std::string key, kind, absent;
};

std::vector<Row> rows_of_guide() {
    std::vector<Row> rows;
    const std::string text = guide();
    for (const std::string_view line : split(text, '\n')) {
        if (!line.starts_with("| `") || line.find(": ") < line.find('`', 3)) continue; // what a picture was set with
        std::vector<std::string> cells;
        for (const std::string_view cell : split(line, '|')) cells.emplace_back(trim(cell));
        const std::string key = cells.at(1).substr(1, cells.at(1).size() - 2);
        rows.push_back(cells.size() < 6 ? Row{key, "", ""} : Row{key, cells.at(2), cells.at(3)});
    }
    return rows;
}

std::vector<Row> keys_of_guide() {
    std::vector<Row> rows = rows_of_guide();
    std::erase_if(rows, [](const Row& row) { return row.kind.empty(); });
    return rows;
}

/// A style that sets what must be set and nothing else, without the line that says `left_out`.
std::string ground(std::string_view left_out = "") {
    const auto line = [left_out](std::string_view key, const std::string& text) { return key == left_out ? "" : text; };
    std::string text = "colours:\n  ink: black\nelements:\n  text:\n    italic: false\n";
    text += line("elements.NAME.size", "    size: 10pt\n") + line("elements.NAME.family", "    family: Vollkorn\n");
    for (const std::string& name : element_names())
        if (name != "text") text += "  " + name + ": {family: Vollkorn, size: 10pt}\n";
    text += "pages:\n  p:\n    columns: 1\n";
    return text + line("pages.NAME.trim", "    trim: a4\n") + line("pages.NAME.grid", "    grid: 12pt\n") +
           line("pages.NAME.rows", "    rows: 40\n");
}

/// The ground with a key set: `pages.NAME.opener.title-row` is that of its one page.
Loaded with(const std::string& key, const std::string& value) {
    std::string text, closing;
    for (const std::string_view part : split(key, '.')) {
        const std::string name = part != "NAME" ? std::string(part) : key.starts_with("pages") ? "p"
                                 : key.starts_with("elements") ? "text" : "ink";
        text += "{" + name + ": ";
        closing += "}";
    }
    if (key == "extends") return load("extends: " + value + "\n");
    const std::string own = text.substr(1) + value + closing.substr(1);
    return load("extends: /ground\n" + own + "\n", {{"/ground/style.yaml", ground()}});
}

/// What the program says of a value that is of no kind, for each kind but text, which may be anything.
std::string complaint(const std::string& kind) {
    static const std::map<std::string, std::string> complaints = {
        {"length", "is not a length"},          {"tracking", "is not a tracking"},
        {"flag", "is neither true nor false"},  {"colour value", "is not a colour"},
        {"colour", "no colour is called"},      {"features", "a list is expected"},
        {"paper", "no paper is called"},        {"map", "expected here"},
        {"list of families", "a list is expected"}, {"list of pages", "a list is expected"},
        {"list of fillers", "a list is expected"}, {"a style", "no style is called"},
        {"an element", "no element is called"}, {"a page", "page"}};
    if (const auto known = complaints.find(kind); known != complaints.end()) return known->second;
    static const std::regex range("(\\d+) to (\\d+)");
    if (std::regex_match(kind, range)) return "whole number from " + kind + " [";
    return "| one of " + kind + " [";
}

std::string lines_of(const std::set<std::string>& names) {
    return join(std::vector<std::string>(names.begin(), names.end()), "\n");
}

/// A default as it would be written in a style; nothing where the key cannot say that it is absent.
std::optional<std::string> written(const Row& row) {
    if (row.kind == "map") return "{}";
    if (row.kind == "list of families" || row.kind == "features") return "[]";
    if (row.absent == "nothing" || row.absent == "none" || row.absent == "empty" || row.absent == "must be set")
        return std::nullopt;
    return row.absent;
}

} // namespace

TEST_CASE("every key that style.yaml may have is explained once, and no other") {
    std::vector<std::string> explained;
    for (const Row& row : rows_of_guide()) explained.push_back(row.key);
    std::vector<std::string> known = style_keys();
    for (const std::string& name : element_names())
        if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
    std::sort(explained.begin(), explained.end());
    std::sort(known.begin(), known.end());
    CHECK(join(explained, "\n") == join(known, "\n"));
}

TEST_CASE("every key takes what the guide says that is written for it") {
    for (const Row& row : keys_of_guide()) {
        CAPTURE(row.key);
        if (row.kind == "text") CHECK(with(row.key, "'?'").style);
        else CHECK(with(row.key, "'?'").said.find(complaint(row.kind)) != std::string::npos);
    }
}

TEST_CASE("a key that is set to its default changes nothing") {
    const Loaded plain = load("extends: /ground\n", {{"/ground/style.yaml", ground()}});
    REQUIRE_MESSAGE(plain.style, plain.said);
    for (const Row& row : keys_of_guide()) {
        const auto value = written(row);
        if (!value) continue;
        CAPTURE(row.key);
        const Loaded set = with(row.key, *value);
        REQUIRE_MESSAGE(set.style, set.said);
        CHECK(*set.style == *plain.style);
    }
    CHECK_FALSE(*with("pages.NAME.opener.drop-cap-lines", "4").style == *plain.style);
    CHECK_FALSE(*with("leaders.pitch", "5pt").style == *plain.style);
}

TEST_CASE("a style lacks nothing but what the guide says must be set") {
    CHECK(load(ground()).style);
    for (const Row& row : keys_of_guide())
        if (row.absent == "must be set") CHECK_MESSAGE(!load(ground(row.key)).style, row.key);
}

TEST_CASE("every picture of the guide is there, says what it shows, and none is left over") {
    const std::string text = guide();
    std::set<std::string> linked, drawn;
    const std::regex picture("!\\[([^\\]]*)\\]\\(([^)]+)\\)");
    for (auto at = std::sregex_iterator(text.begin(), text.end(), picture); at != std::sregex_iterator(); ++at) {
        CAPTURE((*at)[2]);
        CHECK((*at)[1].length() > 0);
        CHECK(std::filesystem::is_regular_file(docs + (*at)[2].str()));
        if ((*at)[2].str().starts_with("gallery/keys/")) linked.insert((*at)[2].str());
    }
    for (const auto& file : std::filesystem::directory_iterator(docs + "gallery/keys")) {
        drawn.insert("gallery/keys/" + file.path().filename().string());
        CHECK_MESSAGE(file.file_size() <= 25 * 1024, file.path().string());
    }
    CHECK(lines_of(linked) == lines_of(drawn));
}
