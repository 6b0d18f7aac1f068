// How things look, as data: a style is a folder under styles/ (or the user's own) whose style.yaml may
// extend another's. docs/styles.md explains every key. Lengths are resolved; colours are paints.
#pragma once

#include "base.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace halfstar {

/// A colour of the style. `spot` is the ink's name on press, or empty.
struct StyleColour {
    std::string name; ///< the key in style.yaml: "ink", "spot", "paper"
    std::uint8_t red = 0, green = 0, blue = 0;
    std::string spot;
    friend bool operator==(const StyleColour&, const StyleColour&) = default;
};

enum class LetterCase : std::uint8_t { as_written, small_caps, all_small_caps, upper };
enum class Setting : std::uint8_t { justified, ragged, centred, ranged_right };

/// How one element of a page is set.
struct TextSpec {
    std::string family;
    int weight = 400;
    bool italic = false;
    Length size;
    Length leading;
    int tracking = 0; ///< thousandths of an em
    LetterCase letter_case = LetterCase::as_written;
    std::vector<std::string> features; ///< OpenType tags: "onum", "ss11"
    std::size_t colour = 0;            ///< index into Style::colours
    Setting setting = Setting::ragged;
    friend bool operator==(const TextSpec&, const TextSpec&) = default;
};

/// Everything a page sets in words. The names in style.yaml are these with '-' for '_'.
enum class Element : std::uint8_t {
    text, title, long_title, year, day, month, occasion, credit, byline, epigraph, epigraph_source, drop_cap,
    lead_in, pull_quote, heading_1, heading_2, heading_3, quote, quote_source, list_label, note, note_mark,
    caption, table, table_head, code, code_block, summary, running_head, running_section, folio, band,
    band_strong, speaker, question, entry_rank, entry_title, entry_year, showing_day, showing_hour, showing_house, box_heading, box_label, box_name, foot, cover_title, cover_text,
    // of an issue
    cover_fact, cover_line, cover_seat, cover_caption, contents_heading, contents_entry, contents_person,
    contents_folio, section_title, section_fact, section_entry, section_folio, chart_heading, chart_note,
    chart_count, chart_label, chart_row, chart_day, index_entry, index_folio, back_line, back_text, count,
};
constexpr std::size_t element_count = static_cast<std::size_t>(Element::count);

/// Drawn stars: `radius` is the outer one, `pitch` from star to star.
struct StarSpec {
    Length radius;
    Length pitch;
    Length outline;
    std::size_t colour = 0;
    bool missing_outlined = true;
    friend bool operator==(const StarSpec&, const StarSpec&) = default;
};

/// Where the credits of a film stand: in boxes in the side column, or under a rule at the foot of the last page.
enum class CreditsPlace : std::uint8_t { side_column, foot };

/// The dots between an entry of the contents and its page. They stand on a lattice of the page, so that they align.
struct LeaderSpec {
    Length radius = Length::points(0.34);
    Length pitch = Length::points(4.333);
    Length clear_left = Length::points(5), clear_right = Length::points(4);
    Length numbers_before; ///< what page numbers take at the head of their rows; 0: they stand at the end
    friend bool operator==(const LeaderSpec&, const LeaderSpec&) = default;
};

/// The head of a piece reversed out of a block over the whole measure: its title as large as the block lets it be,
/// its picture, and a bar with the film's facts and its stars.
struct BlockSpec {
    Length height;  ///< that the title's part takes at most; 0: heads are not set in blocks
    Length rise;    ///< from the first baseline up to the block's edge
    Length inset;   ///< from the block's sides to the title
    Length bar;     ///< height of the bar
    Length picture; ///< height that a poster takes at most
    std::size_t colour = 0;
    friend bool operator==(const BlockSpec&, const BlockSpec&) = default;
};

/// Rows count from the first baseline in units of the grid; row n stands at first_baseline + n * grid.
/// Openers: where things stand on a piece's first page. Steps are in rows.
struct OpenerSpec {
    int title_row = 2;
    int title_step = 3;
    int long_title_step = 2;
    int long_title_from = 18; ///< code points from which the title is set as long_title; 0 never
    int credit_after_title = 2;
    int epigraph_after_byline = 2;
    int text_after_epigraph = 2;
    int day_row = 2, month_row = 4, occasion_row = 5, stars_row = 7;
    int boxes_row = 12;
    int drop_cap_lines = 3;
    int lead_in_words = 4;
    bool rule_at_head = false;
    Length band_height; ///< 0: none
    Length band_baseline;
    Length foot_rule; ///< thickness; 0: none
    CreditsPlace credits = CreditsPlace::side_column;
    Length credit_names; ///< where names start in the credits at the foot
    Length credits_frame; ///< thickness of the frame about them, in place of a rule over them; 0: none
    Length drop_cap_box;  ///< room round a drop cap in a box of its own; 0: none is drawn
    BlockSpec block;
    friend bool operator==(const OpenerSpec&, const OpenerSpec&) = default;
};

enum class SideEdge : std::uint8_t { left, outer };

/// What openers, plates, running heads and folios are set on: the edge where reading begins, or the line in the
/// middle of the measure.
enum class Axis : std::uint8_t { edge, centre };

/// Where a piece or a section of a zine may begin: below the piece before it, on any page, or on a recto.
enum class Start : std::uint8_t { shared_page, next_page, recto };

/// Where the film stands that a page is about: at its head, or at its foot beside the folio.
enum class RunningPlace : std::uint8_t { head, foot };

