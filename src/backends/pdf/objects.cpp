#include "backends/pdf/objects.h"

#include <hpdf.h>

#include <cassert>
#include <utility>

namespace halfstar::pdf {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;
/// Version 1.7, and four bytes that say the file is not text.
constexpr std::string_view header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
/// Any status that is not HPDF_OK stops libharu; ours are kept in the document.
constexpr HPDF_STATUS stopped = HPDF_FILE_IO_ERROR;

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

struct PdfDocument::Haru {
    HPDF_Doc document = HPDF_New(nullptr, nullptr);
    HPDF_Xref table = document == nullptr ? nullptr : HPDF_Xref_New(document->mmgr, 0);

    Haru() = default;
    Haru(const Haru&) = delete;
    Haru& operator=(const Haru&) = delete;
    ~Haru() {
        if (table != nullptr) {
            HPDF_Xref_Free(table);
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
        auto& object = *static_cast<Object*>(dict->attr);
        return guarded(*object.owner, [&] { return write_dictionary(object, stream); });
    }

    static HPDF_STATUS write_dictionary(Object& object, HPDF_Stream stream) {
        if (!object.source) {
            object.owner->fail("object " + std::to_string(object.number) + " was never filled");
            return stopped;
        }
        Result<Body> body = std::exchange(object.source, nullptr)();
        if (!body) {
            object.owner->fail(body.error().message);
            return stopped;
        }
        Body& written = object.owner->body_;
        written = std::move(*body);
        object.owner->stream_ = stream;
        if (written.stream) {
            written.dictionary += " /Length " + std::to_string(written.stream->size());
        }
        const HPDF_STATUS status = send(stream, std::exchange(written.dictionary, {}));
        return status != HPDF_OK ? status : send(stream, "\n");
    }

    static HPDF_STATUS write_stream(HPDF_Dict dict) {
        auto& object = *static_cast<Object*>(dict->attr);
        return guarded(*object.owner, [&] { return write_stream(object); });
    }

    static HPDF_STATUS write_stream(Object& object) {
        const std::optional<std::string> bytes = std::exchange(object.owner->body_.stream, std::nullopt);
        if (!bytes) {
            return HPDF_OK;
        }
        const auto stream = static_cast<HPDF_Stream>(object.owner->stream_);
        for (const std::string_view part : {std::string_view("\nstream\n"), std::string_view(*bytes),
                                            std::string_view("\nendstream")}) {
            if (const HPDF_STATUS status = send(stream, part); status != HPDF_OK) {
                return status;
            }
        }
        return HPDF_OK;
    }

    static HPDF_Array identifier(HPDF_MMgr memory, std::string bytes) {
        HPDF_Array array = HPDF_Array_New(memory);
        for (int i = 0; array != nullptr && i < 2; ++i) {
            auto* data = reinterpret_cast<HPDF_BYTE*>(bytes.data());
            HPDF_Array_Add(array, HPDF_Binary_New(memory, data, static_cast<HPDF_UINT>(bytes.size())));
        }
        return array;
    }
};

PdfDocument::PdfDocument() : haru_(std::make_unique<Haru>()) {
    if (haru_->table == nullptr) {
        throw std::bad_alloc();
    }
}

PdfDocument::~PdfDocument() = default;

ObjectNumber PdfDocument::reserve() {
    Object& object = objects_.emplace_back();
    object.owner = this;
    object.number = static_cast<ObjectNumber>(objects_.size());
    HPDF_Dict dict = HPDF_Dict_New(haru_->document->mmgr);
    if (dict == nullptr) {
        throw std::bad_alloc();
    }
    object.dict = dict;
    dict->attr = &object;
    dict->write_fn = Callbacks::write_dictionary;
    dict->after_write_fn = Callbacks::write_stream;
    if (HPDF_Xref_Add(haru_->table, dict) != HPDF_OK) {
        fail("a PDF cannot have more than " + std::to_string(objects_.size() - 1) + " objects");
    }
    return object.number;
}

void PdfDocument::fill(ObjectNumber object, BodySource source) {
    assert(!at(object).source);
    at(object).source = std::move(source);
}

void PdfDocument::fill(ObjectNumber object, Body body) {
    fill(object, [body = std::move(body)]() mutable -> Result<Body> { return std::move(body); });
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

Result<void> PdfDocument::write(OutputFile& file, const Trailer& trailer, std::uint64_t limit) {
    if (failure_) {
        return *failure_;
    }
    file_ = &file;
    limit_ = limit;
    HPDF_MMgr memory = haru_->document->mmgr;
    HPDF_Xref table = haru_->table;
    HPDF_Dict_Add(table->trailer, "Root", at(trailer.root).dict);
    HPDF_Dict_Add(table->trailer, "Info", at(trailer.info).dict);
    HPDF_Dict_Add(table->trailer, "ID", Callbacks::identifier(memory, trailer.identifier));
    HPDF_Stream stream = HPDF_CallbackWriter_New(memory, Callbacks::write_bytes, this);
    if (stream == nullptr) {
        throw std::bad_alloc();
    }
    HPDF_STATUS status = send(stream, header);
    if (status == HPDF_OK) {
        status = HPDF_Xref_WriteToStream(table, stream, nullptr);
    }
    HPDF_Stream_Free(stream);
    if (status == HPDF_OK && !flush()) {
        status = stopped;
    }
    return outcome(status);
}

} // namespace halfstar::pdf
