// The keys of issue.yaml, a row each.

#include <halfstar/issue.h>

#include "compose/issue_reading.h"
#include "document/names.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/data/syntaxes.h"

#include <algorithm>
#include <array>

namespace halfstar {
namespace {

constexpr std::array<Meaning<Order>, 4> orders = {{
    {"date", Order::date},
    {"title", Order::title},
    {"rating", Order::rating},
    {"listed", Order::listed},
}};
constexpr std::array<Meaning<Grouping>, 8> groupings = {{
    {"none", Grouping::none},
    {"season", Grouping::season},
    {"month", Grouping::month},
    {"year", Grouping::year},
    {"rating", Grouping::rating},
    {"director", Grouping::director},
    {"author", Grouping::author},
    {"tag", Grouping::tag},
}};
constexpr std::array<Meaning<Output>, 5> outputs = {{
    {"zine", Output::zine},
    {"booklet", Output::booklet},
    {"epub", Output::epub},
    {"site", Output::site},
    {"reviews", Output::reviews},
}};
constexpr std::array<Meaning<Spoilers>, 2> spoilers = {{{"show", Spoilers::shown}, {"leave out", Spoilers::left_out}}};
constexpr std::array<Meaning<std::string_view>, 6> sheets = {{{"A4", "A4"}, {"Letter", "Letter"}, {"A3", "A3"}, {"A5", "A5"},
                                                              {"Legal", "Legal"}, {"Tabloid", "Tabloid"}}};

struct IssueKey {
    std::string_view name;
    void (*take)(const Value&, IssueReading&, IssueSettings&);
};

template <std::string IssueSettings::*words>
void take_text(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.*words = reading.text(value);
}

template <std::vector<std::string> IssueSettings::*words>
void take_texts(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.*words = reading.texts(value);
}

void take_url(const Value& value, IssueReading& reading, IssueSettings& issue) {
    constexpr std::string_view expected = "an address that begins with https:// or http://";
    std::string url = reading.text(value, expected);
    const bool whole = url.starts_with("https://") || url.starts_with("http://");
    const bool plain =
        std::none_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    if (whole && plain)
        issue.url = std::move(url);
    else if (value.scalar())
        reading.fault(value, expected);
}

void take_isbn(const Value& value, IssueReading& reading, IssueSettings& issue) {
    constexpr std::string_view expected = "an ISBN of 10 or 13 digits, of which the last fits the others";
    std::string isbn = reading.text(value, expected);
    if (is_isbn(isbn))
        issue.isbn = std::move(isbn);
    else if (value.scalar())
        reading.fault(value, expected);
}

void take_language(const Value& value, IssueReading& reading, IssueSettings& issue) {
    constexpr std::string_view expected = "a language as 'en' or 'pt-BR'";
    std::string language = reading.text(value, expected);
    if (is_language_tag(language))
        issue.language = std::move(language);
    else if (value.scalar())
        reading.fault(value, expected);
}

void take_date(const Value& value, IssueReading& reading, IssueSettings& issue) { issue.date = reading.date(value); }

void take_selection(const Value& value, IssueReading& reading, IssueSettings& issue) {
    read_selection(value, reading, issue.select);
}

void take_order(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.order = reading.word<Order>(value, orders, "an order");
}

void take_listed(const Value& value, IssueReading& reading, IssueSettings& issue) {
    reading.each(value, [&](const Value& item) {
        std::string path = reading.text(item, "a path");
        if (path.empty()) return;
        issue.listed.push_back(std::move(path));
        issue.listed_places.push_back(item.span);
    });
}

void take_group(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.group = reading.word<Grouping>(value, groupings, "a way to group").value_or(Grouping::none);
}

void take_spoilers(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.spoilers = reading.word<Spoilers>(value, spoilers, "what to do with spoilers").value_or(Spoilers::shown);
}

void take_scale(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.rating_best = reading.whole(value, 1, 1000, "the best rating there is, a whole number to 1000").value_or(0);
}

void take_sheet(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.sheet = std::string(reading.word<std::string_view>(value, sheets, "a sheet of paper").value_or(""));
}

/// Each word once, at its first place.
template <class E>
std::vector<E> words_once(const Value& value, IssueReading& reading, std::span<const Meaning<E>> meanings,
                          std::string_view expected) {
    std::vector<E> all;
    reading.each(value, [&](const Value& item) {
        const std::optional<E> one = reading.word<E>(item, meanings, expected);
        if (one && std::find(all.begin(), all.end(), *one) == all.end()) all.push_back(*one);
    });
    return all;
}

void take_parts(const Value& value, IssueReading& reading, IssueSettings& issue) {
    std::vector<Meaning<IssuePart>> parts;
    for (int part = 0; part <= static_cast<int>(IssuePart::back); ++part)
        parts.emplace_back(part_word(static_cast<IssuePart>(part)), static_cast<IssuePart>(part));
    issue.parts = words_once<IssuePart>(value, reading, parts, "a part of an issue");
}

void take_outputs(const Value& value, IssueReading& reading, IssueSettings& issue) {
    issue.outputs = words_once<Output>(value, reading, outputs, "an output");
}

void take_reviews(const Value& value, IssueReading& reading, IssueSettings& issue) {
    read_review_rules(value, reading, issue.reviews);
}

constexpr std::array<IssueKey, 29> keys = {{
    {"title", take_text<&IssueSettings::title>},
    {"subtitle", take_text<&IssueSettings::subtitle>},
    {"number", take_text<&IssueSettings::number>},
    {"series", take_text<&IssueSettings::series>},
    {"editor", take_text<&IssueSettings::editor>},
    {"contributors", read_contributors},
    {"publisher", take_text<&IssueSettings::publisher>},
    {"place", take_text<&IssueSettings::place>},
    {"date", take_date},
    {"price", take_text<&IssueSettings::price>},
    {"rights", take_text<&IssueSettings::rights>},
    {"isbn", take_isbn},
    {"url", take_url},
    {"language", take_language},
    {"select", take_selection},
    {"ignore", take_texts<&IssueSettings::ignore>},
    {"order", take_order},
    {"listed", take_listed},
    {"group", take_group},
    {"scale", take_scale},
    {"spoilers", take_spoilers},
    {"style", take_text<&IssueSettings::style>},
    {"page", take_text<&IssueSettings::page>},
    {"target", take_text<&IssueSettings::target>},
    {"sheet", take_sheet},
    {"cover", read_cover},
    {"reviews", take_reviews},
    {"parts", take_parts},
    {"outputs", take_outputs},
}};

std::vector<std::string> top_keys() {
    std::vector<std::string> names;
    for (const IssueKey& key : keys)
        names.emplace_back(key.name);
    return names;
}

/// What is wrong with the file as YAML, said of an issue and not of a review's front matter.
void report_syntax(const Diagnostics& found, Diagnostics& diagnostics) {
    for (const Diagnostic& one : found.all()) {
        if (one.code == Code::duplicate_key) {
            const std::size_t open = one.message.find('\''), close = one.message.rfind('\'');
            diagnostics.report(Code::duplicate_key, one.span, {one.message.substr(open + 1, close - open - 1)},
                               one.hints);
            continue;
        }
        const std::size_t colon = one.message.find(": ");
        const bool alias = one.code == Code::yaml_alias || colon == std::string::npos;
        diagnostics.report(Code::broken_issue, one.span,
                           {alias ? "anchors and aliases are not followed" : one.message.substr(colon + 2)}, one.hints);
    }
}

/// A list under `listed` is an order of itself; `order: listed` without one is none.
void settle_listing(const Value& file, IssueReading& reading, IssueSettings& issue) {
    if (!issue.order && !issue.listed.empty()) issue.order = Order::listed;
    if (issue.order != Order::listed || !issue.listed.empty()) return;
    reading.fault(*file.find("order"), "an order without paths under 'listed'");
    issue.order.reset();
}

/// Where the first byte stands that is no UTF-8.
std::optional<std::size_t> broken_byte(std::string_view text) {
    if (utf8::is_valid(text)) return std::nullopt;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = utf8::decode(text, at).length;
        if (!utf8::is_valid(text.substr(at, length))) break;
        at += length;
    }
    return at;
}

} // namespace

