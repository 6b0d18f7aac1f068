// ICU's data, 31 MB. ICU's archives want it linked, and what is linked to them is copied at each start when it comes from a
// shared library. So they are linked to data with nothing in it, and get the shared library's before anything asks.
#include "on_demand/library.h"

#include <unicode/udata.h>

#include <cstdint>

namespace {

/// The head of ICU's data, and a table of contents (`DataHeader` and `UDataOffsetTOC`, which ICU's headers do not show).
struct NoData {
    std::uint16_t head_size = 32;
    std::uint8_t magic[2] = {0xDA, 0x27};
    UDataInfo about = {sizeof(UDataInfo), 0, U_IS_BIG_ENDIAN, U_CHARSET_FAMILY, U_SIZEOF_UCHAR, 0, {'T', 'o', 'C', 'P'}, {1, 0, 0, 0}, {0, 0, 0, 0}};
    std::uint8_t padding[8] = {};
    std::uint32_t count = 0, unused = 0;
};

#define HALFSTAR_NAME_OF(symbol) HALFSTAR_TEXT_OF(symbol)
#define HALFSTAR_TEXT_OF(symbol) #symbol

/// At the start: ICU has no door that its data could come through when it is first wanted.
[[maybe_unused]] const bool has_data = [] {
    UErrorCode status = U_ZERO_ERROR;
    udata_setCommonData(reinterpret_cast<const void*>(halfstar::on_demand::find<const void>(HALFSTAR_NAME_OF(U_ICUDATA_ENTRY_POINT))), &status);
    return U_SUCCESS(status);
}();

} // namespace

extern "C" {
extern const NoData U_ICUDATA_ENTRY_POINT;
alignas(16) const NoData U_ICUDATA_ENTRY_POINT;
}
