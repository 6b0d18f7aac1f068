// Reviews of several years as an ebook for each year.
#pragma once

#include "export/manuscript.h"
#include "export/outputs.h"

#include <string>
#include <vector>

namespace halfstar {

/// The pieces of one year.
struct Volume {
    std::string year; ///< "2019"; "undated" of what has no day
    Manuscript manuscript;
    Edition edition;
    std::string position; ///< in the series of them: "2"; none of what is undated
};

/// By the days on which films were seen, else published; the earliest year first, what has no day last. What issue.yaml, letter
/// and last page say is said in each of them; the number and the ISBN are those of one book and in none.
std::vector<Volume> volumes_of(const Manuscript& manuscript);

/// Composes each under the title of them all with its year. The diagnostics are those of all pieces together, so that what leads
/// from one year to another is no fault. Years of which nothing is selected are taken away.
void compose_volumes(std::vector<Volume>& volumes, const Manuscript& whole, const ExportRequest& request, Diagnostics& diagnostics);

/// "a/b.epub" becomes "a/b-2019.epub".
OutputPlace place_of_volume(const OutputPlace& whole, const Volume& volume);

} // namespace halfstar
