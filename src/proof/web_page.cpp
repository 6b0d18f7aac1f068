#include "proof/web_page.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

namespace halfstar::proof {
namespace {

struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using Page = std::unique_ptr<xmlDoc, Free>;

template <std::size_t n> using Names = std::array<std::string_view, n>;

constexpr Names<22> inline_elements = {"a",    "em",    "strong", "cite", "i",   "b",    "u",   "s",
                                       "del",  "small", "sup",    "sub",  "q",   "mark", "kbd", "code",
                                       "span", "abbr",  "time",   "wbr",  "img", "bdo"};
constexpr Names<4> cell_elements = {"figcaption", "caption", "th", "td"};
constexpr Names<3> unread_elements = {"svg", "script", "style"};
/// Of what is generated, or stands apart from the flow around it.
constexpr Names<4> apart_classes = {"noteref", "back", "number", "generated"};

template <std::size_t n> bool is_one_of(std::string_view name, const Names<n>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view name_of(const xmlNode& node) { return reinterpret_cast<const char*>(node.name); }

std::string attribute(const xmlNode& node, std::string_view name) {
    for (const xmlAttr* one = node.properties; one != nullptr; one = one->next) {
        if (name != reinterpret_cast<const char*>(one->name)) continue;
        const std::unique_ptr<xmlChar, Free> value(xmlNodeListGetString(node.doc, one->children, 1));
        return value ? reinterpret_cast<const char*>(value.get()) : "";
    }
    return {};
}

bool has_class(const xmlNode& node, std::string_view name) {
    const std::string all = attribute(node, "class");
    const std::vector<std::string_view> classes = split(all, ' ');
    return std::find(classes.begin(), classes.end(), name) != classes.end();
}

/// How much of an element is read: its flow alone, or cells and captions too.
enum class Extent : std::uint8_t { flow, everything };

bool is_apart(const xmlNode& node, Extent extent) {
    const std::string_view name = name_of(node);
    if (is_one_of(name, unread_elements) || (extent == Extent::flow && is_one_of(name, cell_elements))) return true;
    if (std::any_of(apart_classes.begin(), apart_classes.end(),
                    [&](std::string_view one) { return has_class(node, one); }))
        return true;
    const std::string role = attribute(node, "role");
    return role == "doc-noteref" || role == "doc-backlink";
}

void append_text(const xmlNode& node, Extent extent, std::string& out) {
    for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE ||
            child->type == XML_ENTITY_REF_NODE) {
            if (child->content != nullptr) out += reinterpret_cast<const char*>(child->content);
            continue;
        }
        if (child->type != XML_ELEMENT_NODE || is_apart(*child, extent)) continue;
        const bool in_line = is_one_of(name_of(*child), inline_elements);
        if (!in_line) out += '\n';
        append_text(*child, extent, out);
        if (!in_line) out += '\n';
    }
}

Words words_in(const xmlNode& node, Extent extent = Extent::flow) {
    std::string text;
    append_text(node, extent, text);
    return words_of(text);
}

class PageReader {
public:
    FoundFlows read(const xmlNode& root) {
        walk(root);
        found_.page = words_in(root, Extent::everything);
        return std::move(found_);
    }

private:
    /// Where the words of a piece may stand; a poster's caption stands elsewhere, and is a fact.
    enum class Inside { page, flow };

    void walk(const xmlNode& node, Inside inside = Inside::page) {
        for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
            if (child->type != XML_ELEMENT_NODE) continue;
            take(*child, inside);
            const bool is_flow = has_class(*child, "body") || has_class(*child, "notes");
            walk(*child, is_flow && name_of(*child) != "body" ? Inside::flow : inside);
        }
    }

    void take(const xmlNode& node, Inside inside) {
        const std::string_view name = name_of(node);
        if (inside == Inside::flow) {
            if (name == "figcaption" || name == "caption") found_.captions.push_back(words_in(node));
            if (name == "th" || name == "td") found_.cells.push_back(words_in(node));
            if (is_note(node)) found_.notes.push_back(words_in(node));
            return;
        }
        if (name == "body") return;
        if (has_class(node, "body")) append(found_.body, words_in(node));
        if (has_class(node, "epigraph")) append(found_.epigraph, words_in(node));
        if (has_class(node, "summary") && name == "p") append(found_.summary, words_in(node));
    }

    static bool is_note(const xmlNode& node) {
        if (name_of(node) == "aside") return attribute(node, "role") == "doc-footnote";
        if (name_of(node) != "li" || node.parent == nullptr || node.parent->parent == nullptr) return false;
        return name_of(*node.parent) == "ol" && has_class(*node.parent->parent, "notes");
    }

    static void append(Words& to, Words&& words) {
        to.insert(to.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    }

    FoundFlows found_;
};

FoundFlows read(const Page& page) {
    const xmlNode* root = page ? xmlDocGetRootElement(page.get()) : nullptr;
    return root == nullptr ? FoundFlows{} : PageReader().read(*root);
}

/// libxml2 wants this before several threads use it.
void prepare() {
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
}

} // namespace

FoundFlows read_web_page(std::string_view html) {
    prepare();
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    return read(Page(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                                    options | static_cast<int>(XML_PARSE_HUGE))));
}

FoundFlows read_book_page(std::string_view xhtml) {
    prepare();
    constexpr int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE;
    return read(Page(xmlReadMemory(xhtml.data(), static_cast<int>(xhtml.size()), nullptr, nullptr, options)));
}

} // namespace halfstar::proof