std::string_view part_word(IssuePart part) { return name_of(part); }

std::optional<IssuePart> part_of_word(std::string_view word) { return named<IssuePart>(ascii_lower(trim(word))); }

std::vector<std::string> issue_keys() {
    std::vector<std::string> names = top_keys();
    for (const std::string& name : selection_keys())
        names.push_back("select." + name);
    return names;
}

IssueSettings read_issue(std::string_view text, SourceId source, Diagnostics& diagnostics) {
    IssueSettings issue;
    issue.span = {source, 0, static_cast<std::uint32_t>(text.size())};
    if (const auto at = broken_byte(text)) {
        const auto begin = static_cast<std::uint32_t>(*at);
        diagnostics.report(Code::broken_issue, {source, begin, begin + 1}, {"a byte that is not UTF-8"});
        return issue;
    }
    Diagnostics syntax;
    const Value file = read_yaml(text, issue.span, syntax);
    report_syntax(syntax, diagnostics);
    IssueReading reading(text, diagnostics);
    for (const Member& member : *file.members()) {
        const auto key =
            std::find_if(keys.begin(), keys.end(), [&](const IssueKey& one) { return one.name == member.first; });
        if (key == keys.end())
            reading.unknown_key(member, top_keys());
        else if (!member.second.is_null())
            key->take(member.second, reading, issue);
    }
    settle_listing(file, reading, issue);
    return issue;
}

} // namespace halfstar
