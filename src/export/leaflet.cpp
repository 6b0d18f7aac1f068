#include "export/leaflet.h"

#include "compose/compose.h"

#include <utility>
#include <vector>

namespace halfstar {

namespace {

constexpr std::uint32_t pages_of_a_sheet = 4;

/// From most to least; the first that one sheet holds is taken.
const std::vector<IssuePart> choices[] = {
    {IssuePart::cover, IssuePart::reviews, IssuePart::back},
    {IssuePart::reviews, IssuePart::back},
    {IssuePart::reviews},
};

} // namespace

Edition compose_leaflet(Piece piece, const ExportRequest& request, Diagnostics& diagnostics) {
    IssueSettings issue;
    issue.order = Order::listed;
    issue.parts = choices[0];
    ComposeSettings settings;
    settings.title = request.reading.title;
    settings.language = request.reading.language;
    settings.spoilers = request.spoilers;
    settings.issue = &issue;
    std::vector<Piece> one;
    one.push_back(std::move(piece));
    return compose(std::move(one), settings, diagnostics);
}

std::unique_ptr<PagedDocument> set_leaflet(Press& press, Edition& edition, const PageSpec& page, Diagnostics& diagnostics,
                                           PageFit& fit) {
    std::unique_ptr<PagedDocument> pages;
    Diagnostics told;
    for (const std::vector<IssuePart>& parts : choices) {
        edition.parts = parts;
        told = {};
        fit = {};
        pages = press.zine(edition, page, told, &fit);
        if (pages->page_count() <= pages_of_a_sheet) break;
    }
    diagnostics.append(std::move(told));
    return pages;
}

} // namespace halfstar
