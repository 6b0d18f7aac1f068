// What a backend is: a row of one table and a function from a Job to a Sink. A backend reads no file,
// no clock and no randomness; everything it may know is in the Job.
#pragma once

#include "base.h"
#include "diagnostics.h"
#include "inks.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

class Face;
struct Edition;
struct PrintEdition;
struct Style;
class PagedDocument;
class Resources;

/// What a build says of itself; the only place that time enters.
struct BuildInfo {
    std::int64_t timestamp = 0; ///< seconds since 1970 UTC: SOURCE_DATE_EPOCH, else the newest date in the pieces
    std::string identifier;     ///< urn:uuid of the content
    std::string producer;       ///< "halfstar 0.1.0"
};

/// Options of a backend by name, already checked against its row.
using Options = std::map<std::string, std::string, std::less<>>;

/// A cover for the backends that carry one (EPUB), which is painted when its bytes are asked for.
struct Cover {
    std::function<Result<std::string>()> png;
    std::uint32_t width = 0, height = 0; ///< pixels
    std::string alternative;
};

/// A face that an ebook carries; its family's name is the style's.
struct BookFace {
    const Face* face = nullptr;
    std::string family;
    int weight = 400;
    bool italic = false;
};

/// What an ebook is one of.
struct Series {
    std::string name;
    std::string position; ///< a whole number, or empty
};

/// What a file carries beside its pages; printers may want none of it.
struct Carried {
    bool outline = true;  ///< with the named places that it leads to
    bool metadata = true;
};

namespace pdf {
class KeptPages;
}

struct Job {
    const Edition* edition = nullptr;     ///< set when the row needs it
    const PagedDocument* pages = nullptr; ///< set when the row needs it
    const Style* style = nullptr;
    const Resources* resources = nullptr;
    BuildInfo build;
    Options options;
    std::optional<Cover> cover;
    std::optional<Inks> inks;         ///< how colours reach paper; none: as they are
    std::optional<std::size_t> plate; ///< of Process::plates: which is painted; none: all over each other, to look at
    Carried carried = {};
    const PrintEdition* print = nullptr; ///< whose pages an ebook lists; null: none
    std::optional<Series> series = {};   ///< none: an issue with a number is one of those of its title
    std::vector<BookFace> faces = {};    ///< those that an ebook carries
    pdf::KeptPages* kept_pages = nullptr; ///< of an earlier file, where the same is written again and again
    std::set<std::string> awaited = {};   ///< keys of pieces that somebody waits for: of several files theirs alone are sent; none: all
    int jobs = 1;                        ///< threads that may write it; the bytes are the same. 0: as many as cores
};

enum class Needs : std::uint8_t { edition, pages, both };

/// What a backend opens in its sink: the one file (""); or for a document of several pages a file each,
/// "1.svg", "2.svg", in a folder of the output's name; or as many as it wants in such a folder.
enum class Files : std::uint8_t { one, one_a_page, many };

struct BackendOption {
    std::string_view name;
    std::string_view help;
};

using BackendFunction = Result<void> (*)(const Job&, Sink&, Diagnostics&);

/// A row of the table.
struct Backend {
    std::string_view name;
    std::string_view extension; ///< with its dot
    std::string_view media_type;
    std::string_view help; ///< one line
    Needs needs = Needs::edition;
    Files files = Files::one;
    std::span<const BackendOption> options;
    BackendFunction write = nullptr;
};

/// All rows, in the order that help shows them.
std::span<const Backend> backends();
/// The row called `name`, or null.
const Backend* find_backend(std::string_view name);

} // namespace halfstar
