// Small objects packed together (ISO 32000-1, 7.5.7), and the stream that says where every object is (7.5.8).
// A tagged file has ten times as many elements as pages: packed, they take a tenth of the room.
#pragma once

#include "backends/pdf/notation.h"
#include "backends/pdf/objects.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::pdf {

class KeptPages;

/// Dictionaries on their way into one object stream.
class Pack {
public:
    void add(ObjectNumber object, std::string_view dictionary);
    bool empty() const { return objects_.empty(); }
    bool full() const;
    /// The objects in it, by their index.
    const std::vector<ObjectNumber>& objects() const { return objects_; }
    /// The stream of what was added; the pack is empty then. `kept` may have it deflated.
    Body take(KeptPages* kept = nullptr);

private:
    std::vector<ObjectNumber> objects_;
    std::string places_; ///< each object's number and where it begins
    std::string bodies_;
};

/// Where objects are: at an offset of the file, or at an index of an object stream.
class CrossReference {
public:
    void stands(ObjectNumber object, std::uint64_t offset) { at(object) = {static_cast<std::uint32_t>(offset), 0, 1}; }
    void packed(ObjectNumber object, ObjectNumber stream, std::size_t index);
    /// The stream, which is the trailer as well; it must know itself.
    Body body(const Trailer& trailer) const;

private:
    struct Entry {
        std::uint32_t first = 0;  ///< offset (files stay below 2 GiB), or the stream's number
        std::uint16_t second = 0; ///< index in the stream
        std::uint8_t kind = 0;    ///< 0 free, 1 stands, 2 packed
    };
    Entry& at(ObjectNumber object);

    std::vector<Entry> entries_{1}; ///< by number; 0 is no object
};

} // namespace halfstar::pdf
