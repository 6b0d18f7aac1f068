#include "backends/pdf/kept_page.h"

#include <algorithm>
#include <unordered_map>

namespace halfstar::pdf {
namespace {

/// Leaves as numbers from 1 into the places of a page's identity; 0 is no leaf there too.
class PlaceNumbers {
public:
    explicit PlaceNumbers(const std::vector<StructureId>& places) {
        for (const StructureId place : places) numbers_.emplace(place, numbers_.size() + 1);
    }
    void take(StructureId& leaf) {
        if (leaf == 0) return;
        const auto found = numbers_.find(leaf);
        if (found == numbers_.end()) all_known_ = false;
        else leaf = static_cast<StructureId>(found->second);
    }
    bool all_known() const { return all_known_; }

private:
    std::unordered_map<StructureId, std::size_t> numbers_;
    bool all_known_ = true;
};

/// Calls `change` with every leaf and element that a painted page and its links, the last of `links`, mention.
template <class Change> void for_each_leaf(PaintedPage& painted, std::vector<PlacedLink>& links, std::size_t first_link, Change change) {
    for (StructureId& leaf : painted.marks) change(leaf);
    for (SeenBox& figure : painted.figures) change(figure.element);
    for (std::size_t i = first_link; i < links.size(); ++i) change(links[i].leaf);
}

} // namespace

std::shared_ptr<KeptPage> KeptPage::of(Survey alone, const std::vector<FaceUses>& uses, const PageIdentity& identity) {
    auto kept = std::make_shared<KeptPage>();
    kept->facts_ = std::move(alone.pages.front());
    kept->painted_ = std::move(alone.painted_pages.front());
    kept->draft_ = std::exchange(kept->painted_.content, {}).here;
    kept->links_ = std::move(alone.links);
    kept->anchors_ = std::move(alone.anchors);
    for (std::uint32_t i = 0; i < alone.pictures.size(); ++i)
        if (alone.pictures[i]) kept->pictures_.emplace_back(i, alone.picture_sizes[i]);
    for (const FaceUses& of_face : uses) kept->uses_.push_back(of_face.all());
    PlaceNumbers numbers(identity.places);
    for_each_leaf(kept->painted_, kept->links_, 0, [&](StructureId& leaf) { numbers.take(leaf); });
    return numbers.all_known() ? kept : nullptr;
}

void KeptPage::add_to(Survey& findings, const PageIdentity& identity, std::uint32_t index) const {
    findings.pages.push_back(facts_);
    PaintedPage& painted = findings.painted_pages.emplace_back(painted_);
    const std::size_t first_link = findings.links.size();
    findings.links.insert(findings.links.end(), links_.begin(), links_.end());
    for_each_leaf(painted, findings.links, first_link, [&](StructureId& leaf) {
        if (leaf != 0) leaf = identity.places[leaf - 1];
    });
    for (std::size_t i = first_link; i < findings.links.size(); ++i) findings.links[i].page = index;
    for (const auto& [name, anchor] : anchors_) findings.anchors.try_emplace(name, PlacedAnchor{index, anchor.at});
    for (const auto& [picture, size] : pictures_) {
        findings.pictures[picture] = true;
        Size& largest = findings.picture_sizes[picture];
        largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
    }
}

Result<std::string> KeptPage::stream(const UseCodes& codes, const std::function<Result<std::string>()>& make) {
    {
        const std::lock_guard lock(mutex_);
        if (!stream_.empty() && codes_ == codes) return stream_;
    }
    Result<std::string> made = make();
    if (!made) return made;
    const std::lock_guard lock(mutex_);
    codes_ = codes;
    stream_ = *made;
    return made;
}

std::size_t KeptPage::bytes() const {
    std::size_t bytes = sizeof *this + 2 * (draft_.operators.size() + draft_.strokes.size()) + painted_.marks.size() * sizeof(StructureId);
    for (const auto& of_face : uses_) bytes += of_face.size() * (sizeof(FaceUses::Use) + sizeof(GlyphCode));
    return bytes + links_.size() * sizeof(PlacedLink);
}

} // namespace halfstar::pdf
