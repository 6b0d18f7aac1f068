#include "backends/epub/drafts.h"

#include "backends/epub/navigation.h"
#include "backends/html/page_marks.h"
#include "foundation/base/parallel.h"

#include <iterator>
#include <utility>

namespace halfstar::epub {
namespace {

/// What comes of a draft beside its document and its lines of the contents.
struct Written {
    Diagnostics diagnostics;
    std::u32string characters;
};

class DraftWriter {
public:
    DraftWriter(const html::Dress& dress, const Book& book) : dress_(dress), book_(book) {}

    Written write(Draft& draft) const {
        Written written;
        html::Dress dress = dress_;
        dress.diagnostics = &written.diagnostics;
        html::Markup body(html::Syntax::xhtml);
        for (const std::string& label : book_.printed_pages.at_document(draft.document.id)) {
            html::write_page_mark(body, label);
            body.line();
        }
        draft.write(body, dress, draft.entries);
        if (body.str().find("<svg ") != std::string::npos) draft.document.properties = "svg";
        const std::string text =
            wrap_document(body.str(), draft.document.title, draft.language, book_.edition->direction, draft.matter);
        note_anchors(draft.document, text, ids_in_contents(draft));
        note_anchors(draft.document, text, book_.printed_pages.marks_of(draft.document.id));
        written.characters = book_.fonts.characters_of(text);
        draft.document.packed = deflated(text);
        return written;
    }

private:
    static std::vector<std::string> ids_in_contents(const Draft& draft) {
        std::vector<std::string> ids;
        for (const ContentsEntry& entry : draft.entries)
            if (const auto [document, id] = split_href(entry.href); !id.empty()) ids.emplace_back(id);
        return ids;
    }

    const html::Dress& dress_;
    const Book& book_;
};

} // namespace

void note_anchors(Document& document, std::string_view text, const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
        if (const std::size_t at = text.find(" id=\"" + id + "\""); at != std::string_view::npos) document.anchors.emplace(id, at);
}

void write_drafts(std::vector<Draft> drafts, const html::Dress& dress, Book& book, Diagnostics& diagnostics) {
    const DraftWriter writer(dress, book);
    std::vector<Written> written(drafts.size());
    for_each_parallel(drafts.size() + 1, book.job->jobs, [&](std::size_t i) {
        if (i > 0) written[i - 1] = writer.write(drafts[i - 1]);
        else if (book.has_cover()) book.cover = book.job->cover->png();
    });
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        diagnostics.append(std::move(written[i].diagnostics));
        book.fonts.take_characters(written[i].characters);
        std::move(drafts[i].entries.begin(), drafts[i].entries.end(), std::back_inserter(book.entries));
        book.documents.push_back(std::move(drafts[i].document));
    }
}

} // namespace halfstar::epub
