// A whole file from laid-out pages: what objects there are and what leads to what. Pages are painted as drafts when they
// are surveyed, and set in codes when their turn to be written comes.
#pragma once

#include "backends/pdf/objects.h"
#include "backends/pdf/painter.h"
#include "backends/pdf/profile.h"
#include "backends/pdf/structure.h"
#include "backends/pdf/survey.h"
#include "foundation/base/parallel.h"

#include <halfstar/backend.h>
#include <halfstar/pages.h>

#include <memory>
#include <string>
#include <vector>

namespace halfstar::pdf {

class Writer {
public:
    /// `scratch` may be null (survey.h).
    Writer(const Job& job, Profile profile, Inking inking, std::unique_ptr<Scratch> scratch);
    Result<void> write(OutputFile& file);

private:
    void add_pages();
    void add_forms();
    void add_links();
    void add_faces();
    void add_pictures();
    Body link_body(std::size_t index) const;
    /// Of the next page.
    Result<Body> content();
    Result<std::string> page_stream(std::uint32_t page) const;
    Body page_dictionary(std::uint32_t page) const;
    Result<Body> form_object(std::uint32_t form);
    std::string resources(const std::set<std::uint32_t>& pictures, const std::set<std::uint32_t>& forms) const;
    Result<Body> picture_body(std::uint32_t picture) const;
    void fill_catalog(ObjectNumber page_tree);
    std::string output_intent();
    std::string archive_entries();
    std::string ways_through();
    bool is_archive() const { return plan_.profile == Profile::archive; }

    const Job& job_;
    Inking inking_;
    const PagedDocument& pages_;
    int jobs_ = 1;
    PaintingPlan plan_;
    Survey survey_;
    PdfDocument document_;
    ObjectNumber catalog_ = 0, fonts_ = 0;
    std::vector<ObjectNumber> page_objects_, page_parents_, link_objects_, picture_objects_,
        form_objects_;
    std::vector<std::size_t> page_links_; ///< where a page's links begin; one more at the end
    std::string screens_; ///< tints of black and white, where there are any
    Structure structure_;
    /// Content streams to come, deflated, and pictures; they refer to what stands above.
    std::optional<Ahead<Result<std::string>>> page_contents_, form_contents_;
    std::optional<Ahead<Result<Body>>> picture_bodies_;
};

} // namespace halfstar::pdf
