#include "export/editions.h"

#include "compose/compose.h"

#include <utility>

namespace halfstar {

Edition compose_whole(Manuscript manuscript, const ExportRequest& request, Diagnostics& diagnostics) {
    ComposeSettings settings;
    settings.title = request.reading.title;
    settings.language = request.reading.language;
    settings.spoilers = request.spoilers;
    settings.letter = std::move(manuscript.letter);
    settings.about = std::move(manuscript.about);
    settings.jobs = request.jobs;
    if (manuscript.issue) {
        if (request.parts) manuscript.issue->parts = request.parts;
        if (!manuscript.issue->order) manuscript.issue->order = Order::date;
        if (settings.language.empty()) settings.language = manuscript.issue->language;
        settings.issue = &*manuscript.issue;
    }
    return compose(std::move(manuscript.pieces), settings, diagnostics);
}

Edition compose_one(Piece piece, const ExportRequest& request, Diagnostics& diagnostics) {
    ComposeSettings settings;
    settings.title = request.reading.title;
    settings.language = request.reading.language;
    settings.spoilers = request.spoilers;
    std::vector<Piece> one;
    one.push_back(std::move(piece));
    return compose(std::move(one), settings, diagnostics);
}

Edition issue_of_one(const Edition& issue, std::size_t piece) {
    Edition one;
    one.title = issue.title;
    one.language = issue.language;
    one.direction = issue.direction;
    one.publisher = issue.publisher;
    one.url = issue.url;
    one.date = issue.date;
    one.pieces.push_back(issue.pieces[piece]);
    identify(one);
    return one;
}

} // namespace halfstar
