#include "export/volumes.h"

#include "document/dates.h"
#include "export/editions.h"

#include <algorithm>
#include <map>
#include <utility>

namespace halfstar {
namespace {

constexpr std::string_view undated = "undated";

/// What every volume has of the whole.
Manuscript without_pieces(const Manuscript& whole) {
    Manuscript volume;
    volume.issue = whole.issue;
    volume.letter = whole.letter;
    volume.about = whole.about;
    volume.reading = whole.reading;
    if (volume.issue) {
        volume.issue->number.clear();
        volume.issue->isbn.clear();
    }
    return volume;
}

std::string title_of_volume(const std::string& title, const Volume& volume) {
    if (title.empty() || title.find(volume.year) != std::string::npos || volume.position.empty()) return title;
    return title + " " + volume.year;
}

} // namespace

std::vector<Volume> volumes_of(const Manuscript& manuscript) {
    std::map<int, Volume> by_year;
    constexpr int after_all = 1'000'000;
    for (std::size_t i = 0; i < manuscript.pieces.size(); ++i) {
        const Date* day = day_of(manuscript.pieces[i]);
        const auto [place, is_new] = by_year.try_emplace(day != nullptr ? day->year : after_all);
        Volume& volume = place->second;
        if (is_new) volume.manuscript = without_pieces(manuscript);
        volume.year = day != nullptr ? std::to_string(day->year) : std::string(undated);
        volume.manuscript.pieces.push_back(manuscript.pieces[i]);
        volume.manuscript.files.push_back(manuscript.files[i]);
    }
    std::vector<Volume> volumes;
    for (auto& [year, volume] : by_year) volumes.push_back(std::move(volume));
    return volumes;
}

void compose_volumes(std::vector<Volume>& volumes, const Manuscript& whole, const ExportRequest& request, Diagnostics& diagnostics) {
    const std::string title = compose_whole(whole, request, diagnostics).title;
    Diagnostics said_already;
    int position = 0;
    for (Volume& volume : volumes) {
        if (volume.year != undated) volume.position = std::to_string(position + 1);
        ExportRequest one = request;
        one.reading.title = title_of_volume(title, volume);
        volume.edition = compose_whole(std::move(volume.manuscript), one, said_already);
        if (!volume.edition.pieces.empty()) ++position;
    }
    std::erase_if(volumes, [](const Volume& volume) { return volume.edition.pieces.empty(); });
}

OutputPlace place_of_volume(const OutputPlace& whole, const Volume& volume) {
    OutputPlace place = whole;
    const std::size_t dot = std::min(place.name.rfind('.'), place.name.size());
    place.name.insert(dot, "-" + volume.year);
    return place;
}

} // namespace halfstar
