#include "read/vocabulary.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

std::optional<PieceKind> kind_named(std::string_view word) {
    struct Row {
        PieceKind kind;
        std::array<std::string_view, 6> words;
    };
    static constexpr std::array<Row, 5> rows = {
        Row{PieceKind::review, {"review", "reviews", "filmreview", "moviereview", "filmreviews", "moviereviews"}},
        Row{PieceKind::essay, {"essay", "essays", "feature", "features", "article", "column"}},
        Row{PieceKind::interview, {"interview", "interviews", "conversation", "qa", "q&a", "profile"}},
        Row{PieceKind::list, {"list", "lists", "ranking", "toplist", "topten", "top10"}},
        Row{PieceKind::listings, {"listings", "listing", "programme", "nowshowing", "screenings", "calendar"}},
    };
    const std::string folded = fold_word(word);
    for (const Row& row : rows)
        if (std::find(row.words.begin(), row.words.end(), folded) != row.words.end()) return row.kind;
    return std::nullopt;
}

} // namespace halfstar::reading
