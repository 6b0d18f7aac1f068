#include "read/html/tree_builder.h"

#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"

namespace halfstar::soup {
namespace {

std::string folded(std::string_view label) { return unicode::lower(trim_unicode(label), ""); }

} // namespace

void TreeBuilder::gather_definitions() {
    const Soup::Step end{0, false};
    for (Soup::Step step{0, true}; step != end; step = soup_.behind(step)) {
        const Node& node = soup_.at(step.id);
        if (!step.entering || node.tag != Tag::note_definition) continue;
        Definition definition{node.text, step.id, {}, false};
        definition.again = !by_label_.emplace(folded(node.text), definitions_.size()).second;
        if (definition.again) diagnostics_.report(Code::duplicate_note, node.span, {node.text});
        definitions_.push_back(std::move(definition));
    }
}

/// The number of the note that is called `label`, given when it is first asked for.
std::optional<std::uint32_t> TreeBuilder::reference(std::string_view label) {
    const auto found = by_label_.find(folded(label));
    if (found == by_label_.end()) return std::nullopt;
    Definition& definition = definitions_[found->second];
    if (!definition.index) {
        definition.index = static_cast<std::uint32_t>(note_order_.size());
        note_order_.push_back(definition.node);
    }
    return definition.index;
}

std::uint32_t TreeBuilder::inline_note(NodeId id) {
    note_order_.push_back(id);
    return static_cast<std::uint32_t>(note_order_.size() - 1);
}

std::vector<Note> TreeBuilder::notes() {
    std::vector<Note> notes;
    std::size_t unused = 0;
    while (true) {
        // A note may refer to others, so the order grows while it is followed.
        for (; notes.size() < note_order_.size();) {
            const NodeId id = note_order_[notes.size()];
            const Node& node = soup_.at(id);
            const bool spoiler = find_attribute(node.attributes, "spoiler") != nullptr;
            notes.push_back({node.tag == Tag::note ? std::string() : node.text, blocks_in(id, 1), node.span,
                             spoiler ? NoteKind::spoiler : NoteKind::footnote});
        }
        while (unused < definitions_.size() && definitions_[unused].index) ++unused;
        if (unused == definitions_.size()) return notes;
        Definition& definition = definitions_[unused];
        if (!definition.again) {
            diagnostics_.report(Code::unused_note, soup_.at(definition.node).span, {definition.label});
        }
        definition.index = static_cast<std::uint32_t>(note_order_.size());
        note_order_.push_back(definition.node);
    }
}

} // namespace halfstar::soup
