#include "read/html/tags.h"

#include <algorithm>
#include <iterator>

namespace halfstar::soup {
namespace {

struct Row {
    std::string_view name;
    Tag tag;
};

/// Sorted by name.
constexpr Row rows[] = {
    {"a", Tag::anchor},
    {"address", Tag::division},
    {"area", Tag::ignored},
    {"article", Tag::division},
    {"aside", Tag::division},
    {"audio", Tag::audio},
    {"b", Tag::bold},
    {"base", Tag::ignored},
    {"blockquote", Tag::blockquote},
    {"body", Tag::division},
    {"br", Tag::line_break},
    {"button", Tag::button},
    {"canvas", Tag::canvas},
    {"caption", Tag::caption},
    {"center", Tag::division},
    {"cite", Tag::cite},
    {"code", Tag::code},
    {"col", Tag::ignored},
    {"colgroup", Tag::ignored},
    {"dd", Tag::description},
    {"del", Tag::strike},
    {"details", Tag::details},
    {"dialog", Tag::division},
    {"dir", Tag::unordered_list},
    {"div", Tag::division},
    {"dl", Tag::definitions},
    {"dt", Tag::term},
    {"em", Tag::emphasis},
    {"embed", Tag::embed},
    {"fieldset", Tag::division},
    {"figcaption", Tag::figure_caption},
    {"figure", Tag::figure},
    {"footer", Tag::footer},
    {"form", Tag::division},
    {"h1", Tag::heading_1},
    {"h2", Tag::heading_2},
    {"h3", Tag::heading_3},
    {"h4", Tag::heading_4},
    {"h5", Tag::heading_5},
    {"h6", Tag::heading_6},
    {"head", Tag::head},
    {"header", Tag::division},
    {"hgroup", Tag::division},
    {"hr", Tag::rule},
    {"html", Tag::division},
    {"i", Tag::idiom},
    {"iframe", Tag::iframe},
    {"img", Tag::image},
    {"input", Tag::form_control},
    {"ins", Tag::underline},
    {"kbd", Tag::keyboard},
    {"legend", Tag::division},
    {"li", Tag::item},
    {"link", Tag::ignored},
    {"main", Tag::division},
    {"mark", Tag::highlight},
    {"menu", Tag::unordered_list},
    {"meta", Tag::ignored},
    {"nav", Tag::division},
    {"noscript", Tag::noscript},
    {"object", Tag::object},
    {"ol", Tag::ordered_list},
    {"optgroup", Tag::ignored},
    {"option", Tag::ignored},
    {"p", Tag::paragraph},
    {"param", Tag::ignored},
    {"pre", Tag::preformatted},
    {"q", Tag::quotation},
    {"rp", Tag::reading_bracket},
    {"rt", Tag::reading},
    {"ruby", Tag::ruby},
    {"s", Tag::strike},
    {"samp", Tag::code},
    {"script", Tag::script},
    {"search", Tag::division},
    {"section", Tag::division},
    {"select", Tag::select},
    {"small", Tag::small},
    {"source", Tag::ignored},
    {"strike", Tag::strike},
    {"strong", Tag::strong},
    {"style", Tag::style},
    {"sub", Tag::subscript},
    {"summary", Tag::summary},
    {"sup", Tag::superscript},
    {"svg", Tag::svg},
    {"table", Tag::table},
    {"tbody", Tag::body_rows},
    {"td", Tag::cell},
    {"template", Tag::form_template},
    {"textarea", Tag::textarea},
    {"tfoot", Tag::body_rows},
    {"th", Tag::head_cell},
    {"thead", Tag::head_rows},
    {"title", Tag::title},
    {"tr", Tag::row},
    {"track", Tag::ignored},
    {"tt", Tag::code},
    {"u", Tag::underline},
    {"ul", Tag::unordered_list},
    {"video", Tag::video},
    {"wbr", Tag::ignored},
};

constexpr std::string_view void_names[] = {"area", "base", "br", "col", "embed", "hr", "img", "input",
                                           "link", "meta", "param", "source", "track", "wbr"};

} // namespace

Manner manner_of(Tag tag) {
    if (tag >= Tag::paragraph && tag <= Tag::footer) return Manner::block;
    if (tag >= Tag::emphasis && tag <= Tag::keyboard) return Manner::styled;
    if (tag >= Tag::iframe && tag <= Tag::object) return Manner::media;
    if (tag >= Tag::script && tag <= Tag::form_control) return Manner::removed;
    switch (tag) {
    case Tag::anchor: return Manner::link;
    case Tag::phrase: return Manner::phrase;
    case Tag::code: return Manner::code;
    case Tag::reading:
    case Tag::reading_bracket: return Manner::reading;
    case Tag::root:
    case Tag::boundary:
    case Tag::raw_block:
    case Tag::note_definition: return Manner::block;
    case Tag::division:
    case Tag::span:
    case Tag::ruby:
    case Tag::ignored: return Manner::transparent;
    default: return Manner::word; // the leaves of a line: text, breaks, code spans, pictures, raw, notes
    }
}

Tag tag_named(std::string_view name) {
    const auto row = std::lower_bound(std::begin(rows), std::end(rows), name,
                                      [](const Row& each, std::string_view wanted) { return each.name < wanted; });
    return row != std::end(rows) && row->name == name ? row->tag : Tag::span;
}

std::string_view name_of(Tag tag) {
    const auto row = std::find_if(std::begin(rows), std::end(rows), [&](const Row& each) { return each.tag == tag; });
    return row == std::end(rows) ? std::string_view() : row->name;
}

bool is_void(std::string_view name) {
    return std::find(std::begin(void_names), std::end(void_names), name) != std::end(void_names);
}

bool holds_raw_text(Tag tag) {
    return tag == Tag::script || tag == Tag::style || tag == Tag::textarea || tag == Tag::title;
}

bool is_block(Tag tag) { return tag == Tag::division || manner_of(tag) == Manner::block; }

} // namespace halfstar::soup
