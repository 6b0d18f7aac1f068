// The body's blocks on the galley, one after the other.
#pragma once

#include "typeset/layout/desk.h"

namespace halfstar::layout {

/// Where blocks stand: column, look, and their parent in the structure.
struct Surroundings {
    Column column;
    Element element = Element::text;
    StructureId parent = 0;
    Length tallest; ///< a page's height: nothing is higher
    int list_depth = 0;
    int nesting = 0; ///< of blocks in blocks: only the outermost stand on whole rows
};

/// Whether a paragraph begins with an indent: the second and later ones of a run do.
enum class Indent : std::uint8_t { none, first_line };

class BlockSetter {
public:
    BlockSetter(Desk& desk, Galley& galley) : desk_(desk), galley_(galley) {}

    void set(const Blocks& blocks, const Surroundings& around);
    /// A piece's whole body, which may open with a drop cap.
    void set_body(const Blocks& body, const Surroundings& around);
    /// Paragraphs whose lines may be exchanged by copyfitting, in order.
    const std::vector<GalleyText>& paragraphs() const { return paragraphs_; }

private:
    void set(const Block& block, const Surroundings& around);
    void paragraph(const Block& block, const Inlines& inlines, const Surroundings& around);
    void heading(const Block& block, const Heading& heading, const Surroundings& around);
    void quote(const Block& block, const Quote& quote, const Surroundings& around);
    void pull_quote(const Block& block, const Quote& quote, const Surroundings& around);
    void source(const Block& block, const Quote& quote, const Surroundings& inside);
    void list(const Block& block, const List& list, const Surroundings& around);
    void ornament();
    void definitions(const Block& block, const Definitions& definitions, const Surroundings& around);
    void details(const Block& block, const Details& details, const Surroundings& around);
    void spoiler(const Details& details, const Surroundings& around);
    void dialogue(const Dialogue& dialogue, const Surroundings& around);
    void turn(const Turn& turn, const Surroundings& around);
    void ranking(const Ranking& ranking, const Surroundings& around);
    void entry(const Entry& entry, const Surroundings& around, Length indent);
    void entry_rating(const Rating& rating, const Composed& title, const Surroundings& around, const StarSpec& stars);
    void entry_credit(const Work& film, const Surroundings& around);
    void showings(const Showings& showings, const Surroundings& around);
    void showing_day(const Date& date, const Surroundings& around);
    void showing(const Showing& showing, const Surroundings& around, Length hours, StructureId list);
    void paragraph(const Block& block, TextWriter write, const Surroundings& around);
    void lines(Composed composed, const Surroundings& around, Element element);
    Length quote_indent() const;

    Desk& desk_;
    Galley& galley_;
    Indent indent_ = Indent::none;
    std::vector<GalleyText> paragraphs_;
};

/// The opening paragraph of a piece, with its drop cap and lead-in words where they suit it. False: it
/// suits neither, and nothing was set.
bool set_opening(Desk& desk, Galley& galley, const Block& block, const Paragraph& paragraph,
                 const Surroundings& around);

void set_code(Desk& desk, Galley& galley, const Block& block, const CodeBlock& code, const Surroundings& around);
void set_table(Desk& desk, Galley& galley, const Block& block, const Table& table, const Surroundings& around);
void set_figure(Desk& desk, Galley& galley, const Block& block, const Figure& figure, const Surroundings& around);

/// Adds the composed text's lines with the notes they refer to.
void add_text(Desk& desk, Galley& galley, const Composed& composed, Length x, Length leading,
              Standing standing = Standing::free);
/// Words in a frame where a picture should be, or the picture: an entry of its own.
Size fitted_picture(const Picture& picture, Length width, Length tallest);

} // namespace halfstar::layout
