// The objects of a PDF file, numbered when they are reserved and filled later. libharu numbers and writes
// them; every body is ours, and dictionaries are packed (object_streams.h), which libharu cannot. Bodies may
// be given as functions: they are called when their turn to be written comes, in the order of their numbers,
// and what they give is released at once, so that no output is ever held whole.
#pragma once

#include "backends/pdf/notation.h"

#include <halfstar/base.h>

#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::pdf {

/// A dictionary object, or a stream when it has one.
struct Body {
    std::string dictionary;            ///< what stands between << and >>, without /Length
    std::optional<std::string> stream; ///< as it is written: already filtered
};
using BodySource = std::function<Result<Body>()>;

/// What the trailer names.
struct Trailer {
    ObjectNumber root = 0;
    ObjectNumber info = 0;
    std::string identifier; ///< 16 bytes
};

/// libharu counts bytes in 32 bits; what would not fit is refused.
inline constexpr std::uint64_t file_limit = 2'147'483'647;

class Pack;
class CrossReference;

class PdfDocument {
public:
    PdfDocument();
    ~PdfDocument();
    PdfDocument(const PdfDocument&) = delete;
    PdfDocument& operator=(const PdfDocument&) = delete;

    /// A new number, to be filled before the file is written.
    ObjectNumber reserve();
    void fill(ObjectNumber object, Body body);
    void fill(ObjectNumber object, BodySource source);
    ObjectNumber add(Body body);
    ObjectNumber add(BodySource source);

    /// Writes the whole file, once. An Error when a body's source, libharu or the file fails, when an
    /// object was never filled, or at 2 GiB. `limit` lowers that bound.
    Result<void> write(OutputFile& file, const Trailer& trailer, std::uint64_t limit = file_limit);

private:
    struct Haru;
    struct Object {
        PdfDocument* owner = nullptr;
        ObjectNumber number = 0;
        BodySource source;
        void* dict = nullptr; ///< libharu's own
    };
    struct Callbacks;

    Object& at(ObjectNumber object) { return objects_[object - 1]; }
    bool write_all(const Trailer& trailer);
    bool write_next(Object& object);
    bool write_pack();
    bool write_stream(Object& object, Body body);
    bool put(std::string_view bytes);
    bool flush();
    bool fail(std::string message);
    Result<void> outcome(unsigned long status);

    std::unique_ptr<Haru> haru_;
    std::deque<Object> objects_;
    Body body_;              ///< of the object that is being written
    void* stream_ = nullptr; ///< libharu's, which writes through `put`
    std::unique_ptr<Pack> pack_;
    std::unique_ptr<CrossReference> places_;
    OutputFile* file_ = nullptr;
    std::string buffer_;
    std::uint64_t written_ = 0;
    std::uint64_t limit_ = file_limit;
    std::optional<Error> failure_;
    std::exception_ptr exception_;
};

} // namespace halfstar::pdf
