// Tags and words as they come, gathered into one tree: elements of HTML and of Markdown side by side,
// since a <div> may open in one block of HTML and close three paragraphs later.
//
// libxml2's own tree builder is not used for this: it sees one piece of HTML at a time, closes what is
// still open and drops stray end tags, which are just what joins the pieces of HTML in a review. Tags are
// paired here by a stack: what is not closed closes with its parent, an end tag without its start
// vanishes, and no end tag of HTML closes what Markdown opened. Every step is of constant (amortised)
// cost; the nodes lie in one array, so depth costs no stack when they are built or thrown away.
#pragma once

#include "read/html/tags.h"
#include "read/html/tokens.h"

#include <halfstar/diagnostics.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::soup {

using NodeId = std::uint32_t;
inline constexpr NodeId nobody = UINT32_MAX;

/// What may be done with a text: collapsed (words of HTML: white space is one space), read for marks
/// (words of Markdown), or nothing (words that were escaped, or could not be found in the source).
enum class Wording : std::uint8_t { collapsible, markable, fixed };

struct Node {
    Tag tag = Tag::root;
    Wording wording = Wording::fixed;
    bool markdown = false;     ///< an element that Markdown opened
    bool closed = false;       ///< had an end of its own
    bool holds_blocks = false; ///< has a block somewhere below
    NodeId parent = nobody, first = nobody, last = nobody, next = nobody;
    Span span;
    std::string text;          ///< words, code, raw HTML, label of a note
    Attributes attributes;
};

/// The value of the attribute, or nothing.
std::string attribute_of(const Node& node, std::string_view name);
/// The words of an attribute, which become words of a text: line ends are spaces.
std::string in_one_line(std::string words);

class Soup {
public:
    Soup();

    /// Opens an element of HTML, or adds it when it is void; transparent ones only part lines.
    void open(Tag tag, Span span, Attributes attributes);
    /// An end tag of HTML.
    void close(Tag tag, Span span);
    /// Opens an element for Markdown, which close_markdown alone ends. Returns its id.
    NodeId open_markdown(Tag tag, Span span, Attributes attributes = {}, std::string text = {});
    NodeId close_markdown();
    NodeId leaf(Tag tag, Span span, std::string text = {}, Attributes attributes = {});
    void words(std::string text, Span span, Wording wording);
    /// The HTML that was poured ends here, and other text follows. An element that nothing will ever close ends
    /// with its own HTML, or with the first block behind it if it holds nothing yet.
    void part_html();
    /// Closes whatever is open.
    void finish();

    /// The element that is open innermost, if it is media without an address of its own.
    std::optional<NodeId> open_media() const;

    Node& at(NodeId id) { return nodes_[id]; }
    const Node& at(NodeId id) const { return nodes_[id]; }
    NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
    std::vector<NodeId> children(NodeId id) const;
    /// Gives `parent` these children, in this order.
    void set_children(NodeId parent, const std::vector<NodeId>& children);
    /// A node that stands nowhere yet.
    NodeId make(Tag tag, Span span, std::string text = {});
    /// A walk in reading order: into a node, and out of it again.
    struct Step {
        NodeId id = nobody;
        bool entering = true;
        friend bool operator==(const Step&, const Step&) = default;
    };
    Step behind(Step step) const;

private:
    struct Frame {
        Tag tag;
        NodeId node;
        bool markdown;
        std::uint32_t outer_same;  ///< the frame below of the same tag, + 1
        std::uint32_t outer_fence; ///< the fence below
        NodeId own = nobody;       ///< the last child that its own HTML gave it
    };
    void push(Tag tag, NodeId node, bool markdown);
    void pop();
    void pop_to(std::uint32_t frame);
    NodeId append(Node node);
    void part_lines();
    std::uint32_t floor_of(Tag tag) const;
    void close_implied(Tag tag, std::uint32_t floor);
    void imply_ends(Tag opening);
    NodeId first_said(const Node& node) const;
    bool may_swallow(const Frame& frame) const;
    void give_back(const Frame& frame);
    std::uint32_t newest(Tag tag) const { return newest_[static_cast<std::size_t>(tag)]; }

    std::vector<Node> nodes_;
    std::vector<Frame> frames_;
    std::array<std::uint32_t, tag_count> newest_{}; ///< frame index + 1 of the innermost open element; 0: none
    std::uint32_t fence_ = 0;                       ///< frames from this one on are HTML's to close
    std::size_t parted_ = 0;                        ///< frames below this one know what is their own
};

} // namespace halfstar::soup
