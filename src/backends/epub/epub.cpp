// The book as one file: what stands in its archive, in which order.

#include "backends/epub/epub.h"

#include "backends/epub/archive.h"
#include "backends/epub/drafting.h"
#include "backends/epub/navigation.h"
#include "backends/epub/ncx.h"
#include "backends/epub/package.h"
#include "backends/html/parts.h"
#include "backends/html/sheet.h"
#include "foundation/base/parallel.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace halfstar::epub {
namespace {

/// So many documents may wait for their turn in the archive, some megabytes of them: the cover, which is first, takes as long as
/// hundreds of reviews.
constexpr std::size_t most_waiting = 1000;

Entry text_entry(std::string path, std::function<std::string()> text) {
    return {std::move(path), Packing::deflated, [text = std::move(text)]() -> Result<Packed> { return deflated(text()); }};
}

std::string in_book(std::string_view href) { return "EPUB/" + std::string(href); }

/// Pictures are compressed already.
Entry picture_entry(const BookPicture& picture, const Resources& resources) {
    return {in_book(picture.href), Packing::stored, [&picture, &resources]() -> Result<Packed> {
                Result<std::string> bytes = book_bytes(picture, resources);
                if (!bytes) return bytes.error();
                return stored(std::move(*bytes));
            }};
}

Entry font_entry(const Book& book, const BookFont& font) {
    return {in_book(font.href), Packing::deflated, [&book, &font]() -> Result<Packed> {
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

/// The drafts by their places, in the order in which they are made: the indexes first, which take as long as many reviews. Made last, they would be made by one
/// thread while the others have nothing to do.
std::vector<std::size_t> longest_first(const std::vector<Draft>& drafts) {
    std::vector<std::size_t> order(drafts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return drafts[i].document.kind == DocumentKind::index; });
    return order;
}

/// Writes a book while others make what comes next in it. What is said about its documents stands behind them, so none of them
/// has to be kept.
class BookWriter {
public:
    BookWriter(const Job& job, Diagnostics& diagnostics)
        : book_(job), diagnostics_(diagnostics), dress_(dress_of(book_)), drafts_(draft_documents(book_)),
          covers_(book_.has_cover() ? 1 : 0), entries_(entries()), order_(longest_first(drafts_.all)), made_(drafts_.all.size()),
          ahead_(covers_ + drafts_.all.size(), job.jobs, [this](std::size_t i) { return make(i); }, most_waiting) {
        book_.documents.reserve(drafts_.all.size() + 1); // and the contents
        book_.entries.reserve(drafts_.all.size());
    }

    Result<void> write(OutputFile& file) { return write_archive(file, entries_, book_.job->build.timestamp); }

private:
    /// The cover's picture, then the documents in their order of making.
    Result<Written> make(std::size_t i) {
        if (i >= covers_) return write_draft(std::move(drafts_.all[order_[i - covers_]]), dress_, book_);
        Result<std::string> png = book_.job->cover->png();
        if (!png) return png.error();
        Written cover;
        cover.packed = stored(std::move(*png));
        return cover;
    }

    std::vector<Entry> entries() {
        std::vector<Entry> entries;
        // The container format: first, as it is, so that the file can be told by its first bytes.
        entries.push_back({"mimetype", Packing::stored, [] { return stored("application/epub+zip"); }});
        entries.push_back(text_entry("META-INF/container.xml", write_container));
        if (!book_.fonts.all().empty())
            entries.push_back(text_entry("META-INF/com.apple.ibooks.display-options.xml", write_display_options));
        if (book_.has_cover()) entries.push_back({in_book(cover_image), Packing::stored, [this] { return cover(); }});
        for (std::size_t i = 0; i < drafts_.all.size(); ++i)
            entries.push_back({in_book(drafts_.all[i].document.href), Packing::deflated, [this, i] { return document(i); }});
        entries.push_back(text_entry(in_book(contents_name), [this] { return contents(); }));
        entries.push_back(text_entry(in_book(package_name), [this] { return write_package(book_); }));
        entries.push_back(text_entry(in_book(ncx_name), [this] { return write_ncx(book_); }));
        entries.push_back(text_entry(in_book(style_sheet_name), [this] { return style_sheet_of(book_); }));
        for (const BookFont& font : book_.fonts.all()) entries.push_back(font_entry(book_, font));
        for (const BookPicture& picture : book_.pictures.all()) entries.push_back(picture_entry(picture, *book_.job->resources));
        return entries;
    }

    Result<Packed> cover() {
        Result<Written> made = ahead_.take();
        if (!made) return made.error();
        return std::move(made->packed);
    }

    /// What came of a draft. What was made before it waits for its turn.
    Result<Written> take(std::size_t draft) {
        while (!made_[draft]) made_[order_[taken_++]] = ahead_.take();
        return *std::exchange(made_[draft], std::nullopt);
    }

    Result<Packed> document(std::size_t draft) {
        Result<Written> made = take(draft);
        if (!made) return made.error();
        diagnostics_.append(std::move(made->diagnostics));
        book_.fonts.take_characters(made->characters);
        std::move(made->entries.begin(), made->entries.end(), std::back_inserter(book_.entries));
        book_.documents.push_back(std::move(made->document));
        return std::move(made->packed);
    }

    /// The navigation document, when all others are written.
    std::string contents() {
        Document& contents = book_.contents;
        contents.kind = DocumentKind::contents;
        contents.id = "contents";
        contents.href = contents_name;
        contents.title = book_.locale->word("contents");
        contents.properties = "nav";
        std::string text = write_contents(book_);
        note_anchors(contents, text, book_.printed_pages.marks_of(contents.id));
        book_.fonts.take_characters(book_.fonts.characters_of(text));
        if (html::is_collection(*book_.edition))
            book_.documents.insert(book_.documents.begin() + static_cast<std::ptrdiff_t>(drafts_.before_contents), contents);
        return text;
    }

    Book book_; ///< what `document` adds to it no draft reads
    Diagnostics& diagnostics_;
    const html::Dress dress_;
    Drafts drafts_;
    const std::size_t covers_; ///< 1 or none
    const std::vector<Entry> entries_;
    const std::vector<std::size_t> order_; ///< of making
    std::vector<std::optional<Result<Written>>> made_; ///< by draft
    std::size_t taken_ = 0; ///< of `order_`
    Ahead<Result<Written>> ahead_;
};

} // namespace

Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics) {
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    if (!file) return file.error();
    if (Result<void> written = BookWriter(job, diagnostics).write(**file); !written) return written;
    return (*file)->close();
}

} // namespace halfstar::epub
