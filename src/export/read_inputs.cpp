#include "export/read_inputs.h"

#include "export/kept_readings.h"
#include "foundation/base/parallel.h"
#include "foundation/base/strings.h"
#include "read/read.h"

namespace halfstar {
namespace {

/// What a reader says begins with the path, which the diagnostic names already.
std::string without_path(const Error& error, const InputFile& input) {
    const std::string prefix = input.path + ": ";
    return error.message.starts_with(prefix) ? error.message.substr(prefix.size()) : error.message;
}

FileReading read_one(const ExportRequest& request, const InputFile& input, SourceId source, const FileReader& reader) {
    FileReading reading;
    const Span whole{source, 0, 0};
    Result<std::string> bytes = input.path.empty() ? Result<std::string>(request.standard_input)
                                                   : reader.read(input.path, input_byte_limit + 1);
    if (!bytes || bytes->size() > input_byte_limit) {
        // A reader says "too large" as an Error too; only the size tells that from a missing permission.
        const bool large = bytes ? true : bytes.error().message.find("larger than") != std::string::npos;
        if (large) reading.diagnostics.report(Code::input_too_large, whole, {input.name});
        else reading.diagnostics.report(Code::unreadable_input, whole, {input.name, without_path(bytes.error(), input)});
        return reading;
    }
    const PieceFile file{source, input.relative, input.folder, input.root};
    reading.piece = read_piece(*bytes, file, request.reading, reader, reading.diagnostics);
    return reading;
}

} // namespace

std::vector<std::optional<Piece>> read_inputs(const ExportRequest& request, const std::vector<InputFile>& files,
                                              const FileReader& reader, Sources& sources, Diagnostics& diagnostics,
                                              KeptReadings* kept) {
    std::vector<SourceId> ids;
    for (const InputFile& file : files)
        ids.push_back(sources.add(file.name, ""));
    Ahead<FileReading> readings(files.size(), request.jobs, [&](std::size_t i) {
        const auto read = [&](const FileReader& from) { return read_one(request, files[i], ids[i], from); };
        const bool keeps = kept != nullptr && !files[i].path.empty();
        return keeps ? kept->reading(files[i], ids[i], request.reading, read) : read(reader);
    });
    std::vector<std::optional<Piece>> pieces;
    pieces.reserve(files.size());
    for (const SourceId id : ids) {
        FileReading reading = readings.take();
        diagnostics.append(std::move(reading.diagnostics));
        if (!reading.piece) {
            pieces.emplace_back();
            continue;
        }
        sources.set_text(id, std::move(reading.piece->text));
        pieces.emplace_back(std::move(reading.piece->piece));
    }
    return pieces;
}

} // namespace halfstar
