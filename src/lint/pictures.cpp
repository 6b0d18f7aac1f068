// Pictures that nobody can hear of, that print badly, or that no piece shows.
#include "lint/rules.h"

#include "document/tree.h"
#include "foundation/base/urls.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>

namespace halfstar::lint {
namespace {

/// What a picture has at most on a zine's A5 page: the column and half its height, or a poster's place.
struct Room {
    double width, height; ///< inches
};
constexpr Room figure_room{105 / 25.4, 85 / 25.4}, poster_room{45 / 25.4, 67 / 25.4};
constexpr double least_resolution = 150; ///< pixels an inch that paper shows well

/// Pixels across that fill the room well.
std::uint32_t pixels_wanted(const Picture& picture, const Room& room) {
    const double inches = std::min(room.width, room.height * picture.width / std::max(1u, picture.height));
    return static_cast<std::uint32_t>(std::lround(inches * least_resolution));
}

class PictureReading {
public:
    PictureReading(const Desk& desk, const FiledPiece& filed)
        : desk_(desk), piece_(*filed.piece), text_(desk.sources.at(piece_.source).text) {}

    void read() {
        read(piece_.body);
        for (const Note& note : piece_.notes)
            read(note.blocks);
        if (piece_.poster) check_size(*piece_.poster, place_of(desk_, piece_, piece_.poster->url), poster_room);
    }

private:
    void read(const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) {
            if (const auto* figure = std::get_if<Figure>(&block.node)) {
                check_words(figure->image, block.span);
                check_size(figure->image, block.span, figure_room);
            }
            each_inlines(block, [&](const Inlines& inlines) {
                walk_inlines(inlines, [&](const Inline& node) {
                    if (const auto* image = std::get_if<Image>(&node.node)) check_words(*image, node.span);
                });
            });
        });
    }

    /// HTML's alt="" says on purpose that a picture only adorns.
    void check_words(const Image& image, Span span) const {
        if (!image.alternative.empty()) return;
        const std::string_view source =
            std::string_view(text_).substr(std::min<std::size_t>(span.begin, text_.size()), span.end - span.begin);
        if (source.find("alt=\"\"") != std::string_view::npos || source.find("alt=''") != std::string_view::npos)
            return;
        desk_.report(Code::missing_alternative, span, {image.url},
                     {"say in a few words what it shows: ![words](" + image.url + ")"});
    }

    void check_size(const Image& image, Span span, const Room& room) const {
        if (!image.picture) return;
        const Picture& picture = piece_.pictures[*image.picture];
        const std::uint32_t wanted = pixels_wanted(picture, room);
        if (picture.format == PictureFormat::svg || picture.width >= wanted) return;
        desk_.report(Code::small_picture, span, {image.url, std::to_string(picture.width)},
                     {std::to_string(wanted) + " across would print well"});
    }

    const Desk& desk_;
    const Piece& piece_;
    const std::string& text_;
};

/// Files that a piece leads to without showing them: `[the poster](poster.jpg)`.
void add_linked(const Desk& desk, const FiledPiece& filed, const Inlines& inlines, std::set<std::string>& used) {
    walk_inlines(inlines, [&](const Inline& node) {
        const auto* link = std::get_if<Link>(&node.node);
        if (link == nullptr || link->url.empty() || has_scheme(link->url)) return;
        const std::string path = percent_decoded(link->url.substr(0, link->url.find_first_of("?#")));
        used.insert(desk.reader.canonical((path.starts_with('/') ? filed.root : filed.folder + "/") + path));
    });
}

std::set<std::string> used_files(const Desk& desk) {
    std::set<std::string> used;
    for (const FiledPiece& filed : desk.manuscripts.pieces) {
        for (const Picture& picture : filed.piece->pictures)
            used.insert(picture.path);
        const auto look = [&](const Blocks& blocks) {
            walk_blocks(blocks, [&](const Block& block) {
                each_inlines(block, [&](const Inlines& inlines) { add_linked(desk, filed, inlines, used); });
            });
        };
        look(filed.piece->body);
        for (const Note& note : filed.piece->notes)
            look(note.blocks);
    }
    return used;
}

} // namespace

void check_pictures(const Desk& desk, const FiledPiece& filed) { PictureReading(desk, filed).read(); }

void check_unused_pictures(const Desk& desk) {
    if (desk.manuscripts.pictures.empty()) return;
    const std::set<std::string> used = used_files(desk);
    for (const PictureFile& file : desk.manuscripts.pictures)
        if (used.count(file.path) == 0) desk.report(Code::unused_picture, {}, {file.name});
}

} // namespace halfstar::lint
