// One page that is kept: what the survey found on it, its draft, and the stream that was last made of that. It lies in no
// document: its leaves are places of a page's identity.
#pragma once

#include "backends/pdf/survey.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::pdf {

class KeptPage {
public:
    /// `alone` is the survey of this one page, `uses` what its draft counts by. None where it mentions a leaf that is none of
    /// the identity's places.
    static std::shared_ptr<KeptPage> of(Survey alone, const std::vector<FaceUses>& uses, const PageIdentity& identity);

    /// Adds it behind the pages of `findings`, as the page `index` of the document that it has this identity in.
    void add_to(Survey& findings, const PageIdentity& identity, std::uint32_t index) const;

    const Draft& draft() const { return draft_; }
    /// By face.
    const std::vector<std::vector<FaceUses::Use>>& uses() const { return uses_; }
    /// What `make` gives; nothing of it is made again for the same codes. Safe to call from several threads.
    Result<std::string> stream(const UseCodes& codes, const std::function<Result<std::string>()>& make);
    std::size_t bytes() const;

private:
    PageFacts facts_;
    PaintedPage painted_; ///< without its draft
    Draft draft_;
    std::vector<PlacedLink> links_;
    std::map<std::string, PlacedAnchor> anchors_;
    std::vector<std::pair<std::uint32_t, Size>> pictures_;
    std::vector<std::vector<FaceUses::Use>> uses_;
    std::mutex mutex_; ///< of what follows
    UseCodes codes_;
    std::string stream_;
};

} // namespace halfstar::pdf
