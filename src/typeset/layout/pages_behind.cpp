#include "typeset/layout/pages_behind.h"

#include "foundation/base/parallel.h"
#include "typeset/layout/page_builder.h"
#include "typeset/packed_items.h"

#include <algorithm>
#include <iterator>

namespace halfstar::layout {

namespace {

constexpr std::size_t pages_of_a_task = 8;
constexpr std::size_t most_waiting = 8; ///< tasks: their texts take room

} // namespace

/// What a thread sets lines with: types and faces of its own.
struct PagesBehind::Bench {
    explicit Bench(const ComposedDocument& document) : types(document.types(), told), stick(types, document.foundry()) {}

    Diagnostics told; ///< when the texts were composed it was said
    TypeCase types;
    ComposingStick stick;
};

PagesBehind::PagesBehind(const ComposedDocument& document, Composition& composition)
    : document_(document), composition_(composition), texts_are_kept_(document.stick().texts() != nullptr) {}

PagesBehind::~PagesBehind() = default;

void PagesBehind::take(std::size_t first, std::size_t last, std::shared_ptr<const Piece> piece) {
    if (texts_are_kept_) return;
    std::vector<Task> tasks;
    for (std::size_t page = first; page < last; ++page) {
        if (tasks.empty() || tasks.back().parts.size() == pages_of_a_task) tasks.emplace_back();
        tasks.back().piece = piece;
        take_from_page(page, tasks.back());
    }
    for (const Task& task : tasks)
        for (const auto& [number, text] : task.texts) composition_.texts.let_go(number);
    for (Task& task : tasks)
        if (!task.parts.empty()) put(std::move(task));
}

/// What stands behind that which was built before.
void PagesBehind::take_from_page(std::size_t page, Task& task) {
    std::vector<PageContent>& contents = composition_.pages[page].contents;
    const auto begin = std::find_if_not(contents.begin(), contents.end(), is_built);
    if (begin == contents.end()) return;
    Part part;
    for (auto content = begin; content != contents.end(); ++content) {
        const auto share = [&](std::uint32_t text) { task.texts.emplace(text, composition_.texts.share(text)); };
        if (const auto* lines = std::get_if<PlacedLines>(&*content)) share(lines->text);
        if (const auto* mark = std::get_if<EndMark>(&*content)) share(mark->text);
        part.contents.push_back(std::move(*content));
    }
    contents.erase(begin, contents.end());
    part.built = std::make_shared<BuiltItems>();
    contents.emplace_back(BuiltPart(part.built));
    contents.shrink_to_fit();
    task.parts.push_back(std::move(part));
}

void PagesBehind::put(Task task) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::make_unique<Task>(std::move(task)));
}

std::unique_ptr<PagesBehind::Task> PagesBehind::next() {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) return nullptr;
    std::unique_ptr<Task> task = std::move(waiting_.front());
    waiting_.pop_front();
    return task;
}

void PagesBehind::build_some() {
    if (const std::unique_ptr<Task> task = next()) build(*task);
}

void PagesBehind::keep_up() {
    const std::size_t most = threads_for(document_.jobs()) < 2 ? 0 : most_waiting;
    const auto waiting = [&] {
        const std::lock_guard lock(mutex_);
        return waiting_.size();
    };
    while (waiting() > most) build_some();
}

void PagesBehind::finish() {
    std::size_t count = 0;
    {
        const std::lock_guard lock(mutex_);
        count = waiting_.size();
    }
    for_each_parallel(count, document_.jobs(), [this](std::size_t) { build_some(); });
}

std::unique_ptr<PagesBehind::Bench> PagesBehind::take_bench() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<Bench> bench = std::move(idle_.back());
            idle_.pop_back();
            return bench;
        }
    }
    return std::make_unique<Bench>(document_);
}

void PagesBehind::build(const Task& task) {
    std::unique_ptr<Bench> bench = take_bench();
    ComposingStick& stick = bench->stick;
    stick.turn_words();
    {
        PageBuilder builder([&](std::uint32_t text) -> const SetText& { return *task.texts.at(text); }, composition_.first_pictures, stick);
        std::vector<Item> items;
        for (const Part& part : task.parts) {
            stick.faces() = FaceTable();
            for (const PageContent& content : part.contents)
                if (const auto* lines = std::get_if<PlacedLines>(&content)) stick.meet_faces(*task.texts.at(lines->text), lines->first, lines->last);
            for (const PageContent& content : part.contents) builder.build(content, items);
            part.built->faces = stick.faces().all();
            part.built->items = composition_.shelf->put(packed(items));
            items.clear();
        }
    }
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(bench));
}

} // namespace halfstar::layout
