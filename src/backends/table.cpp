// The one table of backends. A format is a folder, a row here, a golden sample and a page of docs.

#include "backends/epub/epub.h"
#include "backends/html/html.h"
#include "backends/json/json.h"
#include "backends/pdf/pdf.h"
#include "backends/raster/raster.h"
#include "backends/svg/svg.h"

#include <halfstar/backend.h>

#include <array>

namespace halfstar {
namespace {

constexpr std::array<BackendOption, 2> png_options = {{
    {"page", "which page, from 1 (default 1)"},
    {"width", "pixels across (default 1600)"},
}};

constexpr std::array<BackendOption, 1> pdf_options = {{
    {"profile", "archive (default): tagged, to be read and kept; print: for a printer"},
}};

constexpr std::array<Backend, 7> table = {{
    {"pdf", ".pdf", "application/pdf", "printed pages: the programme note of a review", Needs::pages, Files::one, pdf_options,
     pdf::write},
    {"epub", ".epub", "application/epub+zip", "an ebook of all reviews", Needs::edition, Files::one, {}, epub::write},
    {"html", ".html", "text/html", "a web page with everything inside", Needs::edition, Files::one, {}, html::write},
    {"site", "", "text/html", "a site: an index, a page a review, people, a feed", Needs::edition, Files::many, {},
     html::write_site},
    {"json", ".json", "application/json", "the document tree, for other programs", Needs::edition, Files::one, {}, json::write},
    {"svg", ".svg", "image/svg+xml", "the printed pages as drawings", Needs::pages, Files::one_a_page, {}, svg::write},
    {"png", ".png", "image/png", "a picture of a printed page", Needs::pages, Files::one, png_options, raster::write},
}};

} // namespace

std::span<const Backend> backends() { return table; }

const Backend* find_backend(std::string_view name) {
    for (const Backend& backend : table)
        if (backend.name == name) return &backend;
    return nullptr;
}

} // namespace halfstar
