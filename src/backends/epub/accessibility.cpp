#include "backends/epub/accessibility.h"

#include "backends/html/images.h"
#include "backends/html/parts.h"

namespace halfstar::epub {

Accessibility accessibility_of(const Edition& edition) {
    Accessibility found;
    found.has_charts = html::shows(edition, IssuePart::numbers);
    found.has_index = html::shows(edition, IssuePart::films) || html::shows(edition, IssuePart::people);
    for (const Piece* piece : html::shown_pieces(edition))
        html::each_image(*piece, [&](const Image& image) {
            if (image.picture) found.has_pictures = true;
            if (image.alternative.empty()) found.all_described = false;
        });
    return found;
}

std::vector<std::pair<std::string, std::string>> Accessibility::metadata(const Locale& locale) const {
    std::vector<std::pair<std::string, std::string>> pairs = {{"schema:accessMode", "textual"}};
    const bool is_visual = has_pictures || has_charts;
    if (is_visual) pairs.emplace_back("schema:accessMode", "visual");
    if (all_described) pairs.emplace_back("schema:accessModeSufficient", "textual");
    if (is_visual) pairs.emplace_back("schema:accessModeSufficient", "textual,visual");
    // Stars and cover always have their words.
    if (all_described) pairs.emplace_back("schema:accessibilityFeature", "alternativeText");
    for (const char* feature : {"ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"})
        pairs.emplace_back("schema:accessibilityFeature", feature);
    if (has_charts) pairs.emplace_back("schema:accessibilityFeature", "longDescription");
    if (has_index) pairs.emplace_back("schema:accessibilityFeature", "index");
    if (has_pages) pairs.emplace_back("schema:accessibilityFeature", "printPageNumbers");
    // Pictures that move are made to stand still, and there is neither sound nor script.
    pairs.emplace_back("schema:accessibilityHazard", "none");
    std::string summary(locale.word("accessibility-summary"));
    if (has_pictures) {
        summary += " ";
        summary += locale.word(all_described ? "accessibility-described" : "accessibility-undescribed");
    }
    pairs.emplace_back("schema:accessibilitySummary", summary);
    return pairs;
}

} // namespace halfstar::epub
