// The text as cmark gets it. CommonMark knows no footnotes, so a definition `[^label]: text` is handed
// over as an item of an ordered list, `01) text`: its marker is four columns wide, so what is indented by
// four columns continues it, it may interrupt a paragraph, and whatever blocks it holds are read as blocks.
// cmark itself then tells which definitions are real: an item that does not come back stood in code or
// HTML, is put back as it was, and the text is parsed again. So no block structure is guessed at here.
#pragma once

#include "read/html/offsets.h"
#include "read/markdown/stand_ins.h"

#include <cmark.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::markdown {

struct NodeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, NodeDeleter>;

/// CommonMark 0.30 of the text, with line numbers.
Document parse(std::string_view text);

enum class Footnotes : std::uint8_t { plain, read };

struct Manuscript {
    std::string text;                                ///< what was parsed
    OffsetMap origin;                                ///< its offsets to those of the author's text
    std::map<std::uint32_t, std::string> definitions; ///< labels, by the offset of their items in `text`
    std::optional<std::uint32_t> cut;                ///< of a cut mark that was taken out, in the author's text
    bool has_stand_ins = false;                      ///< letters stand for marks in labels
    StandIns shortcodes;
    Document document;

    /// Words from cmark as the author wrote them.
    std::string restored(std::string words) const;
    /// An address from cmark, with what its shortcodes mean.
    std::string address(std::string_view url) const { return restored(shortcodes.as_address(url)); }
};

Manuscript prepare(std::string_view text, Footnotes footnotes);

} // namespace halfstar::markdown
