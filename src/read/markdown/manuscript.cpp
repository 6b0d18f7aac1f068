#include "read/markdown/manuscript.h"

#include "foundation/base/byte_set.h"
#include "foundation/base/first_byte.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "read/html/pour.h"
#include "read/markdown/lines.h"

#include <algorithm>
#include <set>
#include <vector>

namespace halfstar::markdown {
namespace {

constexpr int rounds = 4;
constexpr std::size_t label_limit = 200;

/// Private-use letters that stand for marks in labels, so that `[^*]` is no emphasis. 0xE100 + the byte.
constexpr char32_t stand_ins = 0xE100;
/// How they begin in UTF-8: a text that has such letters of its own keeps them, and its labels their marks.
constexpr std::string_view stand_in_leads[] = {"\xEE\x84", "\xEE\x85"};

constexpr ByteSet indents(" \t>");

struct Edit {
    std::uint32_t begin = 0, end = 0;
    std::string replacement;
    std::string label; ///< of a definition; empty for other edits
};

/// Bytes of the label in `[^label]` at `at`; 0 when there is none.
std::size_t label_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("[^")) return 0;
    const std::string_view rest = text.substr(at + 2, label_limit + 1);
    const std::size_t end = rest.find_first_of("[]\t\n\r");
    if (end == std::string_view::npos || end == 0 || rest[end] != ']') return 0;
    return rest[0] == ' ' || rest[end - 1] == ' ' ? 0 : end;
}

std::vector<Edit> find_definitions(std::string_view text) {
    std::vector<Edit> edits;
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t at = indents.first_other_in(text, line);
        const std::size_t next = first_byte(text, line, [](auto c) { return (c == '\n') | (c == '\r'); }) + 1;
        if (at < next) {
            const std::size_t length = label_at(text, at);
            const std::size_t colon = at + 2 + length + 1;
            if (length > 0 && colon < text.size() && text[colon] == ':') {
                std::size_t end = std::min(text.find_first_not_of(" \t", colon + 1), text.size());
                const bool empty = end == text.size() || text[end] == '\n' || text[end] == '\r';
                edits.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                                 empty ? "01)" : "01) ", std::string(text.substr(at + 2, length))});
            }
        }
        line = next;
    }
    return edits;
}

/// Edits that put letters in the place of marks in `[^label]`.
std::vector<Edit> find_marked_labels(std::string_view text) {
    std::vector<Edit> edits;
    for (const std::string_view lead : stand_in_leads) {
        if (text.find(lead) != std::string_view::npos) return edits;
    }
    for (std::size_t at = 0; (at = text.find("[^", at)) != std::string_view::npos; ++at) {
        const std::size_t length = label_at(text, at);
        for (std::size_t i = at + 2; i < at + 2 + length; ++i) {
            if (std::string_view("*_~`<>&\\!").find(text[i]) == std::string_view::npos) continue;
            Edit edit{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1), {}, {}};
            utf8::append(edit.replacement, stand_ins + static_cast<unsigned char>(text[i]));
            edits.push_back(std::move(edit));
        }
    }
    return edits;
}

std::vector<Edit> shortcode_edits(const StandIns& shortcodes) {
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < shortcodes.count(); ++i)
        edits.push_back({shortcodes[i].range.begin, shortcodes[i].range.end, shortcodes.letters(i), {}});
    return edits;
}

/// The text with the edits made; those that begin inside an earlier one are passed over.
Manuscript edited(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    Manuscript made;
    std::uint32_t at = 0;
    for (Edit& edit : edits) {
        if (edit.begin < at) continue;
        made.text += text.substr(at, edit.begin - at);
        const auto begin = static_cast<std::uint32_t>(made.text.size());
        made.origin.step(begin, edit.begin);
        made.text += edit.replacement;
        made.origin.step(static_cast<std::uint32_t>(made.text.size()), edit.end);
        if (!edit.label.empty()) made.definitions.emplace(begin, std::move(edit.label));
        at = edit.end;
    }
    made.text += text.substr(std::min<std::size_t>(at, text.size()));
    return made;
}

/// What a parse shows of the edits: where items begin, and cut marks with words of the author's right behind
/// them, which CommonMark takes for HTML up to the end of the line.
struct Findings {
    std::set<std::uint32_t> items;
    std::vector<Edit> glued_cuts; ///< in the made text
};

