#include "backends/svg/svg.h"

#include "backends/svg/page.h"

namespace halfstar::svg {
namespace {

Result<void> write_file(Sink& sink, std::string_view path, std::string_view bytes) {
    Result<std::unique_ptr<OutputFile>> file = sink.open(path);
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
    const PagedDocument& document = *job.pages;
    const AnchorPages anchors = find_anchors(document);
    const bool alone = document.page_count() == 1;
    for (std::uint32_t index = 0; index < document.page_count(); ++index) {
        const Result<std::string> page = draw_page(document, index, anchors, job.resources);
        if (!page) {
            return page.error();
        }
        if (Result<void> written = write_file(sink, alone ? std::string() : page_file(index), *page); !written) {
            return written;
        }
    }
    return {};
}

} // namespace halfstar::svg
