#include "compose/passes.h"

#include "document/parts.h"
#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar {
namespace {

constexpr std::string_view piece_extensions[] = {".md", ".markdown", ".txt"};
constexpr std::string_view page_extensions[] = {".html", ".htm"};

/// RFC 3986, 2.1; what is no UTF-8 when it is decoded stays as it was.
std::string decoded(std::string_view url) {
    std::string out = percent_decoded(url);
    return utf8::is_valid(out) ? out : std::string(url);
}

/// The path from the root that `url` means in a file at `from`; none when it leaves the root.
std::optional<std::string> resolved(std::string_view url, std::string_view from) {
    std::vector<std::string> names;
    const std::string whole = url.starts_with('/') ? std::string(url.substr(1))
                                                   : std::string(from.substr(0, from.rfind('/') + 1)).append(url);
    for (const std::string_view name : split(whole, '/')) {
        if (name.empty() || name == ".") continue;
        if (name != "..") {
            names.emplace_back(name);
            continue;
        }
        if (names.empty()) return std::nullopt;
        names.pop_back();
    }
    return join(names, "/");
}

/// The path without such an extension, whatever its case; none when it has no such.
template <std::size_t n>
std::optional<std::string> without(std::string_view path, const std::string_view (&extensions)[n]) {
    for (const std::string_view extension : extensions)
        if (path.size() > extension.size() && ascii_iequal(path.substr(path.size() - extension.size()), extension))
            return std::string(path.substr(0, path.size() - extension.size()));
    return std::nullopt;
}

class Linker {
public:
    Linker(Edition& edition, bool is_issue, Diagnostics& diagnostics)
        : edition_(edition), is_issue_(is_issue), diagnostics_(diagnostics) {
        for (const Piece* piece : every_piece(edition)) {
            paths_.emplace(piece->path, piece->key);
            if (const auto stem = without(piece->path, piece_extensions)) stems_.emplace(*stem, piece->key);
            keys_.emplace(piece->key, piece->key);
            const std::string name = piece->path.substr(piece->path.rfind('/') + 1);
            names_.emplace(unicode::slug(name.substr(0, name.rfind('.'))), piece->key);
            names_.emplace(unicode::slug(piece->title.value), piece->key);
        }
    }

    void link(Piece& piece) {
        look(piece, piece.summary);
        if (piece.epigraph) {
            look(piece, piece.epigraph->words);
            look(piece, piece.epigraph->source);
        }
        look(piece, piece.body);
        for (Note& note : piece.notes)
            look(piece, note.blocks);
    }

private:
    using Table = std::map<std::string, std::string, std::less<>>;

    static std::string in(const Table& table, std::string_view words) {
        const auto found = table.find(words);
        return found == table.end() ? std::string() : found->second;
    }

    void look(const Piece& piece, Inlines& inlines) {
        if (settle_links(piece, inlines)) unlink(inlines);
    }

    static bool leads_nowhere(const Inline& each) {
        const auto* link = std::get_if<Link>(&each.node);
        return link != nullptr && link->url.starts_with("[[");
    }

    /// What a vault's link names and no piece is, is words.
    static void unlink(Inlines& inlines) {
        for (Inline& each : inlines)
            if (Inlines* children = children_of(each)) unlink(*children);
        if (std::none_of(inlines.begin(), inlines.end(), leads_nowhere)) return;
        Inlines kept;
        for (Inline& each : inlines) {
            if (!leads_nowhere(each)) {
                kept.push_back(std::move(each));
                continue;
            }
            Inlines words = std::move(*children_of(each));
            std::move(words.begin(), words.end(), std::back_inserter(kept));
        }
        inlines = std::move(kept);
        tidy_inlines(inlines);
    }

    /// Whether any leads nowhere.
    bool settle_links(const Piece& piece, Inlines& inlines) {
        bool any = false;
        walk_inlines(inlines, [&](Inline& node) {
            auto* link = std::get_if<Link>(&node.node);
            if (link == nullptr) return;
            settle(piece, *link, node.span);
            any = any || leads_nowhere(node);
        });
        return any;
    }
    void look(const Piece& piece, Blocks& blocks) {
        walk_blocks(blocks,
                    [&](Block& block) { each_inlines(block, [&](Inlines& inlines) { look(piece, inlines); }); });
    }

    void settle(const Piece& piece, Link& link, Span span) {
        link.piece.clear();
        const std::string_view bare = std::string_view(link.url).substr(0, link.url.find_first_of("?#"));
        if (link.url.starts_with("[[")) return settle_wiki(link);
        if (bare.empty() || has_scheme(link.url)) return;
        const std::string url = decoded(bare);
        const std::optional<std::string> path = resolved(url, piece.path);
        if (path) link.piece = key_at(*path);
        if (link.piece.empty()) link.piece = in(keys_, std::string_view(url).substr(url.starts_with("./") ? 2 : 0));
        if (link.piece.empty() && is_issue_ && without(url, piece_extensions)) report(path.value_or(url), span);
    }

    /// A vault's link names a file without its folder, or a title; `[[file#part]]` names a heading in it.
    void settle_wiki(Link& link) const {
        const std::string inside = link.url.substr(2, link.url.size() - std::min<std::size_t>(link.url.size(), 4));
        const std::size_t hash = std::min(inside.find('#'), inside.size());
        link.piece = in(keys_, unicode::file_slug(inside.substr(0, hash)));
        if (link.piece.empty()) link.piece = in(names_, unicode::slug(inside.substr(0, hash)));
        if (!link.piece.empty()) link.url = link.piece + inside.substr(hash);
    }

    std::string key_at(const std::string& path) const {
        std::string key = in(paths_, path);
        if (key.empty()) key = in(stems_, path);
        const auto page = without(path, page_extensions);
        return key.empty() && page ? in(stems_, *page) : key;
    }

    void report(const std::string& path, Span span) {
        std::vector<std::string> paths;
        for (const Piece* piece : every_piece(edition_))
            paths.push_back(piece->path);
        const auto near = nearest(path, paths);
        std::vector<std::string> hints;
        if (near) hints.push_back("did you mean '" + *near + "'?");
        diagnostics_.report(Code::dead_link, span, {path}, std::move(hints));
    }

    Edition& edition_;
    bool is_issue_;
    Diagnostics& diagnostics_;
    Table paths_, stems_, keys_;
    Table names_; ///< by the slugs of files' names and of titles
};

} // namespace

void link_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics) {
    Linker linker(edition, settings.issue != nullptr, diagnostics);
    for (Piece* piece : every_piece(edition))
        linker.link(*piece);
}

} // namespace halfstar
