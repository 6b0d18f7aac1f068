// The texts of sources, put aside while nobody reads them: they are there for what is said of them in the end, which is mostly nothing.
#pragma once

#include "foundation/base/shelf.h"

#include <halfstar/diagnostics.h>

#include <memory>
#include <vector>

namespace halfstar {

class StoredTexts {
public:
    /// Takes them out of `sources`. Where they are much they go to `scratch`, which may be null.
    StoredTexts(Sources& sources, std::unique_ptr<Scratch> scratch);

    /// Gives back the texts of which something is said. An Error when they cannot be had.
    Result<void> give_back(const std::vector<Diagnostic>& said);

private:
    Sources& sources_;
    Shelf shelf_;
    std::vector<Shelved> texts_; ///< of the source that is one more
};

} // namespace halfstar
