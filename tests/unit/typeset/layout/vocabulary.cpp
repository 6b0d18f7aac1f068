#include "typeset/layout/vocabulary.h"

#include "typeset/layout/composition.h"

#include "unit/typeset/text/faces.h"

namespace {

using namespace faces;
using layout::Vocabulary;

std::string word(int i) { return "word" + std::string(static_cast<std::size_t>(i % 7), 'x'); }

/// One thread's shaper, which turns with the vocabulary; what it shapes is measured.
class Turning {
public:
    Turning(const Shaper& root, Vocabulary& vocabulary) : shaper_(root), vocabulary_(vocabulary) { turn(); }
    void turn() {
        const Vocabulary::Recent recent = vocabulary_.recent();
        shaper_.turn(recent.now->shaped, recent.before->shaped);
        molds_.turn(recent.now->molds, nullptr);
    }
    const ShapedWord& shape(const std::string& word) {
        const ShapedWord& shaped = shaper_.shape(word, vollkorn(), 0);
        molds_.add({word, 0, 0}, {&shaped, {}, {}, false});
        return shaped;
    }

private:
    Shaper shaper_;
    Vocabulary& vocabulary_;
    RecentWords<layout::WordMold> molds_{nullptr};
};

TEST_CASE("a generation that is full is followed by another, and the one before the last is let go") {
    const Shaper root(book(), {});
    Vocabulary vocabulary(2);
    Turning shaper(root, vocabulary);
    std::weak_ptr<ShapedWords> first = vocabulary.recent().now->shaped;
    shaper.shape("dusk");
    CHECK(vocabulary.recent().now->shaped == first.lock());
    shaper.shape("dawn");
    shaper.turn();
    CHECK(vocabulary.recent().now->shaped != first.lock());
    CHECK(vocabulary.recent().before->shaped == first.lock());
    shaper.shape("noon");
    shaper.shape("dusk"); // taken over
    shaper.turn();
    CHECK(first.expired());
    CHECK(vocabulary.recent().before->shaped->size() == 2);
}

TEST_CASE("a generation is where words are kept until it is full or all are forgotten") {
    const Shaper root(book(), {});
    Vocabulary vocabulary(2);
    Turning turning(root, vocabulary);
    const auto first = vocabulary.recent().now;
    turning.shape("dusk");
    CHECK(vocabulary.is_recent(*first));
    turning.shape("dawn");
    CHECK_FALSE(vocabulary.is_recent(*first));
    const auto second = vocabulary.recent().now;
    CHECK(vocabulary.is_recent(*second));
    CHECK_FALSE(vocabulary.is_recent(*first));
    vocabulary.forget();
    CHECK_FALSE(vocabulary.is_recent(*second));
}

TEST_CASE("words are the same in all generations, wherever they are found again") {
    const Shaper root(book(), {});
    Vocabulary vocabulary(3);
    Turning turning(root, vocabulary);
    Shaper fresh(book(), {});
    for (int i = 0; i < 60; ++i) {
        turning.turn();
        for (const int of : {i, i / 2, i * i}) CHECK(equal(turning.shape(word(of)), fresh.shape(word(of), vollkorn(), 0)));
    }
}

TEST_CASE("who holds a generation keeps what is known in it") {
    const Shaper root(book(), {});
    Vocabulary vocabulary(1);
    Turning shaper(root, vocabulary);
    const Vocabulary::Recent held = vocabulary.recent();
    const ShapedWord& dusk = shaper.shape("dusk");
    const Length width = dusk.width;
    for (int i = 0; i < 5; ++i) {
        shaper.turn();
        shaper.shape(word(i));
    }
    CHECK(vocabulary.recent().now != held.now);
    CHECK(dusk.width == width);
}

TEST_CASE("a text that is composed holds its words until it is let go of what it was measured as") {
    auto words = std::make_shared<const layout::WordGeneration>();
    const std::weak_ptr<const layout::WordGeneration> held = words;
    layout::MeasuredText measured;
    measured.known = std::move(words);
    layout::SetText text;
    text.lines.resize(2);
    text.measured = std::make_shared<const layout::MeasuredText>(std::move(measured));
    layout::Texts texts;
    texts.push_back({});
    texts.push_back(std::move(text));
    texts.let_go(0);
    CHECK_FALSE(held.expired());
    texts.let_go_of_measured();
    CHECK(held.expired());
    CHECK(texts[1].lines.size() == 2);
}

} // namespace
