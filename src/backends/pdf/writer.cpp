#include "backends/pdf/writer.h"

#include "backends/pdf/boxes.h"
#include "backends/pdf/fonts.h"
#include "backends/pdf/icc.h"
#include "backends/pdf/images.h"
#include "backends/pdf/kept_page.h"
#include "backends/pdf/metadata.h"
#include "backends/pdf/navigation.h"
#include "backends/pdf/pages.h"
#include "backends/pdf/roles.h"
#include "backends/pdf/screens.h"
#include "design/fonts/face.h"
#include "foundation/base/deflate.h"

namespace halfstar::pdf {

namespace {

constexpr std::uint32_t least_pages_to_share = 16; ///< among threads

Result<std::string> deflated(std::string before, const Result<std::string>& content) {
    if (!content) {
        return content.error();
    }
    return zlib_deflated(std::move(before) + *content);
}

} // namespace

Writer::Writer(const Job& job, Profile profile, Inking inking, std::unique_ptr<Scratch> scratch)
    : job_(job), inking_(std::move(inking)), pages_(*job.pages), jobs_(pages_.page_count() + pages_.form_count() < least_pages_to_share ? 1 : job.jobs),
      plan_{pages_, first_alike(pages_.pictures()), profile, {}, &inking_}, survey_(survey(plan_, jobs_, job.inks ? nullptr : job.kept_pages, std::move(scratch))),
      document_(jobs_, job.kept_pages), structure_(pages_.structure(), survey_, page_objects_, link_objects_) {}

/// The font resources of all pages: one dictionary, a name for each font.
void Writer::add_faces() {
    std::string fonts;
    std::uint32_t next = 1;
    for (std::size_t i = 0; i < survey_.faces.size(); ++i) {
        const FaceCodes& codes = survey_.faces[i];
        if (!codes.is_used()) {
            continue;
        }
        const Face& face = *pages_.faces()[i];
        const bool of_pictures = face.outline_kind() == OutlineKind::bitmap;
        for (const CodeSet& set : codes.fonts()) {
            const ObjectNumber font = of_pictures ? add_picture_font(document_, face, set)
                                                  : add_font(document_, face, set);
            fonts += "/F" + std::to_string(next++) + ' ' + reference(font) + ' ';
        }
    }
    document_.fill(fonts_, Body{fonts, std::nullopt});
}

Result<Body> Writer::picture_body(std::uint32_t index) const {
    if (job_.resources == nullptr) {
        return Error{"the job has no pictures' bytes"};
    }
    const Picture& picture = pages_.pictures()[index];
    const Result<std::string> bytes = job_.resources->bytes(picture);
    if (!bytes) {
        return bytes.error();
    }
    const Result<std::optional<Pixels>> inked = inking_.picture(*bytes, survey_.picture_sizes[index]);
    if (!inked) {
        return inked.error();
    }
    return *inked ? Result<Body>(image_object(**inked, inking_.darkest())) : image_object(picture, *bytes);
}

void Writer::add_pictures() {
    std::vector<std::uint32_t> used;
    picture_objects_.assign(survey_.pictures.size(), 0);
    for (std::uint32_t i = 0; i < survey_.pictures.size(); ++i) {
        if (survey_.pictures[i]) {
            used.push_back(i);
            picture_objects_[i] = document_.add([this] { return picture_bodies_->take(); });
        }
    }
    // Pictures are large: no more of them wait than there are threads.
    picture_bodies_.emplace(used.size(), job_.jobs, [this, used](std::size_t index) { return picture_body(used[index]); }, threads_for(job_.jobs));
}

void Writer::add_links() {
    page_links_.assign(page_objects_.size() + 1, 0);
    if (!is_archive()) {
        return;
    }
    ObjectNumber next = document_.add(static_cast<std::uint32_t>(survey_.links.size()),
                                      [this](std::uint32_t i) -> Result<Body> { return link_body(i); });
    for (std::size_t i = 0; i < survey_.links.size(); ++i) {
        link_objects_.push_back(next++);
        ++page_links_[survey_.links[i].page + 1];
    }
    for (std::size_t i = 1; i < page_links_.size(); ++i) {
        page_links_[i] += page_links_[i - 1];
    }
}

Body Writer::link_body(std::size_t index) const {
    const PlacedLink& link = survey_.links[index];
    const bool in_structure = element_of(pages_.structure(), link.leaf) != 0;
    return link_annotation(link, survey_, in_structure ? std::optional(structure_.parent_key(index)) : std::nullopt);
}

Result<Body> Writer::content() {
    Result<std::string> stream = page_contents_->take();
    if (!stream) {
        return stream.error();
    }
    return Body{"/Filter /FlateDecode", std::move(*stream)};
}

std::string Writer::resources(const std::set<std::uint32_t>& pictures, const std::set<std::uint32_t>& forms) const {
    std::string text = " /Resources << /Font " + reference(fonts_);
    if (!screens_.empty()) text += " /Pattern << " + screens_ + ">>";
    if (!pictures.empty() || !forms.empty()) {
        text += " /XObject <<";
        for (const std::uint32_t picture : pictures) {
            text += ' ' + picture_name(picture) + ' ' + reference(picture_objects_[picture]);
        }
        for (const std::uint32_t form : forms) {
            text += ' ' + form_name(form) + ' ' + reference(form_objects_[form]);
        }
        text += " >>";
    }
    return text + " >>";
}

/// ISO 32000-1, 8.10: what sheets place, clipped to its trim.
Result<Body> Writer::form_object(std::uint32_t form) {
    const Size& trim = survey_.forms[form];
    Result<std::string> stream = form_contents_->take();
    if (!stream) {
        return stream.error();
    }
    return Body{"/Type /XObject /Subtype /Form /BBox [0 0 " + number(trim.width) + ' ' + number(trim.height) + ']' +
                resources(survey_.painted_forms[form].pictures, {}) + " /Filter /FlateDecode",
            std::move(*stream)};
}

void Writer::add_forms() {
    const auto forms = static_cast<std::uint32_t>(survey_.forms.size());
    const ObjectNumber first = document_.add(forms, [this](std::uint32_t i) { return form_object(i); });
    for (std::uint32_t i = 0; i < forms; ++i) {
        form_objects_.push_back(first + i);
    }
    form_contents_.emplace(forms, jobs_, [this](std::size_t form) {
        return deflated({}, survey_.form_content(static_cast<std::uint32_t>(form)));
    });
}

Body Writer::page_dictionary(std::uint32_t page) const {
    const PageFacts& facts = survey_.pages[page];
    std::string text = "/Type /Page /Parent " + reference(page_parents_[page]) + " /MediaBox " + media_box(facts) +
                       " /Contents " + reference(page_objects_[page] - 1);
    text += is_archive() ? " /StructParents " + std::to_string(page) + " /Tabs /S" : printers_boxes(facts);
    text += resources(survey_.painted_pages[page].pictures, survey_.painted_pages[page].forms);
    if (page_links_[page] < page_links_[page + 1]) {
        const auto begin = link_objects_.begin() + static_cast<std::ptrdiff_t>(page_links_[page]);
        const auto end = link_objects_.begin() + static_cast<std::ptrdiff_t>(page_links_[page + 1]);
        text += " /Annots " + references(std::vector<ObjectNumber>(begin, end));
    }
    return {text, std::nullopt};
}

/// A page's content stands before its dictionary: what it uses is known when it has been painted.
void Writer::add_pages() {
    const auto pages = static_cast<std::uint32_t>(survey_.pages.size());
    const ObjectNumber first = document_.add(pages * 2, [this](std::uint32_t i) -> Result<Body> {
        return i % 2 == 0 ? content() : Result<Body>(page_dictionary(i / 2));
    });
    for (std::uint32_t page = 0; page < pages; ++page) {
        page_objects_.push_back(first + page * 2 + 1);
    }
    // They are taken in their order, as their objects are written.
    page_contents_.emplace(page_objects_.size(), jobs_, [this](std::size_t index) {
        return page_stream(static_cast<std::uint32_t>(index));
    });
}

/// Deflated; what is kept is not made again.
Result<std::string> Writer::page_stream(std::uint32_t page) const {
    const auto make = [&] { return deflated(shift_past_bleed(survey_.pages[page]), survey_.page_content(page)); };
    const std::shared_ptr<KeptPage> kept = survey_.kept_pages.empty() ? nullptr : survey_.kept_pages[page];
    return kept ? kept->stream(survey_.codes_of(*kept), make) : make();
}

std::string Writer::output_intent() {
    const ObjectNumber profile = document_.add(Body{"/N 3 /Filter /FlateDecode", deflated_srgb_profile()});
    return "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
           "/RegistryName (http://www.color.org) /DestOutputProfile " +
           reference(profile) + " >>";
}

namespace {

/// ISO 32000-1, table 150: how to show and print. Sheets are for paper of their own size, on both sides.
std::string viewer_preferences(const DocumentInfo& info) {
    std::string text = info.right_to_left ? " /Direction /R2L" : "";
    if (info.duplex == Duplex::none) return text;
    text += " /PrintScaling /None /PickTrayByPDFSize true";
    switch (info.duplex) {
    case Duplex::none: break;
    case Duplex::one_side: return text + " /Duplex /Simplex";
    case Duplex::short_edge: return text + " /Duplex /DuplexFlipShortEdge";
    case Duplex::long_edge: return text + " /Duplex /DuplexFlipLongEdge";
    }
    return text;
}

} // namespace

/// What makes the file one to be kept: its structure, and what its colours mean.
std::string Writer::archive_entries() {
    return " /MarkInfo << /Marked true >> /OutputIntents [" + output_intent() + "] /StructTreeRoot " +
           reference(structure_.add(document_));
}

void Writer::fill_catalog(ObjectNumber page_tree) {
    const DocumentInfo& info = pages_.info();
    std::string text = "/Type /Catalog /Pages " + reference(page_tree);
    text += " /ViewerPreferences << /DisplayDocTitle true" + viewer_preferences(info) + " >>";
    if (info.facing) text += " /PageLayout /TwoPageRight";
    text += info.language.empty() ? std::string() : " /Lang " + text_string(info.language);
    text += " /PageLabels " + page_labels(survey_.pages);
    if (job_.carried.metadata) text += " /Metadata " + reference(document_.add(metadata(info, job_.build, plan_.profile)));
    text += job_.carried.outline ? ways_through() : std::string();
    text += is_archive() ? archive_entries() : std::string();
    document_.fill(catalog_, Body{text, std::nullopt});
}

/// Named places, and the outline, which readers show at once.
std::string Writer::ways_through() {
    std::string text;
    if (const ObjectNumber names = add_destinations(document_, survey_, page_objects_); names != 0) {
        text += " /Names << /Dests " + reference(names) + " >>";
    }
    if (const ObjectNumber outline = add_outline(document_, pages_.outline(), survey_, page_objects_); outline != 0) {
        text += " /Outlines " + reference(outline) + " /PageMode /UseOutlines";
    }
    return text;
}

Result<void> Writer::write(OutputFile& file) {
    catalog_ = document_.reserve();
    fonts_ = document_.reserve();
    const ObjectNumber info = document_.add(job_.carried.metadata ? information(pages_.info(), job_.build) : Body{});
    add_faces();
    if (inking_.process() == Process::black) screens_ = add_screens(document_, inking_.inks()->halftone);
    add_pages();
    add_forms();
    add_pictures();
    add_links();
    fill_catalog(add_page_tree(document_, page_objects_, page_parents_));
    return document_.write(file, {catalog_, info, file_identifier(job_.build)});
}

} // namespace halfstar::pdf
