// Which documents a book has, in which order, and what each is to say.
#pragma once

#include "backends/epub/drafts.h"

#include <cstddef>
#include <vector>

namespace halfstar::epub {

/// The documents of a book but its contents, in the order of the spine.
struct Drafts {
    std::vector<Draft> all;
    std::size_t before_contents = 0; ///< so many of them stand before the contents
};

/// `book` must outlive them, and is not changed by what they write.
Drafts draft_documents(const Book& book);

} // namespace halfstar::epub
