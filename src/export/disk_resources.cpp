#include "export/disk_resources.h"

#include "design/pictures/pictures.h"
#include "foundation/base/hash.h"

namespace halfstar {

Result<std::string> DiskResources::bytes(const Picture& picture) const {
    Result<std::string> bytes = reader_.read(picture.path, picture_byte_limit);
    // Layout and alternative texts were decided from the picture as it was read: another one must not slip in.
    if (bytes && sha256(*bytes) != picture.digest) return Error{picture.path + ": the picture changed while it was used"};
    return bytes;
}

} // namespace halfstar
