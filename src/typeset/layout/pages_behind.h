// Pages of a zine that are built behind the thread that sets it, as soon as nothing changes on them: while the words of their texts
// are at hand. Their items are packed and put aside, so that a large zine need keep neither its words nor its texts.
#pragma once

#include "typeset/layout/composition.h"

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace halfstar::layout {

class PagesBehind {
public:
    /// Pages of `document`, which must outlive it, as must the composition's lists of pictures, which grow no more.
    PagesBehind(const ComposedDocument& document, Composition& composition);
    ~PagesBehind();

    /// All that stands on pages [first, last) is final, though more may come to stand behind it; no other page has lines of its texts.
    /// A house that keeps its texts knows its pages by them: there nothing is done. `piece` is what the texts are written from, if it need be
    /// held for them.
    void take(std::size_t first, std::size_t last, std::shared_ptr<const Piece> piece = nullptr);
    /// For a thread that has something else to do as well: builds a few pages, if any wait.
    void build_some();
    /// For the thread that takes, so that few pages wait.
    void keep_up();
    /// Builds all that wait, on all threads.
    void finish();

private:
    struct Part {
        std::vector<PageContent> contents;
        std::shared_ptr<BuiltItems> built;
    };
    struct Task {
        std::vector<Part> parts = {};
        std::map<std::uint32_t, std::shared_ptr<SetText>> texts = {}; ///< that stand there
        std::shared_ptr<const Piece> piece = {};
    };
    struct Bench;

    void take_from_page(std::size_t page, Task& task);
    void put(Task task);
    std::unique_ptr<Task> next();
    std::unique_ptr<Bench> take_bench();
    void build(const Task& task);

    const ComposedDocument& document_;
    Composition& composition_;
    const bool texts_are_kept_;
    std::mutex mutex_; ///< of what follows
    std::deque<std::unique_ptr<Task>> waiting_;
    std::vector<std::unique_ptr<Bench>> idle_;
};

} // namespace halfstar::layout
