#include "read/spoilers.h"

#include "document/tree.h"
#include "foundation/base/strings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::reading {
namespace {

constexpr std::size_t longest_mark = 80;
constexpr std::size_t blocks_at_top = 3;

enum class Announces : std::uint8_t { nothing, begin, end };

bool is_spoiler(std::string_view word) {
    return word == "spoiler" || word == "spoilers" || word == "spoilery" || word == "spoilerwarnung";
}

/// Words that stand beside "spoilers" where they are announced, and in no other sentence about them.
constexpr std::array<std::string_view, 42> companions = {
    "achtung",  "ahead",   "alert",  "alerta", "alerte",  "atenção",   "attention", "attenzione", "be",    "begin", "below",
    "beyond",   "contains", "cuidado", "de",    "dikkat", "discussion", "end",     "ende",       "ends",  "fin",   "follow",
    "following", "free",    "from",    "full",  "heavy",  "here",       "herein",  "major",      "massive", "mild", "of",
    "on",       "over",    "section", "start", "talk",   "territory",  "vorsicht",   "warning", "zone"};

std::vector<std::string> words_of(const Inlines& inlines) {
    const std::string text = ascii_lower(plain_text(inlines));
    std::vector<std::string> words;
    if (text.size() > longest_mark) return words;
    std::string word;
    for (const char c : text + " ") {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xC3;
        const bool inside = static_cast<unsigned char>(c) >= 0x80 && !word.empty();
        if (letter || inside) word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    // Signs of warning are no words.
    std::erase_if(words, [](const std::string& each) { return static_cast<unsigned char>(each[0]) >= 0xE2; });
    return words;
}

Announces announces(const Inlines& inlines) {
    const std::vector<std::string> words = words_of(inlines);
    if (std::none_of(words.begin(), words.end(), is_spoiler)) return Announces::nothing;
    bool ends = false;
    for (const std::string& word : words) {
        if (word == "end" || word == "ends" || word == "ende" || word == "fin" || word == "over" || word == "free")
            ends = true;
        if (!is_spoiler(word) && std::find(companions.begin(), companions.end(), word) == companions.end())
            return Announces::nothing;
    }
    if (!ends) return Announces::begin;
    // "Spoiler-free" at the head of a part says that what follows gives nothing away.
    return Announces::end;
}

/// The words of a heading or paragraph.
Inlines* words_in(Block& block) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.node)) return &paragraph->inlines;
    if (auto* heading = std::get_if<Heading>(&block.node)) return &heading->inlines;
    return nullptr;
}

Announces announces(Block& block) {
    const Inlines* words = words_in(block);
    return words == nullptr ? Announces::nothing : announces(*words);
}

/// One behind the last block of what `first` announces.
std::size_t end_of(Blocks& body, std::size_t first) {
    for (std::size_t i = first + 1; i < body.size(); ++i)
        if (announces(body[i]) == Announces::end) return std::holds_alternative<Heading>(body[i].node) ? i : i + 1;
    const auto* heading = std::get_if<Heading>(&body[first].node);
    const int level = heading == nullptr ? 6 : heading->level;
    for (std::size_t i = first + 1; i < body.size(); ++i)
        if (const auto* next = std::get_if<Heading>(&body[i].node); next != nullptr && next->level <= level) return i;
    return body.size();
}

void gather(Blocks& body, std::size_t first) {
    const std::size_t end = end_of(body, first);
    if (end <= first + 1) return;
    Details details;
    details.kind = DetailsKind::spoiler;
    details.summary = std::move(*words_in(body[first]));
    const auto at = body.begin() + static_cast<std::ptrdiff_t>(first);
    const auto last = body.begin() + static_cast<std::ptrdiff_t>(end);
    details.blocks.assign(std::make_move_iterator(at + 1), std::make_move_iterator(last));
    at->span.end = std::max(at->span.end, details.blocks.back().span.end);
    at->node = std::move(details);
    body.erase(at + 1, last);
}

/// "Spoilers follow", "Warning: spoilers herein".
bool warns(const Inlines& inlines) {
    static constexpr std::array<std::string_view, 10> words = {"follow", "ahead",    "herein", "below", "within",
                                                               "warn",   "contains", "alert",  "full",  "abound"};
    const std::string text = ascii_lower(plain_text(inlines));
    if (text.size() > longest_mark || text.find("spoiler") == std::string::npos) return false;
    if (text.find("no spoiler") != std::string::npos || text.find("spoiler-free") != std::string::npos) return false;
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// The number of the paragraph that warns before the text has begun; the body's size when none does.
std::size_t warning_at_top(const Blocks& body) {
    for (std::size_t i = 0; i < std::min(body.size(), blocks_at_top); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&body[i].node);
        if (paragraph == nullptr) continue;
        if (warns(paragraph->inlines)) return i;
        if (plain_text(paragraph->inlines).size() > longest_mark) break;
    }
    return body.size();
}

bool ends_behind(const Blocks& body, std::size_t first) {
    for (std::size_t i = first + 1; i < body.size(); ++i)
        if (const auto* paragraph = std::get_if<Paragraph>(&body[i].node);
            paragraph != nullptr && announces(paragraph->inlines) == Announces::end)
            return true;
    return false;
}

} // namespace

bool warns_of_spoilers(const Blocks& body) {
    const std::size_t top = warning_at_top(body);
    return top < body.size() && !ends_behind(body, top);
}

void gather_spoilers(Blocks& body) {
    const std::size_t top = warning_at_top(body);
    const bool whole = top < body.size() && !ends_behind(body, top);
    if (top < body.size() && !whole && words_in(body[top]) != nullptr) gather(body, top);
    for (std::size_t i = whole ? top + 1 : 0; i < body.size(); ++i)
        if (announces(body[i]) == Announces::begin) gather(body, i);
}

} // namespace halfstar::reading
