#include "backends/raster/raster.h"

#include "backends/raster/bands.h"

#include <charconv>
#include <optional>
#include <string>

namespace halfstar::raster {
namespace {

constexpr std::uint32_t usual_width = 1600;

/// The option as a number from 1, `otherwise` when it is not given.
Result<std::uint32_t> number(const Options& options, std::string_view name, std::uint32_t otherwise) {
    const auto found = options.find(name);
    if (found == options.end()) {
        return otherwise;
    }
    const std::string& text = found->second;
    std::uint32_t value = 0;
    const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value == 0) {
        return Error{std::string(name) + ": '" + text + "' is not a number from 1"};
    }
    return value;
}

Result<void> write_whole(Sink& sink, std::string_view bytes) {
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    if (!file) {
        return file.error();
    }
    if (Result<void> written = (*file)->write(bytes); !written) {
        return written;
    }
    return (*file)->close();
}

} // namespace

Result<void> write(const Job& job, Sink& sink, Diagnostics&) {
    const Result<std::uint32_t> page = number(job.options, "page", 1);
    const Result<std::uint32_t> width = number(job.options, "width", usual_width);
    if (!page || !width) {
        return page ? width.error() : page.error();
    }
    const Result<Pixels> pixels = paint_page(*job.pages, *page - 1, *width, job.resources);
    if (!pixels) {
        return pixels.error();
    }
    const Result<std::string> png = encode_png(*pixels);
    if (!png) {
        return png.error();
    }
    return write_whole(sink, *png);
}

Result<Cover> cover_of(const PagedDocument& document, std::uint32_t width, const Resources* resources) {
    const Result<PixelSize> size = size_of_page(document, 0, width);
    if (!size) {
        return size.error();
    }
    const auto paint = [&document, width, resources]() -> Result<std::string> {
        Result<Bands> bands = Bands::of(document, 0, width, resources);
        return bands ? encode_png_at_once(bands->rows()) : bands.error();
    };
    return Cover{paint, size->width, size->height, document.info().title};
}

} // namespace halfstar::raster
