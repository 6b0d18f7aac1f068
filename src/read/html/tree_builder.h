// From the soup to the document tree: every element becomes the word that the tree has for it, in
// reading order, with notes numbered as they are first referred to. Recursion is as deep as the tree
// may be (nesting_limit); what lies deeper is set flat.
#pragma once

#include "read/html/soup.h"

#include <halfstar/diagnostics.h>
#include <halfstar/document.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::soup {

/// Whether reviews' conventions hold: figures, attributions of quotations, trimmed lines.
enum class Conventions : std::uint8_t { none, reviews };
/// Whether addresses are checked: not for authors who pass raw HTML through.
enum class Trust : std::uint8_t { checked, author };

struct TreeSettings {
    Conventions conventions = Conventions::reviews;
    Trust trust = Trust::checked;
};

/// Code on one line.
std::string unbroken(std::string code);

class TreeBuilder {
public:
    TreeBuilder(const Soup& soup, const TreeSettings& settings, Diagnostics& diagnostics);

    /// The whole soup as blocks. Called once, before `notes`.
    Blocks body();
    /// Every note: those referred to by first reference, then those that nothing refers to.
    std::vector<Note> notes();

private:
    /// What is carried along a line across its elements.
    struct Line {
        Inlines inlines;
        bool swallows_space = true; ///< white space of HTML is not set here
        bool has_words = false;
        bool break_wanted = false; ///< a block ended within the line
        bool from_html = false;
    };
    /// Blocks so far, and the words since that will be a paragraph.
    struct Run {
        Blocks blocks;
        Line line;
        std::uint32_t end = 0; ///< of the words, in the source
    };

    // blocks.cpp
    Blocks blocks_in(NodeId parent, int level, NodeId except = nobody);
    void place(NodeId id, Run& run, int level);
    void place_children(NodeId id, Run& run, int level);
    void place_media(NodeId id, Run& run);
    void place_block(NodeId id, Run& run, int level);
    void place_styled_blocks(NodeId id, Run& run, int level);
    void restyle(Block& block, NodeId id) const;
    void place_paragraph(NodeId id, Run& run, int level);
    void place_heading(NodeId id, Run& run, int level);
    void place_quote(NodeId id, Run& run, int level);
    void place_preformatted(NodeId id, Run& run);
    void place_flat(NodeId top, Run& run, int level);
    void flush(Run& run);
    void add(Run& run, NodeId id, Block::Node node);
    Inlines whole_line(NodeId id, int level);
    Inlines dressed(NodeId id, Inlines inlines) const;
    Inlines spoken(NodeId id, Inlines inlines) const;
    bool is_set_aside(NodeId id);

    // structures.cpp
    void place_list(NodeId id, Run& run, int level);
    void place_definitions(NodeId id, Run& run, int level);
    void place_details(NodeId id, Run& run, int level);
    void place_figure(NodeId id, Run& run, int level);

    // grids.cpp
    void place_table(NodeId id, Run& run, int level);

    // lines.cpp and leaves.cpp
    void append(NodeId id, Line& line, int level);
    void append_children(NodeId id, Line& line, int level);
    void append_within(NodeId id, Line& line, int level);
    void append_words(const Node& node, Line& line);
    void append_collapsed(const Node& node, Line& line);
    void append_text(std::string_view text, Span span, Line& line);
    void append_break(const Node& node, Line& line);
    void append_leaf(NodeId id, Line& line);
    void append_code(NodeId id, Line& line);
    void append_block(NodeId id, Line& line, int level);
    bool leads_somewhere(const Node& node) const;
    void report_refused(const Node& node);
    void append_reading(NodeId id, Line& line, int level);
    void append_link(NodeId id, Line& line, int level);
    void append_media(NodeId id, Line& line);
    void append_image(const Node& node, Line& line);
    void append_reference(const Node& node, Line& line);
    void append_flat(NodeId top, Line& line);
    void push(Line& line, Inline::Node node, Span span);
    void finish(Line& line) const;
    std::string text_below(NodeId id) const;
    void too_deep(Span span);

    // notes.cpp
    struct Definition {
        std::string label;
        NodeId node;
        std::optional<std::uint32_t> index;
        bool again = false; ///< its label was taken already
    };
    void gather_definitions();
    std::optional<std::uint32_t> reference(std::string_view label);
    std::uint32_t inline_note(NodeId id);

    const Soup& soup_;
    TreeSettings settings_;
    Diagnostics& diagnostics_;
    std::vector<Definition> definitions_;
    std::map<std::string, std::size_t, std::less<>> by_label_;
    std::vector<NodeId> note_order_;
    bool reported_depth_ = false;
    bool in_link_ = false;
};

} // namespace halfstar::soup
