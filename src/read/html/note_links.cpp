#include "read/html/note_links.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace halfstar::soup {
namespace {

constexpr std::size_t longest_mark = 6; ///< bytes of `[12]`, `1.`, `†`, `↩`

class NoteLinks {
public:
    explicit NoteLinks(Soup& soup) : soup_(soup) {}

    void read() {
        for (NodeId id = 0; id < soup_.size(); ++id) meet(id);
        std::map<NodeId, std::string> labels;
        for (const NodeId link : links_) {
            const NodeId note = note_of(link);
            if (note == nobody || named_in_[note] != 1) continue;
            const std::string label = attribute_of(soup_.at(link), "href").substr(1);
            labels.emplace(note, label);
            refer(link, labels[note]);
        }
        for (const auto& entry : labels) define(entry.first, entry.second);
    }

private:
    void meet(NodeId id) {
        const Node& node = soup_.at(id);
        for (const std::string_view name : {"id", "name"}) {
            const std::string* value = find_attribute(node.attributes, name);
            if (value == nullptr || value->empty() || !places_.emplace(*value, id).second) continue;
            if (const NodeId note = block_of(id); note != nobody) ++named_in_[note];
            break;
        }
        if (node.tag == Tag::anchor && attribute_of(node, "href").starts_with('#') && is_mark(words_of(id)))
            links_.push_back(id);
    }

    /// The item or paragraph that a place stands in.
    NodeId block_of(NodeId id) const {
        for (; id != nobody; id = soup_.at(id).parent) {
            const Tag tag = soup_.at(id).tag;
            if (tag == Tag::item || tag == Tag::note_definition) return tag == Tag::item ? id : nobody;
            if (tag == Tag::paragraph) {
                const NodeId parent = soup_.at(id).parent;
                return parent != nobody && soup_.at(parent).tag == Tag::item ? parent : id;
            }
            if (is_block(tag)) return nobody;
        }
        return nobody;
    }

    /// Where the note stands that a mark leads to: behind the mark, in another block.
    NodeId note_of(NodeId link) {
        const auto place = places_.find(attribute_of(soup_.at(link), "href").substr(1));
        if (place == places_.end() || place->second < link) return nobody;
        const NodeId note = block_of(place->second);
        return note != nobody && note > link && note != block_of(link) ? note : nobody;
    }

    std::string words_of(NodeId top) const {
        std::string words;
        const Soup::Step end{top, false};
        for (Soup::Step step{top, true}; step != end && words.size() <= longest_mark * 2; step = soup_.behind(step))
            if (step.entering && soup_.at(step.id).tag == Tag::text) words += soup_.at(step.id).text;
        return std::string(trim_unicode(words));
    }

    /// A number, a letter or a sign, in brackets or not.
    static bool is_mark(std::string_view words) {
        if (words.empty() || words.size() > longest_mark) return false;
        const bool digit = words.find_first_of("0123456789") != std::string_view::npos;
        const std::size_t letters = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }));
        return digit ? letters == 0 : letters <= 1;
    }

    /// The element alone, with what only raises it.
    NodeId with_raise(NodeId id) const {
        const NodeId parent = soup_.at(id).parent;
        const bool raised = parent != nobody && soup_.at(parent).tag == Tag::superscript &&
                            words_of(parent) == words_of(id);
        return raised ? parent : id;
    }

    void refer(NodeId link, const std::string& label) {
        const NodeId mark = with_raise(link);
        soup_.set_children(mark, {});
        Node& node = soup_.at(mark);
        node.tag = Tag::note_reference;
        node.text = label;
        node.attributes.clear();
    }

    void define(NodeId block, const std::string& label) {
        Node& node = soup_.at(block);
        node.tag = Tag::note_definition;
        node.text = label;
        // The links back are made anew.
        for (NodeId id = block; id < soup_.size(); ++id)
            if (soup_.at(id).tag == Tag::anchor && is_below(id, block) && leads_back(id, block)) remove(with_raise(id));
            else if (id > block && !is_below(id, block) && soup_.at(id).parent != nobody) break;
    }

    bool is_below(NodeId id, NodeId block) const {
        while (id != nobody && id != block) id = soup_.at(id).parent;
        return id == block;
    }

    bool leads_back(NodeId link, NodeId block) const {
        const std::string address = attribute_of(soup_.at(link), "href");
        const std::string words = words_of(link);
        const bool is_sign = is_mark(words) || words == "↩\uFE0E" || words == "↩\uFE0F" || ascii_iequal(words, "back");
        if (!address.starts_with('#') || !is_sign) return false;
        const auto place = places_.find(address.substr(1));
        return place == places_.end() || place->second < block;
    }

    void remove(NodeId id) {
        const NodeId parent = soup_.at(id).parent;
        std::vector<NodeId> children = soup_.children(parent);
        std::erase(children, id);
        soup_.set_children(parent, children);
    }

    Soup& soup_;
    std::map<std::string, NodeId> places_;
    std::map<NodeId, int> named_in_; ///< how many places each block has
    std::vector<NodeId> links_;
};

} // namespace

void read_note_links(Soup& soup) { NoteLinks(soup).read(); }

} // namespace halfstar::soup
