#include "backends/pdf/objects.h"

#include "backends/pdf/object_streams.h"
#include "backends/pdf/stream_queue.h"

#include <hpdf.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace halfstar::pdf {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;
/// Version 1.7, and four bytes that say the file is not text.
constexpr std::string_view header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
/// Any status that is not HPDF_OK stops libharu; ours are kept in the document.
constexpr HPDF_STATUS stopped = HPDF_FILE_IO_ERROR;
/// ISO 19005-2, 6.1.13: readers need not bear more.
constexpr ObjectNumber most_objects = HPDF_LIMIT_MAX_XREF_ELEMENT;

/// In pieces: libharu's sizes have 32 bits.
HPDF_STATUS send(HPDF_Stream stream, std::string_view bytes) {
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, std::size_t{1} << 30);
        const auto* data = reinterpret_cast<const HPDF_BYTE*>(piece.data());
        if (const HPDF_STATUS status = HPDF_Stream_Write(stream, data, static_cast<HPDF_UINT>(piece.size()));
            status != HPDF_OK) {
            return status;
        }
        bytes.remove_prefix(piece.size());
    }
    return HPDF_OK;
}

} // namespace

/// One dictionary stands for each stream in its turn.
struct PdfDocument::Haru {
    HPDF_Doc document = HPDF_New(nullptr, nullptr);
    HPDF_Dict dict = document == nullptr ? nullptr : HPDF_Dict_New(document->mmgr);

    Haru() = default;
    Haru(const Haru&) = delete;
    Haru& operator=(const Haru&) = delete;
    ~Haru() {
        if (dict != nullptr) {
            HPDF_Dict_Free(dict);
        }
        if (document != nullptr) {
            HPDF_Free(document);
        }
    }
};

/// libharu calls these while it writes. Nothing is thrown through its frames: an exception waits in the
/// document until libharu has returned.
struct PdfDocument::Callbacks {
    template <class Work>
    static HPDF_STATUS guarded(PdfDocument& document, Work work) {
        try {
            return work();
        } catch (...) {
            document.exception_ = std::current_exception();
            return stopped;
        }
    }

    static HPDF_STATUS write_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
        auto& document = *static_cast<PdfDocument*>(stream->attr);
        return guarded(document, [&] {
            return document.put({reinterpret_cast<const char*>(bytes), size}) ? HPDF_STATUS{HPDF_OK} : stopped;
        });
    }

    static HPDF_STATUS write_dictionary(HPDF_Dict dict, HPDF_Stream stream) {
        auto& document = *static_cast<PdfDocument*>(dict->attr);
        return guarded(document, [&] { return write_dictionary(document, stream); });
    }

    static HPDF_STATUS write_dictionary(PdfDocument& document, HPDF_Stream stream) {
        Body& written = document.body_;
        written.dictionary += " /Length " + std::to_string(written.stream->size()) + '\n';
        return send(stream, std::exchange(written.dictionary, {}));
    }

    static HPDF_STATUS write_stream(HPDF_Dict dict) {
        auto& document = *static_cast<PdfDocument*>(dict->attr);
        return guarded(document, [&] { return write_stream(document); });
    }

    static HPDF_STATUS write_stream(PdfDocument& document) {
        const std::optional<std::string> bytes = std::exchange(document.body_.stream, std::nullopt);
        const auto stream = static_cast<HPDF_Stream>(document.stream_);
        for (const std::string_view part : {std::string_view("\nstream\n"), std::string_view(*bytes),
                                            std::string_view("\nendstream")}) {
            if (const HPDF_STATUS status = send(stream, part); status != HPDF_OK) {
                return status;
            }
        }
        return HPDF_OK;
    }
};

PdfDocument::PdfDocument(int jobs, KeptPages* kept)
    : haru_(std::make_unique<Haru>()), pack_(std::make_unique<Pack>()), waiting_(std::make_unique<StreamQueue>(jobs, kept)),
      places_(std::make_unique<CrossReference>()) {
    if (haru_->dict == nullptr) {
        throw std::bad_alloc();
    }
    haru_->dict->attr = this;
    haru_->dict->write_fn = Callbacks::write_dictionary;
    haru_->dict->after_write_fn = Callbacks::write_stream;
}

PdfDocument::~PdfDocument() = default;

ObjectNumber PdfDocument::reserve(std::uint32_t count) {
    const ObjectNumber first = last_ + 1;
    if (count > most_objects - std::min(last_, most_objects)) {
        fail("a PDF cannot have more than " + std::to_string(most_objects) + " objects");
    }
    last_ += count;
    return first;
}

void PdfDocument::fill(ObjectNumber first, std::uint32_t count, BodiesSource source) {
    if (count == 0) return;
    [[maybe_unused]] const auto [row, fresh] = rows_.try_emplace(first, Row{count, std::move(source)});
    assert(fresh);
}

void PdfDocument::fill(ObjectNumber object, BodySource source) {
    fill(object, 1, [source = std::move(source)](std::uint32_t) { return source(); });
}

