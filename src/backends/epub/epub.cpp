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

/// Gives itself away when it is its turn.
Entry packed_entry(std::string path, Packed packed) {
    const Packing packing = packed.packing;
    return {std::move(path), packing, [packed = std::move(packed)]() mutable -> Result<Packed> { return std::move(packed); }};
}

Entry text_entry(std::string path, std::string_view text) { return packed_entry(std::move(path), deflated(text)); }

/// Pictures are compressed already.
Entry picture_entry(std::string_view href, std::function<Result<std::string>()> bytes) {
    return {"EPUB/" + std::string(href), Packing::stored, [bytes = std::move(bytes)]() -> Result<Packed> {
                Result<std::string> fetched = bytes();
                if (!fetched) return fetched.error();
                return stored(std::move(*fetched));
            }};
}

Entry font_entry(const Book& book, const BookFont& font) {
    return {"EPUB/" + font.href, Packing::deflated, [&book, &font]() -> Result<Packed> {
                const Result<std::string> bytes = book.fonts.bytes(font, *book.job->style);
                if (!bytes) return bytes.error();
                return deflated(*bytes);
            }};
}

/// The style's sheet after the rules of the faces that are carried; where there are charts, with the one rule that sets their marked parts apart.
std::string style_sheet_of(const Book& book) {
    std::string sheet = book.fonts.rules(*book.job->style) + html::style_sheet(*book.job->style, "ebook.css");
    if (html::shows(*book.edition, IssuePart::numbers)) sheet += html::marked_rule(*book.job->style);
    return sheet;
}

/// The entries take the book's documents with them.
std::vector<Entry> entries_of(Book& book) {
    std::vector<Entry> entries;
    // The container format: first, as it is, so that the file can be told by its first bytes.
    entries.push_back(packed_entry("mimetype", stored("application/epub+zip")));
    entries.push_back(text_entry("META-INF/container.xml", write_container()));
    if (!book.fonts.all().empty())
        entries.push_back(text_entry("META-INF/com.apple.ibooks.display-options.xml", write_display_options()));
    entries.push_back(text_entry("EPUB/package.opf", write_package(book)));
    entries.push_back(packed_entry("EPUB/" + std::string(contents_name), std::move(book.contents.packed)));
    entries.push_back(text_entry("EPUB/" + std::string(ncx_name), write_ncx(book)));
    entries.push_back(text_entry("EPUB/" + std::string(style_sheet_name), style_sheet_of(book)));
    for (Document& document : book.documents)
        if (document.kind != DocumentKind::contents)
            entries.push_back(packed_entry("EPUB/" + document.href, std::move(document.packed)));
    for (const BookFont& font : book.fonts.all()) entries.push_back(font_entry(book, font));
    if (book.has_cover())
        entries.push_back(picture_entry(cover_image, [&book] { return std::move(*book.cover); }));
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