/// How the opener of a section stands: its name across the page over rows of films, or turned upwards along the page,
/// with the films pasted beside it.
enum class SectionForm : std::uint8_t { rows, turned };

/// How covers, charts and epigraphs are made: set on their grounds, or pasted up of pictures in dots, reversed blocks and
/// strips of words.
enum class Display : std::uint8_t { set, pasted };

/// The page's number, in a box in the outer corner of the page.
struct FolioSpec {
    Length width, height; ///< 0: no box, and the number stands in the side column
    std::size_t colour = 0;
    friend bool operator==(const FolioSpec&, const FolioSpec&) = default;
};

/// A page design: the trim it is made for, its grid, margins and columns.
struct PageSpec {
    std::string name; ///< "note-a4", "note-letter"
    Size trim;
    Length grid;
    Length first_baseline;
    int rows = 0; ///< rows 0 to rows - 1 hold text
    Length inner, outer;
    Length side;   ///< width of the side column; 0: none
    Length gutter; ///< between side and text column
    SideEdge side_edge = SideEdge::left;
    Axis axis = Axis::edge;
    Length folio_drop; ///< from the last row to the page's number; 0: three rows
    Start sections_start = Start::next_page;
    Start pieces_start = Start::shared_page;
    int columns = 1;    ///< of running text, side by side in the text column
    Length column_gap;  ///< between them
    Length column_rule; ///< thickness of the rule in the gap; 0: none
    bool wide_columns = false; ///< they stand below the whole opener, across the side column too
    OpenerSpec opener;
    StarSpec stars;
    FolioSpec folio;
    RunningPlace running = RunningPlace::head;
    bool run_on = false; ///< a piece begins below the one before it though it ends on a later page
    SectionForm section = SectionForm::rows;
    Display display = Display::set;
    Length ground_inset; ///< what a solid page leaves white at its edges; 0: it bleeds
    /// Pages of the same trim that hold more: the first of them on which a note of two pages takes one is taken.
    std::vector<std::string> denser;
    std::string plates;  ///< the page whose columns and rows drawn pages have; empty: this one
    /// Elements that this page sets otherwise than the style does.
    std::vector<std::pair<Element, TextSpec>> overrides;
    friend bool operator==(const PageSpec&, const PageSpec&) = default;
};

/// The paragraph breaker's measures, in thousandths unless said.
struct LineSpec {
    Length indent;
    int stretch = 410; ///< of a space's width
    int shrink = 333;
    int expansion_out = 20; ///< of the line's width: glyphs drawn wider
    int expansion_in = 20;
    int expansion_share = 1000; ///< of a line's slack: what glyphs take, as far as they may, before spaces do
    int hyphen_demerits = 24000;     ///< plain number
    int hyphen_pair_demerits = 20000; ///< plain number
    int river_demerits = 12000;      ///< plain number
    int last_line_minimum = 220;     ///< of the measure
    int hyphens_in_a_row = 2;        ///< at most; plain number
    /// (characters, part of an em that hangs): out of the right and the left edge
    std::vector<std::pair<std::string, int>> hang_right, hang_left;
    friend bool operator==(const LineSpec&, const LineSpec&) = default;
};

/// Pages that may fill an issue up where its sheets have more than it takes: a table of all ratings, sentences of the
/// reviews, their pictures, ruled lines to write on.
enum class Filler : std::uint8_t { ratings, quotes, stills, notes };

/// How far an issue may be tightened, so that its count of pages comes out even.
struct CopyfitSpec {
    int pages = 2;      ///< at most so many are saved, unless a count is asked for
    int lines = 6;      ///< a review whose last page has no more is set shorter; so many paragraphs lose a line
    bool run_on = true; ///< reviews may begin below the one before them
    friend bool operator==(const CopyfitSpec&, const CopyfitSpec&) = default;
};

/// A look that single reviews ask for by its name. It changes what stands on a page, and not the page's trim, grid and
/// margins: reviews of several looks stand on one page.
struct StyleVariant {
    std::string name;
    std::vector<PageSpec> pages; ///< every page of the style under its own name, as this look has it
    friend bool operator==(const StyleVariant&, const StyleVariant&) = default;
};

struct Style {
    std::string name;
    std::string description;
    std::vector<StyleColour> colours; ///< [0] is the ink of text
    std::array<TextSpec, element_count> elements;
    LineSpec lines;
    std::vector<PageSpec> pages;
    std::vector<StyleVariant> variants;
    Length end_mark_radius;
    std::size_t end_mark_colour = 0;
    LeaderSpec leaders;
    Length hairline, rule; ///< thicknesses of thin and of main rules
    Length short_rule, short_rule_length; ///< the one that parts what is set on the axis; its thickness
    Length screen; ///< from dot to dot of pictures that are screened; 0: they are set as they are
    bool links_as_notes = true; ///< on paper, a link's address becomes a note
    std::vector<Filler> fillers = {Filler::ratings, Filler::quotes, Filler::stills, Filler::notes}; ///< in their order
    CopyfitSpec copyfit;
    bool embedded_faces = false; ///< an ebook carries the faces of text and titles
    std::vector<std::string> fallback_families; ///< before the program's own chain

    const TextSpec& element(Element e) const { return elements[static_cast<std::size_t>(e)]; }
    friend bool operator==(const Style&, const Style&) = default;
};

} // namespace halfstar
