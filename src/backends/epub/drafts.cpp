#include "backends/epub/drafts.h"

#include "backends/epub/navigation.h"
#include "backends/html/page_marks.h"

#include <halfstar/style.h>

#include <utility>

namespace halfstar::epub {
namespace {

std::vector<std::string> ids_in_contents(const Draft& draft) {
    std::vector<std::string> ids;
    for (const ContentsEntry& entry : draft.entries)
        if (const auto [document, id] = split_href(entry.href); !id.empty()) ids.emplace_back(id);
    return ids;
}

/// The whole document. It is put together in one place: an index of thousands of films has millions of bytes.
html::Markup text_of(Draft& draft, html::Dress dress, const Book& book) {
    html::Markup out(html::Syntax::xhtml);
    open_document(out, draft.document.title, draft.language, book.edition->direction, draft.matter);
    for (const std::string& label : book.printed_pages.at_document(draft.document.id)) {
        html::write_page_mark(out, label);
        out.line();
    }
    draft.write(out, dress, draft.entries);
    close_document(out);
    return out;
}

} // namespace

html::Dress dress_of(const Book& book) {
    html::Dress dress;
    dress.syntax = html::Syntax::xhtml;
    dress.edition = book.edition;
    dress.locale = book.locale;
    dress.long_title_from = 18;
    dress.leads_beside = false;
    const Style& style = *book.job->style;
    if (!style.pages.empty()) dress.missing_stars_outlined = style.pages[0].stars.missing_outlined;
    dress.picture_place = [&book](const Picture& picture) {
        return html::PicturePlace{html::PicturePlace::Kind::file, book.pictures.at(picture).href};
    };
    dress.piece_address = [&book](const Piece& piece) { return book.href(piece); };
    return dress;
}

Written write_draft(Draft draft, const html::Dress& dress, const Book& book) {
    Written written;
    html::Dress own = dress;
    own.diagnostics = &written.diagnostics;
    const html::Markup markup = text_of(draft, std::move(own), book);
    const std::string& text = markup.str();
    if (text.find("<svg ") != std::string::npos) draft.document.properties = "svg";
    note_anchors(draft.document, text, ids_in_contents(draft));
    note_anchors(draft.document, text, book.printed_pages.marks_of(draft.document.id));
    written.characters = book.fonts.characters_of(text);
    written.packed = deflated(text);
    written.document = std::move(draft.document);
    written.entries = std::move(draft.entries);
    return written;
}

void note_anchors(Document& document, std::string_view text, const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
        if (const std::size_t at = text.find(" id=\"" + id + "\""); at != std::string_view::npos) document.anchors.emplace(id, at);
}

} // namespace halfstar::epub
