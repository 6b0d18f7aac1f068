// The same review twice: a copy with another name, or a draft that was left beside the finished text.
#include "lint/rules.h"

#include "document/tree.h"
#include "foundation/base/hash.h"
#include "foundation/unicode/text.h"
#include "lint/plain_words.h"

#include <algorithm>
#include <map>
#include <string>

namespace halfstar::lint {
namespace {

constexpr std::size_t shortest_text = 20; ///< words: shorter ones may be alike by chance

/// What the body's words alone come to, as a digest; empty when there are few.
std::string words_of(const Piece& piece) {
    const std::string text = unicode::lower(plain_text(piece.body), "en");
    const std::vector<std::string_view> words = plain_words(text);
    if (words.size() < shortest_text) return {};
    std::string all;
    for (const std::string_view word : words)
        (all += word) += ' ';
    return hex(sha256(all));
}

/// One film by one author; empty for what is no review of one film.
std::string film_of(const Piece& piece) {
    if (piece.kind != PieceKind::review || piece.works.size() != 1) return {};
    const Work& work = piece.works.front();
    std::string all = unicode::lower(work.title.value, "en") + "\n" + (work.year ? std::to_string(*work.year) : "");
    for (const std::string& author : piece.authors)
        all += "\n" + author;
    return all;
}

/// Who sees a film again writes of it on another day.
bool may_be_one_day(const Piece& a, const Piece& b) {
    const auto& first = a.published ? a.published : a.seen;
    const auto& second = b.published ? b.published : b.seen;
    return !first || !second || first->value == second->value;
}

class Duplicates {
public:
    explicit Duplicates(const Desk& desk) : desk_(desk) {}

    void meet(const Piece& piece) {
        const Piece* same_text = find(by_words_, words_of(piece), piece);
        const Piece* same_film = find(by_film_, film_of(piece), piece);
        if (same_text != nullptr)
            report(piece, *same_text, "the same text stands");
        else if (same_film != nullptr && may_be_one_day(*same_film, piece))
            report(piece, *same_film, "the same film is reviewed");
    }

private:
    using Table = std::map<std::string, const Piece*>;

    /// The first piece of that key, if it is another one.
    static const Piece* find(Table& table, std::string key, const Piece& piece) {
        if (key.empty()) return nullptr;
        const auto [at, is_new] = table.emplace(std::move(key), &piece);
        return is_new ? nullptr : at->second;
    }

    void report(const Piece& piece, const Piece& first, std::string_view what) const {
        desk_.report(Code::duplicate_review, piece.title.span, {what, desk_.sources.at(first.source).name});
    }

    const Desk& desk_;
    Table by_words_, by_film_;
};

} // namespace

void check_duplicates(const Desk& desk) {
    Duplicates duplicates(desk);
    for (const FiledPiece& filed : desk.manuscripts.pieces)
        duplicates.meet(*filed.piece);
}

} // namespace halfstar::lint
