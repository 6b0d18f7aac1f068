// The package document: metadata, manifest, spine; and the container that points to it.
#pragma once

#include "backends/epub/book.h"

#include <string>

namespace halfstar::epub {

std::string write_package(const Book& book);
std::string write_container();

} // namespace halfstar::epub
