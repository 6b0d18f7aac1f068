#include "export/book_faces.h"

#include <algorithm>

namespace halfstar {
namespace {

constexpr int bold = 700;

void add(std::vector<BookFace>& faces, const FontBook& fonts, const std::string& family, int weight, bool italic) {
    Diagnostics reported_elsewhere;
    const Face* face = fonts.find(family, weight, italic, reported_elsewhere);
    const bool known = std::any_of(faces.begin(), faces.end(), [&](const BookFace& one) { return one.face == face; });
    if (face == nullptr || known || face->italic() != italic) return;
    faces.push_back({face, family, weight, italic});
}

} // namespace

std::vector<BookFace> book_faces(const Style& style, const FontBook& fonts) {
    std::vector<BookFace> faces;
    if (!style.embedded_faces) return faces;
    const TextSpec& text = style.element(Element::text);
    for (const int weight : {text.weight, bold})
        for (const bool italic : {false, true}) add(faces, fonts, text.family, weight, italic);
    const TextSpec& title = style.element(Element::title);
    add(faces, fonts, title.family, std::max(title.weight, bold), title.italic);
    return faces;
}

} // namespace halfstar
