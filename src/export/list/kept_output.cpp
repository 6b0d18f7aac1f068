#include "export/list/kept_output.h"

#include "foundation/base/files.h"
#include "foundation/base/hash.h"

#include <utility>

namespace halfstar {
namespace {

constexpr std::uint64_t longest_record = 16u << 20;

/// Hands everything on, and knows its digest as long as it comes in order.
class DigestedFile : public OutputFile {
public:
    DigestedFile(std::unique_ptr<OutputFile> file, WrittenOutput& written)
        : file_(std::move(file)), written_(written) {}

    Result<void> write(std::string_view bytes) override {
        hash_.update(bytes);
        return file_->write(bytes);
    }
    Result<void> seek(std::uint64_t offset) override {
        in_order_ = in_order_ && offset == file_->tell();
        return file_->seek(offset);
    }
    std::uint64_t tell() const override { return file_->tell(); }
    Result<void> close() override {
        const std::uint64_t size = file_->tell();
        if (Result<void> closed = file_->close(); !closed) return closed;
        written_ = {true, in_order_ ? hex(hash_.finish()) : std::string(), size};
        return {};
    }

private:
    std::unique_ptr<OutputFile> file_;
    WrittenOutput& written_;
    Sha256 hash_;
    bool in_order_ = true;
};

class KeptOutput : public PlaceSink {
public:
    KeptOutput(std::string folder, std::string place, WrittenOutput& written)
        : sink_(std::move(folder), ""), place_(std::move(place)), written_(written) {}

    Result<std::unique_ptr<OutputFile>> open(std::string_view path) override {
        if (!path.empty()) return Error{"a listed review has one output"};
        Result<std::unique_ptr<OutputFile>> file = sink_.open(place_);
        if (!file) return file.error();
        return std::unique_ptr<OutputFile>(std::make_unique<DigestedFile>(std::move(*file), written_));
    }
    Result<void> finish() override { return {}; }

private:
    DiskSink sink_;
    std::string place_;
    WrittenOutput& written_;
};

} // namespace

std::unique_ptr<PlaceSink> open_kept_output(std::string folder, std::string place, WrittenOutput& written) {
    return std::make_unique<KeptOutput>(std::move(folder), std::move(place), written);
}

std::optional<MadeRecord> kept_record(const std::string& folder, const std::string& place, const FileReader& reader) {
    const Result<std::string> text = reader.read(folder + "/" + record_path(place), longest_record);
    return text ? record_of(*text) : std::nullopt;
}

Result<void> keep_record(const std::string& folder, const std::string& place, const MadeRecord& record) {
    DiskSink sink(folder, "");
    Result<std::unique_ptr<OutputFile>> file = sink.open(record_path(place));
    if (!file) return file.error();
    if (Result<void> written = (*file)->write(text_of(record)); !written) return written;
    return (*file)->close();
}

bool stands_as(const MadeRecord& record, const std::string& folder, const std::string& place,
               const FileReader& reader) {
    const Result<std::string> bytes = reader.read(folder + "/" + place, record.bytes);
    return bytes && bytes->size() == record.bytes && hex(sha256(*bytes)) == record.output_digest;
}

} // namespace halfstar
