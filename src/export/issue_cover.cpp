#include "export/issue_cover.h"

#include "design/pictures/pictures.h"
#include "foundation/base/files.h"
#include "foundation/base/hash.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <utility>
#include <vector>

namespace halfstar {
namespace {

/// The files of the folder that the path names which are as near as its name is to theirs.
std::vector<std::string> hints_for(const CoverSetting& cover, const std::string& path, const FileReader& reader) {
    const std::size_t slash = path.rfind('/');
    const auto near = nearest(path.substr(slash + 1), reader.list(path.substr(0, slash)));
    if (!near || !utf8::is_valid(*near)) return {"a cover is 'type', 'posters', or the path of a picture"};
    return {"did you mean '" + cover.path.substr(0, cover.path.rfind('/') + 1) + *near + "'?"};
}

} // namespace

void find_cover(CoverSetting& cover, const std::string& folder, const std::string& root, const FileReader& reader,
                Diagnostics& diagnostics) {
    if (cover.kind != CoverKind::picture) return;
    const auto refuse = [&](std::string_view expected, std::vector<std::string> hints) {
        diagnostics.report(Code::bad_issue_value, cover.span, {cover.path, expected}, std::move(hints));
        cover.kind = CoverKind::type;
    };
    const std::string path = reader.canonical(folder + "/" + cover.path);
    if (!is_inside(root, path)) return refuse("a picture within the issue's root", {});
    if (!reader.is_file(path)) return refuse("a picture that is there", hints_for(cover, path, reader));
    const Result<std::string> bytes = reader.read(path, picture_byte_limit);
    if (!bytes) return refuse("a picture that can be read: " + bytes.error().message, {});
    Result<Picture> picture = inspect_picture(*bytes);
    if (!picture) return refuse("a picture: " + picture.error().message, {});
    picture->path = path;
    picture->name = utf8::from_utf32(utf8::to_utf32(path.substr(path.rfind('/') + 1)));
    picture->digest = sha256(*bytes);
    cover.picture = std::move(*picture);
}

} // namespace halfstar
