#include "typeset/layout/vocabulary.h"

#include "unit/typeset/text/faces.h"

namespace {

using namespace faces;
using layout::Vocabulary;

std::string word(int i) { return "word" + std::string(static_cast<std::size_t>(i % 7), 'x'); }

/// One thread's shaper, which turns with the vocabulary.
void turn(Shaper& shaper, Vocabulary& vocabulary) {
    const Vocabulary::Recent recent = vocabulary.recent();
    shaper.turn(recent.now->shaped, recent.before->shaped);
}

TEST_CASE("a generation that is full is followed by another, and the one before the last is let go") {
    const Shaper root(book(), {});
    Vocabulary vocabulary(root, 2);
    Shaper shaper(root);
    turn(shaper, vocabulary);
    std::weak_ptr<ShapedWords> first = vocabulary.recent().now->shaped;
    shaper.shape("dusk", vollkorn(), 0);
    CHECK(vocabulary.recent().now->shaped == first.lock());
    shaper.shape("dawn", vollkorn(), 0);
    turn(shaper, vocabulary);
    CHECK(vocabulary.recent().now->shaped != first.lock());
    CHECK(vocabulary.recent().before->shaped == first.lock());
    shaper.shape("noon", vollkorn(), 0);
    shaper.shape("dusk", vollkorn(), 0); // taken over
    turn(shaper, vocabulary);
    CHECK(first.expired());
    CHECK(vocabulary.recent().before->shaped->size() == 2);
}

TEST_CASE("words are the same in all generations, wherever they are found again") {
    const Shaper root(book(), {});
    Vocabulary vocabulary(root, 3);
    Shaper turning(root), fresh(book(), {});
    for (int i = 0; i < 60; ++i) {
        turn(turning, vocabulary);
        for (const int of : {i, i / 2, i * i}) CHECK(equal(turning.shape(word(of), vollkorn(), 0), fresh.shape(word(of), vollkorn(), 0)));
    }
}

TEST_CASE("who holds a generation keeps what is known in it") {
    const Shaper root(book(), {});
    Vocabulary vocabulary(root, 1);
    Shaper shaper(root);
    const Vocabulary::Recent held = vocabulary.recent();
    turn(shaper, vocabulary);
    const ShapedWord& dusk = shaper.shape("dusk", vollkorn(), 0);
    const Length width = dusk.width;
    for (int i = 0; i < 5; ++i) {
        turn(shaper, vocabulary);
        shaper.shape(word(i), vollkorn(), 0);
    }
    CHECK(vocabulary.recent().now != held.now);
    CHECK(dusk.width == width);
}

} // namespace
