#include "foundation/diagnostics/stored_texts.h"

#include "unit/scrap.h"

#include <doctest/doctest.h>

using namespace halfstar;
using halfstar::testing::Scrap;

TEST_CASE("texts of sources come back where something is said of them") {
    Sources sources;
    const SourceId quiet = sources.add("quiet.md", "Nothing is wrong here.\n"), loud = sources.add("loud.md", "A line.\nAnother ![one](x.jpg).\n");
    Diagnostics diagnostics;
    diagnostics.report(Code::missing_image, {loud, 16, 29}, {"x.jpg"});
    diagnostics.report(Code::missing_image, {}, {"y.jpg"}); // of no source
    const std::string before = render_text(diagnostics.all(), sources, Colouring::plain);
    std::string aside;
    StoredTexts stored(sources, std::make_unique<Scrap>(aside));
    CHECK(sources.at(quiet).text.empty());
    CHECK(sources.at(loud).text.empty());
    CHECK(sources.at(loud).text.capacity() < 20);
    CHECK(stored.give_back(diagnostics.all()));
    CHECK(render_text(diagnostics.all(), sources, Colouring::plain) == before);
    CHECK(sources.at(quiet).text.empty());
}
