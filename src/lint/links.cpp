// Links that lead nowhere within the manuscripts: to a heading that the piece does not have, or to a text file that is
// not there. Between the pieces of an issue, composing says it, since only there it is known what the issue holds.
#include "lint/rules.h"

#include "document/tree.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <set>
#include <string>

namespace halfstar::lint {
namespace {

constexpr std::string_view text_extensions[] = {".md", ".markdown", ".txt"};

bool names_a_text(std::string_view path) {
    const std::string folded = ascii_lower(path);
    return std::any_of(std::begin(text_extensions), std::end(text_extensions),
                       [&](std::string_view end) { return folded.ends_with(end); });
}

class LinkReading {
public:
    LinkReading(const Desk& desk, const FiledPiece& filed) : desk_(desk), filed_(filed), piece_(*filed.piece) {}

    void read() {
        each_flow([&](const Blocks& blocks) { add_headings(blocks); });
        each_flow([&](const Blocks& blocks) { look(blocks); });
    }

private:
    template <class Visit> void each_flow(const Visit& visit) {
        visit(piece_.body);
        for (const Note& note : piece_.notes)
            visit(note.blocks);
    }

    void add_headings(const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.node))
                headings_.insert(unicode::slug(plain_text(heading->inlines)));
        });
    }

    void look(const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) {
            each_inlines(block, [&](const Inlines& inlines) {
                walk_inlines(inlines, [&](const Inline& node) {
                    if (const auto* link = std::get_if<Link>(&node.node)) check(link->url, node.span);
                });
            });
        });
    }

    void check(std::string_view url, Span span) const {
        if (url.size() > 1 && url.front() == '#') return check_heading(percent_decoded(url.substr(1)), span);
        if (desk_.manuscripts.is_issue || url.starts_with("[[") || has_scheme(url)) return;
        const std::string path = percent_decoded(url.substr(0, url.find_first_of("?#")));
        if (!names_a_text(path)) return;
        const std::string whole = (path.starts_with('/') ? filed_.root : filed_.folder + "/") + path;
        if (is_inside(filed_.root, desk_.reader.canonical(whole)) && !desk_.reader.is_file(whole))
            desk_.report(Code::dead_link, span, {path});
    }

    /// Places that HTML or an attribute of the source names count too, though not all of them are carried.
    void check_heading(const std::string& name, Span span) const {
        const std::string slug = unicode::slug(name);
        if (ascii_iequal(name, "top") || headings_.count(slug) != 0 || headings_.count(without_number(slug)) != 0)
            return;
        const std::string& text = desk_.sources.at(piece_.source).text;
        for (const std::string& mark :
             {"id=\"" + name + "\"", "id='" + name + "'", "name=\"" + name + "\"", "{#" + name, "id=" + name})
            if (text.find(mark) != std::string::npos) return;
        std::vector<std::string> hints;
        const std::vector<std::string> headings(headings_.begin(), headings_.end());
        if (const auto near = nearest(slug, headings)) hints.push_back("did you mean '#" + *near + "'?");
        desk_.report(Code::dead_link, span, {"#" + name}, std::move(hints));
    }

    /// The second heading of the same words has "-2" behind them, or "-1" in what other programs write.
    static std::string without_number(const std::string& slug) {
        const std::size_t dash = slug.rfind('-');
        const bool numbered =
            dash != std::string::npos && slug.find_first_not_of("0123456789", dash + 1) == std::string::npos;
        return numbered ? slug.substr(0, dash) : slug;
    }

    const Desk& desk_;
    const FiledPiece& filed_;
    const Piece& piece_;
    std::set<std::string> headings_; ///< as slugs
};

} // namespace

void check_links(const Desk& desk, const FiledPiece& filed) { LinkReading(desk, filed).read(); }

} // namespace halfstar::lint
