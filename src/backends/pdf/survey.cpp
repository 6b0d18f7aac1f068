#include "backends/pdf/survey.h"

#include "backends/pdf/kept_page.h"
#include "backends/pdf/kept_pages.h"
#include "design/fonts/face.h"
#include "foundation/base/hash.h"
#include "foundation/base/parallel.h"

#include <algorithm>
#include <array>
#include <functional>
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

/// So many pages that the last thread waits little for the others, so few that there is little to put together.
constexpr std::uint32_t part_size = 32;

/// What was found on some of the pages or forms.
struct Part {
    Survey findings; ///< without codes
    std::vector<FaceUses> uses; ///< by FaceIndex
};

/// What decides how any page of the document is painted, beside what is on it.
std::string identity_of(const PaintingPlan& plan) {
    std::string text(1, static_cast<char>(plan.profile));
    for (const Face* face : plan.document.faces()) text += std::to_string(reinterpret_cast<std::uintptr_t>(face)) + ' ';
    for (const Picture& picture : plan.document.pictures()) text.append(reinterpret_cast<const char*>(picture.digest.data()), picture.digest.size());
    const Digest digest = sha256(text);
    return std::string(digest.begin(), digest.end());
}

/// The walk over one part.
class Surveyor {
public:
    /// Drafts go to the shelf; without one they stay with their pages.
    Surveyor(const PaintingPlan& plan, DraftShelf* shelf) : plan_(plan), document_(plan.document), shelf_(shelf) {
        part_.uses.resize(document_.faces().size());
        part_.findings.pictures.resize(document_.pictures().size(), false);
        part_.findings.picture_sizes.resize(document_.pictures().size());
    }

    Part pages(std::uint32_t first, std::uint32_t last) {
        for (page_ = first; page_ < last; ++page_) look(page_);
        return std::move(part_);
    }
    /// As `pages`; those that are in `kept` are taken from there, and the others kept. `identity` is the document's.
    Part pages(std::uint32_t first, std::uint32_t last, KeptPages& kept, const std::string& identity) {
        for (page_ = first; page_ < last; ++page_) {
            std::optional<PageIdentity> page = document_.identity(page_);
            if (page) page->content += identity;
            std::shared_ptr<KeptPage> known = page ? known_page(page_, kept, *page) : nullptr;
            if (known) known->add_to(part_.findings, *page, page_);
            else look(page_);
            part_.findings.kept_pages.push_back(std::move(known));
        }
        return std::move(part_);
    }
    Part forms(std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t i = first; i < last; ++i) {
            const Page form = document_.form(i);
            part_.findings.forms.push_back(form.trim);
            part_.findings.painted_forms.push_back(painted(form));
        }
        return std::move(part_);
    }

private:
    void look(std::uint32_t index) {
        const Page page = document_.page(index);
        part_.findings.pages.push_back({page.trim, page.label, page.bleed});
        part_.findings.painted_pages.push_back(painted(page));
    }
    std::shared_ptr<KeptPage> known_page(std::uint32_t index, KeptPages& kept, const PageIdentity& identity) const {
        std::shared_ptr<KeptPage> page = kept.find(identity.content);
        if (page) return page;
        Part alone = Surveyor(plan_, nullptr).pages(index, index + 1);
        page = KeptPage::of(std::move(alone.findings), alone.uses, identity);
        if (page) kept.keep(identity.content, page);
        return page;
    }
    PaintedPage painted(const Page& page) {
        for (const Item& item : page.items) {
            leaf_ = item.leaf;
            std::visit([this](const auto& node) { note(node); }, item.node);
        }
        PaintedPage painted = paint_page(page, plan_, part_.uses);
        painted.marks.shrink_to_fit();
        if (shelf_ != nullptr) painted.content = shelf_->put(std::move(painted.content.here));
        return painted;
    }
    void note(const PictureItem& item) {
        const std::uint32_t first = plan_.first_picture[item.picture];
        Size& size = part_.findings.picture_sizes[first];
        part_.findings.pictures[first] = true;
        size = {std::max(size.width, item.rect.width), std::max(size.height, item.rect.height)};
    }
    void note(const LinkArea& link) { part_.findings.links.push_back({page_, leaf_, link}); }
    void note(const Anchor& anchor) { part_.findings.anchors.try_emplace(anchor.name, PlacedAnchor{page_, anchor.at}); }
    void note(const GlyphRun&) {}
    void note(const Rule&) {}
    void note(const Shape&) {}
    void note(const ClipBegin&) {}
    void note(const ClipEnd&) {}
    void note(const PlacedForm&) {}

    const PaintingPlan& plan_;
    const PagedDocument& document_;
    DraftShelf* shelf_;
    Part part_;
    std::uint32_t page_ = 0;
    StructureId leaf_ = 0;
};

/// The codes of uses of one face.
std::vector<GlyphCode> face_codes(const Survey& survey, std::size_t face, const std::vector<FaceUses::Use>& uses) {
    std::vector<GlyphCode> codes;
    codes.reserve(uses.size());
    for (const FaceUses::Use& use : uses) {
        GlyphCode& code = codes.emplace_back(survey.faces[face].find(use.glyph, use.text));
        code.font += survey.first_fonts[face];
    }
    return codes;
}

/// Puts the parts together.
class Findings {
public:
    explicit Findings(const PagedDocument& document) : document_(document) {
        whole_.faces.resize(document.faces().size());
        whole_.pictures.resize(document.pictures().size(), false);
        whole_.picture_sizes.resize(document.pictures().size());
    }

    const std::vector<Size>& forms() const { return whole_.forms; }
    void add_forms(Part part) { form_uses_.push_back(add(std::move(part))); }
    void add_pages(Part part) { page_uses_.push_back(add(std::move(part))); }