std::optional<Edit> glued_cut(cmark_node* block, std::uint32_t begin) {
    const char* literal = cmark_node_get_literal(block);
    const std::string_view html = literal == nullptr ? std::string_view() : literal;
    const std::size_t start = html.find("<!--");
    const std::size_t end = html.find("-->");
    if (start == std::string_view::npos || end == std::string_view::npos || end < start + 4) return std::nullopt;
    if (!trim(html.substr(0, start)).empty()) return std::nullopt;
    if (!soup::is_cut_mark(html.substr(start + 4, end - start - 4))) return std::nullopt;
    const std::string_view behind = trim(html.substr(end + 3));
    if (html.find('\n') < end || behind.empty()) return std::nullopt;
    // Without the mark before them these would open a fence, and the words behind would be its name.
    if (behind.starts_with("~~~") || behind.starts_with("```")) return std::nullopt;
    return Edit{begin, begin + static_cast<std::uint32_t>(end + 3 - start), {}, {}};
}

Findings look_through(const Manuscript& manuscript) {
    std::optional<Lines> lines; // most texts have neither
    Findings findings;
    cmark_iter* iterator = cmark_iter_new(manuscript.document.get());
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* node = cmark_iter_get_node(iterator);
        const cmark_node_type type = cmark_node_get_type(node);
        // Blocks stand in no paragraph: what is in there is passed over.
        if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
        if (type != CMARK_NODE_ITEM && type != CMARK_NODE_HTML_BLOCK) continue;
        if (!lines) lines.emplace(manuscript.text);
        const std::uint32_t begin = lines->begin_of(node);
        if (type == CMARK_NODE_ITEM) findings.items.insert(begin);
        else if (std::optional<Edit> cut = glued_cut(node, begin)) findings.glued_cuts.push_back(std::move(*cut));
    }
    cmark_iter_free(iterator);
    return findings;
}

} // namespace

Document parse(std::string_view text) {
    return Document(cmark_parse_document(text.data(), text.size(), CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE));
}

std::string Manuscript::restored(std::string words) const {
    if (shortcodes.count() > 0) words = shortcodes.as_written(words);
    if (!has_stand_ins) return words;
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const utf8::Decoded letter = utf8::decode(words, at);
        if (letter.code_point >= stand_ins && letter.code_point < stand_ins + 0x80) {
            out += static_cast<char>(letter.code_point - stand_ins);
        } else {
            out.append(words, at, letter.length);
        }
        at += letter.length;
    }
    return out;
}

Manuscript prepare(std::string_view text, Footnotes footnotes) {
    std::vector<Edit> definitions, labels, cuts, named;
    StandIns shortcodes;
    if (footnotes == Footnotes::read) {
        shortcodes = StandIns(text);
        named = shortcode_edits(shortcodes);
        definitions = find_definitions(text);
        labels = find_marked_labels(text);
    }
    for (int round = 0;; ++round) {
        std::vector<Edit> edits = definitions;
        edits.insert(edits.end(), labels.begin(), labels.end());
        edits.insert(edits.end(), cuts.begin(), cuts.end());
        edits.insert(edits.end(), named.begin(), named.end());
        Manuscript made = edited(text, std::move(edits));
        made.has_stand_ins = !labels.empty();
        made.shortcodes = shortcodes;
        if (!cuts.empty()) made.cut = cuts.front().begin;
        made.document = parse(made.text);
        if (footnotes == Footnotes::plain) return made;
        Findings findings = look_through(made);
        std::set<std::uint32_t> real;
        for (const auto& definition : made.definitions) {
            if (findings.items.contains(definition.first)) real.insert(made.origin.at(definition.first));
        }
        const bool settled = real.size() == definitions.size() && findings.glued_cuts.empty();
        if (settled || (round == rounds && definitions.empty())) return made;
        std::erase_if(definitions, [&](const Edit& edit) { return round + 1 >= rounds || !real.contains(edit.begin); });
        if (round + 1 >= rounds) continue;
        for (const Edit& cut : findings.glued_cuts) {
            const std::uint32_t begin = made.origin.at(cut.begin);
            cuts.push_back({begin, begin + (cut.end - cut.begin), {}, {}});
        }
    }
}

} // namespace halfstar::markdown
