// The pictures of a book: one file for each, in a format that every reading system knows and that
// stands still.
#pragma once

#include <halfstar/edition.h>
#include <halfstar/resources.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace halfstar::epub {

/// What has to be done to a picture before it goes into a book.
enum class Conversion : std::uint8_t {
    none,
    to_png,  ///< GIF may move, and WebP with transparency is unknown to older readers
    to_jpeg, ///< WebP; and JPEG that lies on its side, since not every reader turns it
};
Conversion conversion_of(const Picture& picture);

struct BookPicture {
    const Picture* picture = nullptr;
    std::string id;   ///< in the manifest
    std::string href; ///< from the book's folder
    std::string media_type;
    Conversion conversion = Conversion::none;
};

class BookPictures {
public:
    /// Every picture that a piece shows, once for each digest, in reading order.
    explicit BookPictures(const Edition& edition);
    const std::vector<BookPicture>& all() const { return all_; }
    const BookPicture& at(const Picture& picture) const;

private:
    void add(const Picture& picture);
    std::vector<BookPicture> all_;
    std::map<std::array<std::uint8_t, 32>, std::size_t> by_digest_;
};

/// The bytes that go into the book.
Result<std::string> book_bytes(const BookPicture& picture, const Resources& resources);

} // namespace halfstar::epub
