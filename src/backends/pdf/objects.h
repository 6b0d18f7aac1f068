// The objects of a PDF file, numbered when they are reserved and filled later. libharu writes those that are
// streams; every body is ours, and dictionaries are packed (object_streams.h), which libharu cannot. Bodies may
// be given as functions: they are called when their turn to be written comes, in the order of their numbers,
// and what they give is released at once, so that no output is ever held whole. Objects that are alike and stand in
// a row share a function: of a large file's hundreds of thousands of objects none takes room by itself.
#pragma once

#include "backends/pdf/notation.h"

#include <halfstar/base.h>

#include <cstdint>
#include <exception>
#include <functional>
#include <map>
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
/// Of objects in a row, by their place from 0.
using BodiesSource = std::function<Result<Body>(std::uint32_t)>;

/// What the trailer names.
struct Trailer {
    ObjectNumber root = 0;
    ObjectNumber info = 0;
    std::string identifier; ///< 16 bytes
};

/// libharu counts bytes in 32 bits; what would not fit is refused.
inline constexpr std::uint64_t file_limit = 2'147'483'647;

class KeptPages;
class Pack;
class CrossReference;
class StreamQueue;

class PdfDocument {
public:
    /// Its packs are deflated on up to `jobs` threads, but for those that `kept` has.
    explicit PdfDocument(int jobs = 1, KeptPages* kept = nullptr);
    ~PdfDocument();
    PdfDocument(const PdfDocument&) = delete;
    PdfDocument& operator=(const PdfDocument&) = delete;

    /// The first of `count` new numbers in a row, to be filled before the file is written.
    ObjectNumber reserve(std::uint32_t count = 1);
    void fill(ObjectNumber object, Body body);
    void fill(ObjectNumber object, BodySource source);
    void fill(ObjectNumber first, std::uint32_t count, BodiesSource source);
    ObjectNumber add(Body body);
    ObjectNumber add(BodySource source);
    /// `count` objects in a row; the first.
    ObjectNumber add(std::uint32_t count, BodiesSource source);

    /// Writes the whole file, once. An Error when a body's source, libharu or the file fails, when an
    /// object was never filled, where there are more than readers must bear, or at 2 GiB. `limit` lowers that bound.
    Result<void> write(OutputFile& file, const Trailer& trailer, std::uint64_t limit = file_limit);

private:
    struct Haru;
    /// Objects in a row that were filled together.
    struct Row {
        std::uint32_t count = 0;
        BodiesSource source;
    };
    struct Callbacks;

    bool write_all(const Trailer& trailer);
    bool write_row(ObjectNumber first, const Row& row);
    bool write_next(ObjectNumber object, Result<Body> body);
    void put_pack();
    bool write_first();
    bool write_all_waiting();
    bool write_stream(ObjectNumber object, Body body);
    bool put(std::string_view bytes);
    bool flush();
    bool fail(std::string message);
    Result<void> outcome(unsigned long status);

    std::unique_ptr<Haru> haru_;
    ObjectNumber last_ = 0; ///< that was reserved
    std::map<ObjectNumber, Row> rows_; ///< by the first number, those that are not written
    Body body_;              ///< of the stream that is being written
    void* stream_ = nullptr; ///< libharu's, which writes through `put`
    std::unique_ptr<Pack> pack_;
    std::unique_ptr<StreamQueue> waiting_;
    std::unique_ptr<CrossReference> places_;
    OutputFile* file_ = nullptr;
    std::string buffer_;
    std::uint64_t written_ = 0;
    std::uint64_t limit_ = file_limit;
    std::optional<Error> failure_;
    std::exception_ptr exception_;
};

} // namespace halfstar::pdf