    Survey survey() {
        std::uint32_t next = 1;
        for (std::size_t i = 0; i < whole_.faces.size(); ++i) {
            whole_.faces[i].assign(coding_for(*document_.faces()[i]));
            whole_.first_fonts.push_back(next);
            next += static_cast<std::uint32_t>(whole_.faces[i].fonts().size());
        }
        for (const Uses& uses : page_uses_) whole_.page_codes.push_back(codes_of(uses));
        for (const Uses& uses : form_uses_) whole_.form_codes.push_back(codes_of(uses));
        return std::move(whole_);
    }

private:
    using Uses = std::vector<std::vector<FaceUses::Use>>; ///< by face

    Uses add(Part part) {
        Survey& found = part.findings;
        move_behind(whole_.pages, found.pages);
        move_behind(whole_.forms, found.forms);
        move_behind(whole_.painted_pages, found.painted_pages);
        move_behind(whole_.painted_forms, found.painted_forms);
        move_behind(whole_.links, found.links);
        whole_.anchors.merge(found.anchors);
        for (std::size_t i = 0; i < whole_.faces.size(); ++i) {
            whole_.faces[i].add(part.uses[i].all());
            for (const std::shared_ptr<KeptPage>& page : found.kept_pages)
                if (page) whole_.faces[i].add(page->uses()[i]);
        }
        move_behind(whole_.kept_pages, found.kept_pages);
        for (std::size_t i = 0; i < whole_.pictures.size(); ++i) {
            whole_.pictures[i] = whole_.pictures[i] || found.pictures[i];
            Size& size = whole_.picture_sizes[i];
            size = {std::max(size.width, found.picture_sizes[i].width), std::max(size.height, found.picture_sizes[i].height)};
        }
        Uses uses; // without what counting them took
        for (const FaceUses& of_face : part.uses) uses.push_back(of_face.all());
        return uses;
    }

    template <class Finding> static void move_behind(std::vector<Finding>& to, std::vector<Finding>& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    }

    UseCodes codes_of(const Uses& uses) const {
        UseCodes codes;
        for (std::size_t face = 0; face < uses.size(); ++face) codes.push_back(face_codes(whole_, face, uses[face]));
        return codes;
    }

    const PagedDocument& document_;
    Survey whole_;
    std::vector<Uses> page_uses_, form_uses_;
};

/// Surveys `count` pages or forms in parts, and takes the parts in their order.
void survey_parts(std::uint32_t count, int jobs, const std::function<Part(std::uint32_t first, std::uint32_t last)>& look,
                  const std::function<void(Part)>& take) {
    const std::uint32_t parts = (count + part_size - 1) / part_size;
    Ahead<Part> ahead(parts, jobs, [&](std::size_t part) {
        const auto first = static_cast<std::uint32_t>(part) * part_size;
        return look(first, std::min(count, first + part_size));
    });
    for (std::uint32_t part = 0; part < parts; ++part) take(ahead.take());
}

void drop_links_to_nowhere(Survey& survey) {
    std::erase_if(survey.links, [&](const PlacedLink& link) {
        return link.area.url.empty() && !survey.anchors.contains(link.area.anchor);
    });
}

} // namespace

std::vector<std::uint32_t> first_alike(const std::vector<Picture>& pictures) {
    std::map<std::array<std::uint8_t, 32>, std::uint32_t> first;
    std::vector<std::uint32_t> alike;
    for (const Picture& picture : pictures) {
        alike.push_back(first.try_emplace(picture.digest, static_cast<std::uint32_t>(alike.size())).first->second);
    }
    return alike;
}

Survey survey(PaintingPlan plan, int jobs, KeptPages* kept, std::unique_ptr<Scratch> scratch) {
    const PagedDocument& document = plan.document;
    auto shelf = std::make_shared<DraftShelf>(std::move(scratch));
    Findings findings(document);
    survey_parts(document.form_count(), jobs, [&](auto first, auto last) { return Surveyor(plan, shelf.get()).forms(first, last); },
                 [&](Part part) { findings.add_forms(std::move(part)); });
    plan.form_trims = findings.forms();
    const std::string identity = kept != nullptr ? identity_of(plan) : std::string();
    survey_parts(document.page_count(), jobs,
                 [&](auto first, auto last) {
                     Surveyor surveyor(plan, shelf.get());
                     return kept != nullptr ? surveyor.pages(first, last, *kept, identity) : surveyor.pages(first, last);
                 },
                 [&](Part part) { findings.add_pages(std::move(part)); });
    Survey whole = findings.survey();
    whole.shelf = std::move(shelf);
    drop_links_to_nowhere(whole);
    return whole;
}

Result<std::string> Survey::content(const PaintedPage& painted, const UseCodes& codes) const {
    if (painted.content.is_here()) return set_in_codes(painted.content.here, codes); // without a copy of it
    const Result<Draft> draft = shelf->get(painted.content);
    if (!draft) return draft.error();
    return set_in_codes(*draft, codes);
}

Result<std::string> Survey::page_content(std::uint32_t page) const {
    if (!kept_pages.empty() && kept_pages[page]) return set_in_codes(kept_pages[page]->draft(), codes_of(*kept_pages[page]));
    return content(painted_pages[page], page_codes[page / part_size]);
}

UseCodes Survey::codes_of(const KeptPage& page) const {
    UseCodes codes;
    for (std::size_t face = 0; face < page.uses().size(); ++face) codes.push_back(face_codes(*this, face, page.uses()[face]));
    return codes;
}

Result<std::string> Survey::form_content(std::uint32_t form) const {
    return content(painted_forms[form], form_codes[form / part_size]);
}

} // namespace halfstar::pdf
