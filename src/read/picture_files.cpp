#include "read/picture_files.h"

#include "design/pictures/pictures.h"
#include "document/tree.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_shown = 80; // code points of an address in a message

/// "https" of "https://..."; empty for a path, also for one that begins with a drive's letter.
std::string_view scheme_of(std::string_view url) {
    const std::size_t at = url.find(':');
    if (at == std::string_view::npos || at < 2) return {};
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '.' ||
               c == '-';
    };
    const std::string_view scheme = url.substr(0, at);
    return std::all_of(scheme.begin(), scheme.end(), fits) ? scheme : std::string_view{};
}

std::string shown(std::string_view url) {
    std::size_t at = 0;
    for (std::size_t n = 0; at < url.size() && n < longest_shown; ++n)
        at += utf8::decode(url, at).length;
    return std::string(url.substr(0, at)) + (at < url.size() ? "…" : "");
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }
std::string folder_of(const std::string& path) { return path.substr(0, std::min(path.rfind('/'), path.size())); }

class PictureFinder {
public:
    PictureFinder(Piece& piece, std::string_view text, const PieceFile& file, const FileReader& reader,
                  Diagnostics& diagnostics)
        : piece_(piece), text_(text), file_(file), reader_(reader), diagnostics_(diagnostics) {}

    void find(Image& image, Span span) {
        const auto known = by_url_.find(image.url);
        image.picture = known != by_url_.end() ? known->second
                                               : by_url_[image.url] = resolve(image.url, place_of(image.url, span));
    }
    void find_in(Inlines& inlines) {
        walk_inlines(inlines, [&](Inline& node) {
            if (auto* image = std::get_if<Image>(&node.node)) find(*image, node.span);
        });
    }
    void find_in(Blocks& blocks) {
        walk_blocks(blocks, [&](Block& block) {
            if (auto* figure = std::get_if<Figure>(&block.node)) find(figure->image, block.span);
            each_inlines(block, [&](Inlines& inlines) { find_in(inlines); });
        });
    }

private:
    /// Where the address stands within the picture's own span; that span where it is written otherwise
    /// (escaped, or in a reference definition elsewhere).
    Span place_of(std::string_view url, Span span) const {
        if (url.empty() || span.end > text_.size() || span.begin > span.end) return span;
        // From behind: the words before the address may be the same as it.
        const std::size_t at = text_.substr(span.begin, span.end - span.begin).rfind(url);
        if (at == std::string_view::npos) return span;
        const auto begin = static_cast<std::uint32_t>(span.begin + at);
        return {span.source, begin, static_cast<std::uint32_t>(begin + url.size())};
    }

    PictureIndex resolve(const std::string& url, Span span) {
        const std::string_view scheme = scheme_of(url);
        if (ascii_iequal(scheme, "data")) return refuse(Code::corrupt_image, span, url, "a picture must be a file");
        if (ascii_iequal(scheme, "file")) return refuse(Code::image_outside_root, span, url);
        if ((!scheme.empty() && url.substr(scheme.size() + 1).starts_with("//")) || url.starts_with("//"))
            return refuse(Code::remote_image, span, url);
        const auto path = existing_path(url);
        if (!path) return refuse(Code::image_outside_root, span, url);
        if (path->empty()) return refuse_missing(url, span);
        return load(*path, url, span);
    }

    PictureIndex refuse(Code code, Span span, std::string_view url, std::string_view why = {}) {
        diagnostics_.report(code, span, {shown(url), why});
        return std::nullopt;
    }

    /// Where the address may point to, in the order in which they are tried: the words as they are (a file's name
    /// may hold '%' or '?'), without query and fragment, decoded.
    static std::vector<std::string> spellings(std::string_view url) {
        const std::string_view bare = url.substr(0, std::min(url.find_first_of("?#"), url.size()));
        std::vector<std::string> all{std::string(url), percent_decoded(url), std::string(bare), percent_decoded(bare)};
        all.push_back(replace_all(all.back(), "\\", "/"));
        std::erase_if(all, [](const std::string& s) { return s.empty() || s.find('\0') != std::string::npos; });
        return all;
    }

    std::string full_path(std::string_view spelling) const {
        if (spelling.starts_with('/')) return file_.root + std::string(spelling);
        return file_.folder + "/" + std::string(spelling);
    }

    /// The canonical path of the file; empty when there is none, nothing when it lies outside the root.
    std::optional<std::string> existing_path(std::string_view url) const {
        bool outside = false;
        for (const std::string& spelling : spellings(url)) {
            const std::string path = reader_.canonical(full_path(spelling));
            const bool inside = is_inside(file_.root, path);
            if (inside && reader_.is_file(path)) return path;
            outside = outside || !inside;
        }
        return outside ? std::nullopt : std::optional<std::string>(std::in_place);
    }

    PictureIndex refuse_missing(const std::string& url, Span span) {
        std::vector<std::string> hints;
        if (const auto all = spellings(url); !all.empty() && utf8::is_valid(all.back())) {
            const std::string& spelling = all.back();
            const std::string path = reader_.canonical(full_path(spelling));
            const auto near = nearest(file_name(path), reader_.list(folder_of(path)));
            const std::string folder = spelling.substr(0, spelling.rfind('/') + 1);
            if (near && utf8::is_valid(*near)) hints.push_back("did you mean '" + folder + *near + "'?");
        }
        diagnostics_.report(Code::missing_image, span, {shown(url)}, std::move(hints));
        return std::nullopt;
    }

    PictureIndex load(const std::string& path, const std::string& url, Span span) {
        for (std::size_t i = 0; i < piece_.pictures.size(); ++i)
            if (piece_.pictures[i].path == path) return static_cast<std::uint32_t>(i);
        const auto bytes = reader_.read(path, picture_byte_limit);
        if (!bytes) return refuse(Code::corrupt_image, span, url, bytes.error().message);
        auto picture = inspect_picture(*bytes);
        if (!picture) return refuse(Code::corrupt_image, span, url, picture.error().message);
        picture->path = path;
        picture->name = utf8::from_utf32(utf8::to_utf32(file_name(path))); // a name may be no UTF-8
        piece_.pictures.push_back(std::move(*picture));
        return static_cast<std::uint32_t>(piece_.pictures.size() - 1);
    }

    Piece& piece_;
    std::string_view text_;
    const PieceFile& file_;
    const FileReader& reader_;
    Diagnostics& diagnostics_;
    std::map<std::string, PictureIndex> by_url_;
};

} // namespace

void find_pictures(Piece& piece, Span poster, std::string_view text, const PieceFile& file, const FileReader& reader,
                   Diagnostics& diagnostics) {
    PictureFinder finder(piece, text, file, reader, diagnostics);
    if (piece.poster) finder.find(*piece.poster, poster);
    if (piece.epigraph) {
        finder.find_in(piece.epigraph->words);
        finder.find_in(piece.epigraph->source);
    }
    finder.find_in(piece.summary);
    finder.find_in(piece.body);
    for (Note& note : piece.notes)
        finder.find_in(note.blocks);
}

} // namespace halfstar::reading
