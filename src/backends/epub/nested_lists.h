// Lists within lists, as tables of contents have them.
#pragma once

#include <pugixml.hpp>

#include <vector>

namespace halfstar::epub {

/// Nested lists from entries with depths: each list item opens the list of those below it.
class NestedLists {
public:
    NestedLists(pugi::xml_node root, const char* list, const char* item) : list_(list), item_(item) {
        lists_.push_back(root);
    }

    /// The item of the next entry. Depths rise by one at most.
    pugi::xml_node next(int depth) {
        while (static_cast<int>(lists_.size()) > depth)
            lists_.pop_back();
        if (static_cast<int>(lists_.size()) < depth && last_) lists_.push_back(list_ == nullptr ? last_ : last_.append_child(list_));
        last_ = lists_.back().append_child(item_);
        return last_;
    }

private:
    const char* list_; ///< null: items stand in items
    const char* item_;
    std::vector<pugi::xml_node> lists_;
    pugi::xml_node last_;
};

} // namespace halfstar::epub
