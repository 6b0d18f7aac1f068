// Rows of a page from top to bottom, of which a band at a time is painted. A cover as a whole would be 16 MB, and a kernel takes
// longer to clear so much memory than cairo to paint in it.
#pragma once

#include "backends/raster/canvas.h"
#include "backends/raster/raster.h"

#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace halfstar::raster {

class Bands {
public:
    static constexpr std::uint32_t usual_height = 128; ///< rows: of a cover, less than a megabyte

    /// Page `index` as paint_page paints it, to the bit. The document and the resources must be there as long as rows are asked for.
    static Result<Bands> of(const PagedDocument& document, std::uint32_t index, std::uint32_t width, const Resources* resources,
                            std::uint32_t height = usual_height);

    /// While this lives and stays where it is. A row is an Error where paint_page is one.
    PixelRows rows();

private:
    /// The rows that an item can leave something on.
    struct Reach {
        double top = 0, bottom = 0;
    };

    Bands(const PagedDocument& document, Page page, PixelSize size, const Resources* resources, std::uint32_t height);
    Result<void> paint_from(std::uint32_t first);

    const PagedDocument* document_;
    const Resources* resources_;
    Page page_;
    PixelSize size_;
    double scale_;
    std::uint32_t height_;       ///< of a band, in rows
    std::vector<Reach> reaches_; ///< of the page's items
    std::optional<Canvas> canvas_;
    std::uint32_t first_ = 0; ///< row of the page that the canvas begins with
};

} // namespace halfstar::raster
