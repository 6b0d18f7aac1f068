#include "backends/pdf/object_streams.h"

#include "backends/pdf/kept_pages.h"
#include "foundation/base/deflate.h"

#include <algorithm>
#include <utility>

namespace halfstar::pdf {
namespace {

/// A reader that wants one object inflates all of its pack.
constexpr std::size_t most_objects = 200;
constexpr std::size_t most_bytes = std::size_t{1} << 16;

constexpr int offset_bytes = 4, index_bytes = 2;

void append_big_endian(std::string& text, std::uint64_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFF);
}

} // namespace

void Pack::add(ObjectNumber object, std::string_view dictionary) {
    objects_.push_back(object);
    places_ += std::to_string(object) + ' ' + std::to_string(bodies_.size()) + ' ';
    ((bodies_ += "<<") += dictionary) += ">>\n";
}

bool Pack::full() const { return objects_.size() >= most_objects || bodies_.size() >= most_bytes; }

Body Pack::take(KeptPages* kept) {
    const std::string count = std::to_string(std::exchange(objects_, {}).size());
    const std::string first = std::to_string(places_.size());
    std::string bytes = std::exchange(places_, {}) + std::exchange(bodies_, {});
    return {"/Type /ObjStm /N " + count + " /First " + first + " /Filter /FlateDecode",
            kept != nullptr ? kept->deflated(std::move(bytes)) : zlib_deflated(bytes)};
}

CrossReference::Entry& CrossReference::at(ObjectNumber object) {
    if (entries_.size() <= object) entries_.resize(std::size_t{object} + 1);
    return entries_[object];
}

void CrossReference::packed(ObjectNumber object, ObjectNumber stream, std::size_t index) {
    at(object) = {stream, static_cast<std::uint16_t>(index), 2};
}

Body CrossReference::body(const Trailer& trailer) const {
    std::string rows;
    rows.reserve(entries_.size() * (1 + offset_bytes + index_bytes));
    for (const Entry& entry : entries_) {
        append_big_endian(rows, entry.kind, 1);
        append_big_endian(rows, entry.first, offset_bytes);
        append_big_endian(rows, entry.second, index_bytes);
    }
    const std::string identifier = hex_string(trailer.identifier);
    return {"/Type /XRef /Size " + std::to_string(entries_.size()) + " /W [1 " + std::to_string(offset_bytes) + ' ' +
                std::to_string(index_bytes) + "] /Root " + reference(trailer.root) + " /Info " + reference(trailer.info) +
                " /ID [" + identifier + ' ' + identifier + "] /Filter /FlateDecode",
            zlib_deflated(rows)};
}

} // namespace halfstar::pdf
