#include "watch/rebuild_line.h"

#include "foundation/base/strings.h"

#include <string_view>

namespace halfstar::watch {
namespace {

constexpr std::size_t named_changes = 3;

std::string count(std::size_t number, std::string_view one, std::string_view behind = "") {
    return std::to_string(number) + " " + std::string(one) + (number == 1 ? "" : "s") + std::string(behind);
}

std::string changes(const RebuildFacts& facts) {
    if (facts.changed.empty()) return count(facts.pieces, "piece");
    std::vector<std::string> named(facts.changed.begin(),
                                   facts.changed.begin() +
                                       static_cast<std::ptrdiff_t>(std::min(named_changes, facts.changed.size())));
    const std::size_t more = facts.changed.size() - named.size();
    return join(named, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

/// Single files by their names, those of the site and of single reviews by their number.
std::vector<std::string> written(const RebuildFacts& facts) {
    std::vector<std::string> words;
    std::size_t pages = 0, files = 0, notes = 0;
    for (const std::string& path : facts.written) {
        if (path.starts_with("reviews/"))
            ++notes;
        else if (!path.starts_with("site/"))
            words.push_back(path);
        else if (path.ends_with(".html"))
            ++pages;
        else if (!path.ends_with("/.halfstar-files"))
            ++files;
    }
    if (pages > 0) words.push_back(count(pages, "page", " of site"));
    if (pages == 0 && files > 0) words.push_back(count(files, "file", " of site"));
    if (notes > 0) words.push_back(count(notes, "pdf"));
    if (words.empty()) words.emplace_back("nothing new");
    return words;
}

} // namespace

std::string rebuild_line(const RebuildFacts& facts) {
    const std::string made =
        facts.errors > 0 ? count(facts.errors, "error", ", outputs stay as they were") : join(written(facts), ", ");
    return changes(facts) + ": " + made + ", " + std::to_string(facts.took.count()) + " ms";
}

std::string from_folder(const std::string& folder, const std::string& path) {
    std::string_view inside = path;
    if (folder == ".") return std::string(inside.starts_with("./") ? inside.substr(2) : inside);
    std::string_view prefix = folder;
    while (prefix.ends_with('/'))
        prefix.remove_suffix(1);
    if (inside.size() > prefix.size() + 1 && inside.starts_with(prefix) && inside[prefix.size()] == '/')
        inside.remove_prefix(prefix.size() + 1);
    return std::string(inside);
}

} // namespace halfstar::watch
