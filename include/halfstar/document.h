// The document tree: what a piece says, and nothing about how any format says it. Blocks and inlines
// are closed sum types held by value; above them stand the typed facts of piece.h. A visit has no
// default branch, so a new node kind is a compile error wherever work is needed.
#pragma once

#include "diagnostics.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace halfstar {

// ---- inlines ------------------------------------------------------------------------------------

struct Inline;
using Inlines = std::vector<Inline>;

/// Words in reading order, never empty, no line ends.
struct Text {
    std::string text;
};
/// A line end in the source that is only a space.
struct SoftBreak {};
/// A line end the author asked for.
struct HardBreak {};
/// Words in a monospaced face; spaces as written.
struct CodeSpan {
    std::string text;
};

enum class TextStyle : std::uint8_t {
    emphasis, strong, cite, idiom, bold, underline, strike, small, superscript, subscript,
    quotation, highlight, keyboard,
};
/// Words set apart. `cite` is a work's title (HTML's <cite>), `idiom` and `bold` are HTML's <i> and
/// <b>, `quotation` is <q> with its marks not in the text.
struct Styled {
    TextStyle style{};
    Inlines children;
};

/// Words in another language (BCP 47) or direction than those around them. `language` may be empty.
enum class Direction : std::uint8_t { inherit, left_to_right, right_to_left };
struct Phrase {
    std::string language;
    Direction direction = Direction::inherit;
    Inlines children;
};

/// `url` as written, unescaped; resolved against other pieces only by compose.
struct Link {
    std::string url;
    std::string title;
    Inlines children;
    std::string piece; ///< key of the piece of the edition that it leads to, or empty; compose finds it
};

/// Index into Piece::pictures; none when the picture could not be had: then its words stand for it.
using PictureIndex = std::optional<std::uint32_t>;

/// A picture within a line.
struct Image {
    std::string url;
    std::string title;
    std::string alternative; ///< plain words; empty means "none was given"
    PictureIndex picture;
};

/// A reference to Piece::notes[note].
struct NoteReference {
    std::uint32_t note = 0;
};

/// HTML passed through as written (`--allow-raw-html`); only the HTML writer emits it.
struct RawInline {
    std::string html;
};

struct Inline {
    using Node = std::variant<Text, SoftBreak, HardBreak, CodeSpan, Styled, Phrase, Link, Image, NoteReference,
                              RawInline>;
    Node node;
    Span span;
};

// ---- blocks -------------------------------------------------------------------------------------

struct Block;
using Blocks = std::vector<Block>;

/// Ordinal of a block, cell or caption within its piece, from 1 in reading order, given by compose.
/// 0 is "not numbered yet". (piece key, ordinal) is an id; nothing global is numbered into it.
using NodeOrdinal = std::uint32_t;

struct Paragraph {
    Inlines inlines;
};
struct Heading {
    int level = 1; ///< 1-6 as written
    Inlines inlines;
};
/// `pull`: words of the piece itself, lifted out to be seen first.
enum class QuoteKind : std::uint8_t { block, pull };
/// A quotation set apart; `source` is its attribution line if it has one.
struct Quote {
    Blocks blocks;
    Inlines source = {};
    QuoteKind kind = QuoteKind::block;
};
struct ListItem {
    Blocks blocks;
    Span span;
};
struct List {
    bool ordered = false;
    bool tight = true;
    std::int64_t start = 1;
    std::vector<ListItem> items;
};
struct CodeBlock {
    std::string info; ///< the fence's words, unescaped
    std::string text; ///< lines, each ended by LF
};
struct Break {}; ///< a pause between scenes, set as an ornament

enum class Alignment : std::uint8_t { none, left, centre, right };
struct Cell {
    Inlines inlines;
    NodeOrdinal ordinal = 0;
    Span span;
};
/// `columns.size()` cells in `head` (or none) and in each row.
struct Table {
    std::vector<Alignment> columns;
    std::vector<Cell> head;
    std::vector<std::vector<Cell>> rows;
    Inlines caption;
    NodeOrdinal caption_ordinal = 0;
};
/// A picture that stands alone, with its caption.
struct Figure {
    Image image;
    Inlines caption;
    NodeOrdinal caption_ordinal = 0;
};
struct Definition {
    Inlines term;
    Blocks blocks;
    NodeOrdinal term_ordinal = 0;
    Span span;
};
struct Definitions {
    std::vector<Definition> items;
};
enum class DetailsKind : std::uint8_t { aside, spoiler };
/// Text a reader opens on purpose (HTML's <details>; spoilers).
struct Details {
    DetailsKind kind = DetailsKind::aside;
    Inlines summary;
    NodeOrdinal summary_ordinal = 0;
    Blocks blocks;
};
/// Who speaks in a turn: the one who asks, or one who answers.
enum class Voice : std::uint8_t { question, answer };
/// What one speaker says before the next one does.
struct Turn {
    Voice voice = Voice::answer;
    Inlines speaker; ///< "Q", a name; never empty
    NodeOrdinal speaker_ordinal = 0;
    Blocks blocks;
    Span span;
};
/// Turns of a conversation, one after the other.
struct Dialogue {
    std::vector<Turn> turns;
};

/// A film at its place in a list. Year, rating and credits are Piece::listed's.
struct Entry {
    std::string rank; ///< as the author counts: "10"; may be empty
    std::uint32_t film = 0; ///< index into Piece::listed
    Inlines title;
    NodeOrdinal title_ordinal = 0;
    Blocks blocks; ///< what is said of it
    Span span;
};
/// Films in an order that means something.
struct Ranking {
    std::vector<Entry> entries;
};

/// One line of a cinema's listings. Day, hour and house are Piece::screenings'.
struct Showing {
    std::uint32_t screening = 0; ///< index into Piece::screenings
    Inlines title;
    NodeOrdinal title_ordinal = 0;
    Inlines words; ///< what else is said of it; may be empty
    NodeOrdinal words_ordinal = 0;
    Span span;
};
/// What is shown and when, in the author's order.
struct Showings {
    std::vector<Showing> showings;
};

/// A block of HTML passed through as written (`--allow-raw-html`).
struct RawBlock {
    std::string html;
};

struct Block {
    using Node = std::variant<Paragraph, Heading, Quote, List, CodeBlock, Break, Table, Figure, Definitions,
                              Details, Dialogue, Ranking, Showings, RawBlock>;
    Node node;
    Span span;
    NodeOrdinal ordinal = 0;
};

/// What a note is for: more to read, or words of the text that a reader opens on purpose.
enum class NoteKind : std::uint8_t { footnote, spoiler };
/// A footnote, private to its piece. `label` is the author's; the number a reader sees is index + 1,
/// since notes stand in the order of their first reference. What a line of the text gives away (`||He dies.||`)
/// is a note of its own, and the mark in the line says so.
struct Note {
    std::string label;
    Blocks blocks;
    Span span;
    NoteKind kind = NoteKind::footnote;
};

/// Visitor of several lambdas: `std::visit(overloaded{...}, block.node)`.
template <class... Ts>
struct overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
overloaded(Ts...) -> overloaded<Ts...>;

} // namespace halfstar
