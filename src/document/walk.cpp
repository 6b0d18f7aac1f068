#include "document/parts.h"
#include "document/tree.h"

#include <algorithm>

namespace halfstar {
namespace {

template <class Bs, class Visit>
void walk_blocks_in(Bs& blocks, const Visit& visit) {
    for (auto& block : blocks) {
        visit(block);
        visit_parts(
            block, [](Part, auto&, auto&) {}, [&](auto& below) { walk_blocks_in(below, visit); });
    }
}

template <class Is, class Visit>
void walk_inlines_in(Is& inlines, const Visit& visit) {
    for (auto& one : inlines) {
        visit(one);
        if (auto* children = children_of(one)) walk_inlines_in(*children, visit);
    }
}

bool is_empty(const Inline& one) {
    if (const Text* text = std::get_if<Text>(&one.node)) return text->text.empty();
    if (const Styled* styled = std::get_if<Styled>(&one.node)) return styled->children.empty();
    if (const Phrase* phrase = std::get_if<Phrase>(&one.node)) return phrase->children.empty();
    return false;
}

/// Appends `next` to `last` when both are texts.
bool join(Inline& last, const Inline& next) {
    Text* before = std::get_if<Text>(&last.node);
    const Text* after = std::get_if<Text>(&next.node);
    if (before == nullptr || after == nullptr) return false;
    before->text += after->text;
    if (last.span.source == next.span.source) {
        last.span.begin = std::min(last.span.begin, next.span.begin);
        last.span.end = std::max(last.span.end, next.span.end);
    }
    return true;
}

} // namespace

void walk_blocks(const Blocks& blocks, const std::function<void(const Block&)>& visit) {
    walk_blocks_in(blocks, visit);
}

void walk_blocks(Blocks& blocks, const std::function<void(Block&)>& visit) { walk_blocks_in(blocks, visit); }

void walk_inlines(std::span<const Inline> inlines, const std::function<void(const Inline&)>& visit) {
    walk_inlines_in(inlines, visit);
}

void walk_inlines(Inlines& inlines, const std::function<void(Inline&)>& visit) { walk_inlines_in(inlines, visit); }

void each_inlines(Block& block, const std::function<void(Inlines&)>& visit) {
    visit_parts(
        block, [&](Part, Inlines& inlines, NodeOrdinal&) { visit(inlines); }, [](Blocks&) {});
}

void each_inlines(const Block& block, const std::function<void(const Inlines&)>& visit) {
    visit_parts(
        block, [&](Part, const Inlines& inlines, const NodeOrdinal&) { visit(inlines); }, [](const Blocks&) {});
}

void tidy_inlines(Inlines& inlines) {
    Inlines tidy;
    tidy.reserve(inlines.size());
    for (Inline& one : inlines) {
        if (Inlines* children = children_of(one)) tidy_inlines(*children);
        if (is_empty(one) || (!tidy.empty() && join(tidy.back(), one))) continue;
        tidy.push_back(std::move(one));
    }
    inlines = std::move(tidy);
}

} // namespace halfstar
