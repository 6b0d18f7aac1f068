#include "compose/passes.h"

#include "document/json.h"
#include "foundation/base/hash.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar {

namespace {

/// Takes the places of the pictures' files away while it lives: where they lie is not what the edition says.
class WithoutPlaces {
public:
    explicit WithoutPlaces(Edition& edition) : edition_(edition) { swap(); }
    ~WithoutPlaces() { swap(); }
    WithoutPlaces(const WithoutPlaces&) = delete;
    WithoutPlaces& operator=(const WithoutPlaces&) = delete;

private:
    void swap() {
        std::size_t next = 0;
        for (Piece* piece : every_piece(edition_))
            for (Picture& picture : piece->pictures) {
                if (next == places_.size()) places_.emplace_back();
                std::swap(picture.path, places_[next++]);
            }
    }

    Edition& edition_;
    std::vector<std::string> places_;
};

} // namespace

void identify_edition(Edition& edition, const ComposeSettings& settings, Diagnostics&) { identify(edition, settings.jobs); }

void identify(Edition& edition, int jobs) {
    edition.identifier.clear();
    const WithoutPlaces without(edition);
    Sha256 digest;
    const auto written = write_json(edition, [&](std::string_view text) -> Result<void> {
        digest.update(text);
        return {};
    }, jobs);
    // Digesting cannot fail, and what write_json refuses it would have refused at any later time.
    if (written) edition.identifier = uuid_urn(digest.finish());
}

} // namespace halfstar
