#include "compose/passes.h"

namespace halfstar {

void take_issue_facts(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    if (settings.issue == nullptr) return;
    const IssueSettings& issue = *settings.issue;
    edition.subtitle = issue.subtitle;
    edition.number = issue.number;
    edition.editor = issue.editor;
    edition.publisher = issue.publisher;
    edition.place = issue.place;
    edition.price = issue.price;
    edition.isbn = issue.isbn;
    edition.rights = issue.rights;
    edition.url = issue.url;
    edition.contributors = issue.contributors;
    edition.contributor_notes = issue.contributor_notes;
    edition.cover = {issue.cover.kind, issue.cover.picture};
    edition.letter = settings.letter;
    edition.about = settings.about;
}

} // namespace halfstar
