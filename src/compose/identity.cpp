#include "compose/passes.h"

#include "document/json.h"
#include "foundation/base/hash.h"

#include <string_view>

namespace halfstar {

void identify_edition(Edition& edition, const ComposeSettings&, Diagnostics&) {
    edition.identifier.clear();
    Sha256 digest;
    const auto written = write_json(edition, [&](std::string_view text) -> Result<void> {
        digest.update(text);
        return {};
    });
    // Digesting cannot fail, and what write_json refuses it would have refused at any later time.
    if (written) edition.identifier = uuid_urn(digest.finish());
}

} // namespace halfstar
