#include "backends/pdf/draft.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::pdf;

namespace {

const Length ten = Length::points(10);

/// Two faces; the third use of the first has two bytes of another font.
const UseCodes codes = {{{1, 'a', 1}, {1, '(', 1}, {2, 0x4142, 2}}, {{3, 'x', 1}}};

} // namespace

TEST_CASE("glyphs are set in their codes between the operators") {
    DraftWriter writer;
    writer.operators() += "BT\n";
    writer.begin_glyphs({0, ten, 65536, Visibility::visible});
    writer.glyph(0, {}, 0);
    writer.glyph(1, {}, 0);
    writer.end_glyphs();
    writer.operators() += "ET\n";
    CHECK(set_in_codes(writer.take(), codes) == "BT\n/F1 10 Tf\n[(a\\()]TJ\nET\n");
}

TEST_CASE("what the pen goes back stands between strings; another font ends the array") {
    DraftWriter writer;
    writer.begin_glyphs({0, ten, 65536, Visibility::visible});
    writer.glyph(0, {}, -1200);
    writer.glyph(0, {}, 3);
    writer.glyph(2, {}, 0);
    writer.end_glyphs();
    CHECK(set_in_codes(writer.take(), codes) == "/F1 10 Tf\n[-1200(a)3(a)]TJ\n/F2 10 Tf\n[(AB)]TJ\n");
}

TEST_CASE("the look of text is said where it changes, and comes back with the state") {
    DraftWriter writer;
    const GlyphLook plain{0, ten, 65536, Visibility::visible};
    const auto show = [&](const GlyphLook& look, Length rise) {
        writer.begin_glyphs(look);
        writer.glyph(0, rise, 0);
        writer.end_glyphs();
    };
    show(plain, {});
    show(plain, {});
    writer.save();
    show({1, ten, 32768, Visibility::invisible}, Length::points(2));
    writer.restore();
    show(plain, {});
    CHECK(set_in_codes(writer.take(), codes) ==
          "/F1 10 Tf\n[(a)]TJ\n[(a)]TJ\nq\n/F3 10 Tf\n50 Tz\n2 Ts\n3 Tr\n[(x)]TJ\nQ\n[(a)]TJ\n");
}

TEST_CASE("an empty piece says nothing") {
    DraftWriter writer;
    writer.operators() += "BT\n";
    writer.begin_glyphs({0, ten, 65536, Visibility::visible});
    writer.end_glyphs();
    CHECK(set_in_codes(writer.take(), codes) == "BT\n");
}