void PdfDocument::fill(ObjectNumber object, Body body) {
    fill(object, 1, [body = std::move(body)](std::uint32_t) mutable -> Result<Body> { return std::move(body); });
}

ObjectNumber PdfDocument::add(std::uint32_t count, BodiesSource source) {
    const ObjectNumber first = reserve(count);
    fill(first, count, std::move(source));
    return first;
}

ObjectNumber PdfDocument::add(BodySource source) {
    const ObjectNumber object = reserve();
    fill(object, std::move(source));
    return object;
}

ObjectNumber PdfDocument::add(Body body) {
    const ObjectNumber object = reserve();
    fill(object, std::move(body));
    return object;
}

bool PdfDocument::fail(std::string message) {
    if (!failure_) {
        failure_ = Error{std::move(message)};
    }
    return false;
}

bool PdfDocument::flush() {
    if (const Result<void> done = file_->write(buffer_); !done) {
        return fail(done.error().message);
    }
    buffer_.clear();
    return true;
}

bool PdfDocument::put(std::string_view bytes) {
    written_ += bytes.size();
    if (written_ > limit_) {
        return fail("the PDF would be larger than " + std::to_string(limit_) + " bytes; make it in parts");
    }
    buffer_ += bytes;
    return buffer_.size() < buffer_size || flush();
}

Result<void> PdfDocument::outcome(unsigned long status) {
    if (exception_) {
        std::rethrow_exception(std::exchange(exception_, nullptr));
    }
    if (failure_) {
        return *failure_;
    }
    if (status != HPDF_OK || HPDF_GetError(haru_->document) != HPDF_OK) {
        return Error{"libharu failed with status " + std::to_string(HPDF_GetError(haru_->document))};
    }
    return {};
}

/// A stream as an object of its own.
bool PdfDocument::write_stream(ObjectNumber object, Body body) {
    places_->stands(object, written_);
    body_ = std::move(body);
    return put(std::to_string(object) + " 0 obj\n") &&
           HPDF_Obj_WriteValue(haru_->dict, static_cast<HPDF_Stream>(stream_), nullptr) == HPDF_OK && put("\nendobj\n");
}

/// Numbered at once; it is written when it is its turn.
void PdfDocument::put_pack() {
    const ObjectNumber stream = reserve();
    for (std::size_t i = 0; i < pack_->objects().size(); ++i) {
        places_->packed(pack_->objects()[i], stream, i);
    }
    waiting_->put(stream, std::exchange(*pack_, {}));
}

bool PdfDocument::write_first() {
    auto [object, body] = waiting_->take();
    return write_stream(object, std::move(body));
}

bool PdfDocument::write_all_waiting() {
    while (!waiting_->empty()) {
        if (!write_first()) return false;
    }
    return true;
}

bool PdfDocument::write_next(ObjectNumber object, Result<Body> body) {
    if (!body) {
        return fail(body.error().message);
    }
    if (body->stream) {
        if (waiting_->empty()) return write_stream(object, std::move(*body));
        waiting_->put(object, std::move(*body));
    } else {
        pack_->add(object, body->dictionary);
        if (pack_->full()) put_pack();
    }
    while (waiting_->full()) {
        if (!write_first()) return false;
    }
    return true;
}

bool PdfDocument::write_row(ObjectNumber first, const Row& row) {
    for (std::uint32_t i = 0; i < row.count; ++i) {
        if (!write_next(first + i, row.source(i))) return false;
    }
    return true;
}

/// Everything in the order of numbers; packs and the cross-reference are numbered when they are written.
bool PdfDocument::write_all(const Trailer& trailer) {
    const ObjectNumber last = last_;
    for (ObjectNumber next = 1; next <= last;) {
        const auto row = rows_.extract(next);
        if (!row) {
            return fail("object " + std::to_string(next) + " was never filled");
        }
        if (!write_row(next, row.mapped())) return false;
        next += row.mapped().count;
    }
    if (!pack_->empty()) put_pack();
    if (!write_all_waiting()) return false;
    const ObjectNumber cross_reference = reserve();
    const std::string place = std::to_string(written_);
    places_->stands(cross_reference, written_);
    return write_stream(cross_reference, places_->body(trailer)) && put("startxref\n" + place + "\n%%EOF\n") && flush();
}

Result<void> PdfDocument::write(OutputFile& file, const Trailer& trailer, std::uint64_t limit) {
    if (failure_) {
        return *failure_;
    }
    file_ = &file;
    limit_ = limit;
    HPDF_Stream stream = HPDF_CallbackWriter_New(haru_->document->mmgr, Callbacks::write_bytes, this);
    if (stream == nullptr) {
        throw std::bad_alloc();
    }
    const std::unique_ptr<HPDF_Stream_Rec, void (*)(HPDF_Stream)> owned(stream, HPDF_Stream_Free);
    stream_ = stream;
    const bool whole = put(header) && write_all(trailer);
    return outcome(whole ? HPDF_OK : stopped);
}

} // namespace halfstar::pdf
