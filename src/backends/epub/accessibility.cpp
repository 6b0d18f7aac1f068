#include "backends/epub/accessibility.h"

#include "backends/html/images.h"

namespace halfstar::epub {

Accessibility accessibility_of(const Edition& edition) {
    Accessibility found;
    for (const Piece& piece : edition.pieces)
        html::each_image(piece, [&](const Image& image) {
            if (image.picture) found.has_pictures = true;
            if (image.alternative.empty()) found.all_described = false;
        });
    return found;
}

std::vector<std::pair<std::string, std::string>> Accessibility::metadata(const Locale& locale) const {
    std::vector<std::pair<std::string, std::string>> pairs = {{"schema:accessMode", "textual"}};
    if (has_pictures) pairs.emplace_back("schema:accessMode", "visual");
    if (all_described) pairs.emplace_back("schema:accessModeSufficient", "textual");
    if (has_pictures) pairs.emplace_back("schema:accessModeSufficient", "textual,visual");
    // Stars and cover always have their words.
    if (all_described) pairs.emplace_back("schema:accessibilityFeature", "alternativeText");
    for (const char* feature : {"ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"})
        pairs.emplace_back("schema:accessibilityFeature", feature);
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
