#include "compose/passes.h"

#include <map>
#include <set>
#include <string>

namespace halfstar {

void make_keys_unique(Edition& edition, const ComposeSettings&, Diagnostics&) {
    const std::vector<Piece*> pieces = every_piece(edition);
    std::set<std::string> wanted;
    for (const Piece* piece : pieces)
        wanted.insert(piece->key);
    std::set<std::string> given;
    std::map<std::string, int> last;
    for (Piece* one : pieces) {
        Piece& piece = *one;
        if (piece.key.empty()) piece.key = "piece";
        if (given.insert(piece.key).second) continue;
        // A number that is another piece's own key is passed over: that piece keeps it.
        std::string key;
        int& number = last.try_emplace(piece.key, 1).first->second;
        do
            key = piece.key + "-" + std::to_string(++number);
        while (wanted.contains(key) || given.contains(key));
        piece.key = key;
        given.insert(key);
    }
}

} // namespace halfstar
