#include "backends/pdf/survey.h"

#include "backends/pdf/clusters.h"
#include "backends/pdf/roles.h"
#include "design/fonts/face.h"
#include "foundation/base/parallel.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <variant>

namespace halfstar::pdf {
namespace {

/// The CIDs of a CID-keyed face are its own and may be any number.
Coding coding_for(const Face& face) {
    if (face.outline_kind() == OutlineKind::bitmap) {
        return Coding::simple;
    }
    return face.cid_keyed() ? Coding::wide : Coding::compact;
}

/// The walk over some of the pages, or over the forms.
class Surveyor {
public:
    Surveyor(const PagedDocument& document, const std::vector<std::uint32_t>& alike) : document_(document), alike_(alike) {
        survey_.faces.resize(document.faces().size());
        survey_.pictures.resize(document.pictures().size(), false);
        survey_.picture_sizes.resize(document.pictures().size());
    }

    Survey pages(std::uint32_t first, std::uint32_t last) {
        for (page_ = first; page_ < last; ++page_) {
            const Page page = document_.page(page_);
            survey_.pages.push_back({page.trim, page.label, page.bleed});
            note(page);
        }
        return std::move(survey_);
    }
    Survey forms() {
        for (std::uint32_t i = 0; i < document_.form_count(); ++i) {
            const Page form = document_.form(i);
            survey_.forms.push_back(form.trim);
            note(form);
        }
        return std::move(survey_);
    }

private:
    void note(const Page& page) {
        for (const Item& item : page.items) {
            leaf_ = item.leaf;
            std::visit([this](const auto& node) { note(node); }, item.node);
        }
    }
    void note(const GlyphRun& run) {
        if (!is_paintable(run)) {
            return;
        }
        const bool in_structure = element_of(document_.structure(), leaf_) != 0;
        for (const Piece& piece : pieces_of(run, *document_.faces()[run.face])) {
            survey_.replacements += in_structure && piece.speech != Speech::by_glyphs ? 1u : 0u;
            for (const Cluster& cluster : piece.clusters) {
                count(run, cluster);
            }
        }
    }
    void count(const GlyphRun& run, const Cluster& cluster) {
        for (std::uint32_t i = cluster.first; i < cluster.end; ++i) {
            if (is_paintable(run.glyphs[i])) {
                survey_.faces[run.face].count(run.glyphs[i].id, text_of(cluster, i));
            }
        }
    }
    void note(const PictureItem& item) {
        const std::uint32_t first = alike_[item.picture];
        Size& size = survey_.picture_sizes[first];
        survey_.pictures[first] = true;
        size = {std::max(size.width, item.rect.width), std::max(size.height, item.rect.height)};
    }
    void note(const LinkArea& link) { survey_.links.push_back({page_, leaf_, link}); }
    void note(const Anchor& anchor) { survey_.anchors.try_emplace(anchor.name, PlacedAnchor{page_, anchor.at}); }
    void note(const Rule&) {}
    void note(const Shape&) {}
    void note(const ClipBegin&) {}
    void note(const ClipEnd&) {}
    void note(const PlacedForm&) {}

    const PagedDocument& document_;
    const std::vector<std::uint32_t>& alike_;
    Survey survey_;
    std::uint32_t page_ = 0;
    StructureId leaf_ = 0;
};

/// A part's findings behind those of the parts before it.
void append(Survey& whole, Survey part) {
    const auto move_behind = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    move_behind(whole.pages, part.pages);
    move_behind(whole.forms, part.forms);
    move_behind(whole.links, part.links);
    whole.anchors.merge(part.anchors);
    for (std::size_t i = 0; i < whole.faces.size(); ++i) {
        whole.faces[i].add(part.faces[i]);
    }
    for (std::size_t i = 0; i < whole.pictures.size(); ++i) {
        whole.pictures[i] = whole.pictures[i] || part.pictures[i];
        Size& size = whole.picture_sizes[i];
        size = {std::max(size.width, part.picture_sizes[i].width), std::max(size.height, part.picture_sizes[i].height)};
    }
    whole.replacements += part.replacements;
}

void drop_links_to_nowhere(Survey& survey) {
    std::erase_if(survey.links, [&](const PlacedLink& link) {
        return link.area.url.empty() && !survey.anchors.contains(link.area.anchor);
    });
}

/// So many that the last thread waits little for the others, so few that there is little to put together.
constexpr std::uint32_t pages_at_once = 32;

} // namespace

std::vector<std::uint32_t> first_alike(const std::vector<Picture>& pictures) {
    std::map<std::array<std::uint8_t, 32>, std::uint32_t> first;
    std::vector<std::uint32_t> alike;
    for (const Picture& picture : pictures) {
        alike.push_back(first.try_emplace(picture.digest, static_cast<std::uint32_t>(alike.size())).first->second);
    }
    return alike;
}

bool is_paintable(const GlyphRun& run) { return !run.glyphs.empty() && run.size.units > 0 && run.scale > 0; }

Survey survey(const PagedDocument& document, int jobs) {
    const std::vector<std::uint32_t> alike = first_alike(document.pictures());
    const std::uint32_t pages = document.page_count(), parts = (pages + pages_at_once - 1) / pages_at_once;
    Ahead<Survey> ahead(parts, jobs, [&](std::size_t part) {
        const auto first = static_cast<std::uint32_t>(part) * pages_at_once;
        return Surveyor(document, alike).pages(first, std::min(pages, first + pages_at_once));
    });
    Survey whole = Surveyor(document, alike).forms();
    for (std::uint32_t part = 0; part < parts; ++part) {
        append(whole, ahead.take());
    }
    for (std::size_t i = 0; i < whole.faces.size(); ++i) {
        whole.faces[i].assign(coding_for(*document.faces()[i]));
    }
    drop_links_to_nowhere(whole);
    return whole;
}

} // namespace halfstar::pdf
