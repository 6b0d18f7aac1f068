// Blocks and inlines of one piece as markup, for the web page and the ebook alike. One writer lives as
// long as its piece is written, since notes are numbered by their references on the way.
#pragma once

#include "backends/html/dress.h"
#include "backends/html/markup.h"
#include "backends/html/outline.h"
#include "backends/html/page_marks.h"

#include <halfstar/piece.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::html {

class FlowWriter {
public:
    /// All must outlive the writer.
    FlowWriter(const Dress& dress, const Piece& piece, const Outline& outline, Markup& out);

    void blocks(const Blocks& blocks);
    /// The body: its first paragraph is marked as the opening, and `end_mark` (markup) ends its last.
    void body(const Blocks& blocks, std::string_view end_mark);
    /// The blocks of note `index`, with markup before its first words and after its last.
    void note(const Blocks& blocks, std::string_view before, std::string_view after);
    void inlines(const Inlines& inlines);
    /// All the words of a node, with the pages that begin in it.
    void words(const Inlines& inlines, NodeOrdinal node);
    /// A picture alone on its lines; `caption` may be empty. `role` is the figure's class.
    void figure(std::string_view role, const Image& image, const Inlines& caption, NodeOrdinal caption_node = 0);

    /// Ids of the places that refer to note `index`, in reading order, those yet to be written too.
    std::vector<std::string> reference_ids(std::uint32_t note) const;
    std::string note_id(std::uint32_t note) const;
    /// What a note is called: "3", and "Spoiler 3" when it gives something away.
    std::string note_name(std::uint32_t note) const;

    /// In a book, blocks that give something away are notes behind the text: those met so far, in order.
    const std::vector<const Details*>& hidden() const { return hidden_; }
    std::string hidden_id(std::size_t number) const;
    std::string hidden_mark_id(std::size_t number) const;

private:
    void block(const Block& block);
    void paragraph(const Paragraph& paragraph);
    void heading(const Block& block, const Heading& heading);
    void quote(const Quote& quote, NodeOrdinal node);
    void list(const List& list);
    void item(const ListItem& item, bool tight);
    void code(const CodeBlock& code, NodeOrdinal node);
    void table(const Table& table);
    void row(const Table& table, const std::vector<Cell>& cells, std::string_view element);
    void definitions(const Definitions& definitions);
    void details(const Details& details);
    void hide(const Details& details);
    void dialogue(const Dialogue& dialogue);
    void ranking(const Ranking& ranking);
    void showings(const Showings& showings);
    void showing(const Showing& showing);

    // Pages that begin in words (page_marks.cpp): code points are counted from the beginning of the node.
    void begin_words(NodeOrdinal node);
    void end_words();
    /// Marks the pages that begin where the words are now.
    void mark_pages();
    /// The words go on by so many code points that are written otherwise.
    void pass(std::size_t code_points);
    void text(std::string_view words);

    void inline_node(const Inline& node);
    void styled(const Styled& styled);
    void phrase(const Phrase& phrase);
    void link(const Link& link);
    void image(const Image& image, std::string_view covered_title);
    void missing_image(const Image& image);
    void reference(std::uint32_t note);
    void waiting_references();
    void left_out(std::string_view html, Span span);
    std::optional<std::string> address(const Link& link) const;
    std::string place_in(const Piece& piece, std::string_view url) const;
    void count_references();

    const Dress& dress_;
    const Piece& piece_;
    const Outline& outline_;
    Markup& out_;
    std::string prefix_;
    std::vector<std::uint32_t> references_; ///< by note: how many places refer to it
    std::vector<std::uint32_t> written_;    ///< by note: how many of them are written
    /// While a link (or a summary) is open: references met inside wait for its end, since links do not nest.
    bool in_link_ = false;
    std::vector<std::uint32_t> waiting_;
    std::vector<const Details*> hidden_;
    const Block* opening_ = nullptr; ///< the paragraph set as the opening
    const Block* first_ = nullptr;   ///< the paragraph that `before_` stands in
    const Block* last_ = nullptr;    ///< the paragraph that `after_` stands in
    std::string before_, after_;
    std::span<const PageMark> marks_; ///< of the node that is written, those to come
    std::uint32_t counted_ = 0;       ///< code points of it that are written
    bool bare_ = false; ///< paragraphs without their tags: items of a tight list
};

} // namespace halfstar::html
