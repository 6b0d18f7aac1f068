// From the bytes of one file to a piece.
#pragma once

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>
#include <halfstar/export.h>
#include <halfstar/piece.h>

#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

inline constexpr std::uint64_t input_byte_limit = 16ull << 20;
inline constexpr int nesting_limit = 100;

struct PieceFile {
    SourceId source = 0; ///< already added to Sources with the file's name
    std::string path;    ///< relative to root, with '/'; names the piece
    std::string folder;  ///< canonical folder of the file: relative pictures start here
    std::string root;    ///< canonical root: nothing outside is read
};

/// What reading gives: the piece, and the text its spans count in (UTF-8, LF), for Sources::set_text.
struct ReadPiece {
    Piece piece;
    std::string text;
};

/// Reads one file's bytes. Nothing comes back when they are no text (Code::binary_input).
std::optional<ReadPiece> read_piece(std::string_view bytes, const PieceFile& file, const ReadOptions& options,
                                    const FileReader& reader, Diagnostics& diagnostics);

/// Markdown alone: blocks and notes of `text`, whose byte 0 is byte `where.begin` of its source.
/// `conventions` adds footnotes, pipe tables and figures to CommonMark 0.30.
struct MarkdownOptions {
    bool conventions = true;
    bool allow_raw_html = false;
};
struct Markdown {
    Blocks blocks;
    std::vector<Note> notes; ///< by first reference; those that nothing refers to stand last
    /// Where the author cut the piece (`<!--more-->`, `<!-- end -->`): the block before which the first cut
    /// mark stands; blocks.size() when it stands behind the last.
    std::optional<std::size_t> cut;
    std::optional<std::uint32_t> cut_at; ///< the mark's offset in the source
};
Markdown read_markdown(std::string_view text, Span where, const MarkdownOptions& options, Diagnostics& diagnostics);

} // namespace halfstar
