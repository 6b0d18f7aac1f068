// The issue's part of the JSON, out and in: parts, sections, indexes and numbers, which stand beside the pieces.
#pragma once

#include "document/json_object.h"
#include "document/json_text.h"

#include <halfstar/edition.h>

namespace halfstar {

void write_issue_parts(const Edition& edition, JsonText& out);
void write_sections(const Edition& edition, JsonText& out);
void write_indexes(const Edition& edition, JsonText& out);
void write_statistics(const Statistics& statistics, JsonText& out);

void write_rating(std::string_view name, const Rating& rating, JsonText& out);
std::optional<Rating> read_rating(const Value* value, JsonFault& fault);

/// How the issue's pages are: its cover, the contributors, how single pieces stand; and back.
void write_issue_pages(const Edition& edition, JsonText& out);
void read_issue_pages(JsonObject& object, Edition& edition, JsonFault& fault);

void write_picture(const Picture& picture, JsonText& out);
Picture read_picture(const Value& value, JsonFault& fault);

/// Takes the members that the four above write.
void read_issue_parts(JsonObject& object, Edition& edition, JsonFault& fault);

/// Reports what in an edition leads nowhere: sections that do not hold every piece, places of works that are not there,
/// links to pieces that it does not have.
void check_references(const Edition& edition, const Value& at, JsonFault& fault);

} // namespace halfstar
