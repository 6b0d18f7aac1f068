// Lines as thick as a printer needs them: what is thinner breaks up.
#pragma once

#include <halfstar/pages.h>

#include <memory>

namespace halfstar {

/// `pages` whose rules and strokes are at least so thick, about their own middles. It is kept.
std::unique_ptr<PagedDocument> with_least_line(std::unique_ptr<PagedDocument> pages, Length least);

} // namespace halfstar
