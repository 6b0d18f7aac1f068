// The book as one file: what stands in its archive, in which order.

#include "backends/epub/epub.h"

#include "backends/epub/archive.h"
#include "backends/epub/book.h"
#include "backends/epub/navigation.h"
#include "backends/epub/ncx.h"
#include "backends/epub/package.h"
#include "backends/html/parts.h"
#include "backends/html/sheet.h"

namespace halfstar::epub {
namespace {

/// Gives its text away when it is its turn.
Entry text_entry(std::string path, std::string text) {
    return {std::move(path), Packing::deflated,
            [text = std::move(text)]() mutable -> Result<std::string> { return std::move(text); }};
}

/// Pictures are compressed already.
Entry picture_entry(std::string_view href, std::function<Result<std::string>()> bytes) {
    return {"EPUB/" + std::string(href), Packing::stored, std::move(bytes)};
}

/// The style's sheet after the rules of the faces that are carried; where there are charts, with the one rule that sets their marked parts apart.
std::string style_sheet_of(const Book& book) {
    std::string sheet = book.fonts.rules(*book.job->style) + html::style_sheet(*book.job->style, "ebook.css");
    if (html::shows(*book.edition, IssuePart::numbers)) sheet += html::marked_rule(*book.job->style);
    return sheet;
}

/// The entries take the texts of the book's documents with them.
std::vector<Entry> entries_of(Book& book) {
    std::vector<Entry> entries;
    // The container format: first, as it is, so that the file can be told by its first bytes.
    entries.push_back({"mimetype", Packing::stored, []() -> Result<std::string> { return std::string("application/epub+zip"); }});
    entries.push_back(text_entry("META-INF/container.xml", write_container()));
    if (!book.fonts.all().empty())
        entries.push_back(text_entry("META-INF/com.apple.ibooks.display-options.xml", write_display_options()));
    entries.push_back(text_entry("EPUB/package.opf", write_package(book)));
    entries.push_back(text_entry("EPUB/" + std::string(contents_name), std::move(book.contents.text)));
    entries.push_back(text_entry("EPUB/" + std::string(ncx_name), write_ncx(book)));
    entries.push_back(text_entry("EPUB/" + std::string(style_sheet_name), style_sheet_of(book)));
    for (Document& document : book.documents)
        if (document.kind != DocumentKind::contents)
            entries.push_back(text_entry("EPUB/" + document.href, std::move(document.text)));
    for (const BookFont& font : book.fonts.all())
        entries.push_back({"EPUB/" + font.href, Packing::deflated, [&book, &font] { return book.fonts.bytes(font, *book.job->style); }});
    if (book.has_cover())
        entries.push_back(picture_entry(cover_image, [&book]() -> Result<std::string> { return book.job->cover->png; }));
    for (const BookPicture& picture : book.pictures.all())
        entries.push_back(picture_entry(picture.href, [&book, &picture] { return book_bytes(picture, *book.job->resources); }));
    return entries;
}

} // namespace

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics) {
    Book book = make_book(job, diagnostics);
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    if (!file) return file.error();
    if (Result<void> written = write_archive(**file, entries_of(book), job.build.timestamp); !written) return written;
    return (*file)->close();
}

} // namespace halfstar::epub
