#include "typeset/layout/furniture.h"

#include "design/style/load.h"
#include "document/tree.h"
#include "typeset/layout/texts_ahead.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int running_row = -2;
constexpr int folio_below = 2; ///< rows after the last
constexpr double beside_folio = 6; ///< points from its box to the running foot
constexpr double foot_drop = 2; ///< points below the row after the foot's rule

SetText artifact_text(const Desk& desk, const std::string& words, Element element, Length width, Setting setting) {
    SetText text = text_of(desk, writer_of(desk, words, element), element, width);
    text.setting = setting;
    return text;
}

void artifact(Desk& desk, ComposedPage& page, const std::string& words, Element element, const Column& column,
              Length baseline, Setting setting) {
    if (words.empty()) return;
    Composed composed = compose_artifact(desk, artifact_text(desk, words, element, column.width, setting));
    composed.lines = std::min<std::size_t>(composed.lines, 1);
    put(page, composed, {column.x, baseline}, desk.grid());
}

/// The box of the folio: in the lower outer corner of the margins.
Rect folio_box(const Desk& desk, std::size_t index) {
    const PageSpec& page = desk.page();
    const FolioSpec& folio = page.folio;
    const bool on_the_right = (index % 2 == 0) != desk.composition.info.right_to_left;
    const Length x = on_the_right ? page.trim.width - page.outer - folio.width : page.outer;
    return {x, page.trim.height - page.outer - folio.height, folio.width, folio.height};
}

Length folio_baseline(const Desk& desk, const Rect& box) {
    return box.bottom() - (box.height - cap_height(desk, Element::folio)) / 2;
}

Column whole(const PageSpec& page) { return {page.inner, page.trim.width - page.inner - page.outer}; }

std::string publication(const Desk& desk) {
    if (!desk.edition.publisher.empty()) return desk.edition.publisher;
    return desk.piece.authors.empty() ? std::string() : desk.piece.authors.front();
}

const Date* band_date(const Desk& desk) {
    if (const Date* day = day_of(desk.piece)) return day;
    return desk.edition.date ? &*desk.edition.date : nullptr;
}

/// "Vollkorn & League Spartan. Typeset by halfstar."
std::string colophon(const Desk& desk) {
    const std::string& text = desk.spec(Element::text).family;
    const std::string& display = desk.spec(Element::title).family;
    const std::string faces = text == display ? text : text + " & " + display;
    return faces + ". " + Locale::fill(desk.words.word("typeset-by"), {"halfstar"}) + ".";
}

constexpr std::string_view address_keys[] = {"canonical", "canonical_url", "permalink", "url", "link", "source"};

/// The address that the piece itself says it has, as it is read: "example.org/parasite".
std::string address_of(const Piece& piece) {
    for (const std::string_view key : address_keys)
        for (const ExtraFact& fact : piece.extras) {
            if (fact.key != key || !fact.json.starts_with("\"http") || fact.json.find('\\') != std::string::npos) continue;
            std::string address = fact.json.substr(1, fact.json.size() - 2);
            const std::size_t scheme = address.find("://");
            if (scheme == std::string::npos) continue;
            address.erase(0, scheme + 3);
            while (!address.empty() && address.back() == '/') address.pop_back();
            return address;
        }
    return {};
}

/// Where a note was published and when, with the first of its sources that fits on a line.
std::string foot_words(Desk& desk, Length width) {
    const Piece& piece = desk.piece;
    const Date* date = piece.published ? &piece.published->value : band_date(desk);
    const std::string day = date != nullptr ? desk.words.long_date(*date) : std::string();
    std::vector<std::string> sources{address_of(piece), desk.edition.url, publication(desk)};
    std::erase(sources, "");
    for (const std::string& source : sources) {
        const std::string words = joined({source, day}, ", ");
        const SetText text = text_of(desk, writer_of(desk, words, Element::foot), Element::foot, width);
        if (desk.stick.width_of(*desk.stick.measure(text)) <= width) return words;
    }
    return day;
}

} // namespace

void set_band(Desk& desk, std::size_t index, int row) {
    ComposedPage& page = desk.composition.pages[index];
    const PageSpec& spec = desk.page();
    const PageColumns columns = columns_of(desk, index);
    if (spec.opener.rule_at_head) {
        const Length y = row_at(spec, row - 1) + desk.grid().scaled(0.327);
        const Column line{std::min(columns.text.x, columns.side.x), whole(spec).width};
        page.contents.emplace_back(
            Item{Rule{{line.x, y, line.width, desk.style().rule}, paint_of(desk.style(), 0)}, 0});
    }
    if (spec.opener.band_height.units <= 0) return;
    page.contents.emplace_back(
        Item{Rule{{{}, {}, spec.trim.width, spec.opener.band_height}, desk.types().accent()}, 0});
    const Length baseline = spec.opener.band_baseline;
    const Column side = spec.side.units > 0 ? Column{columns.side.x, columns.side.width} : columns.text;
    artifact(desk, page, publication(desk), Element::band_strong, side, baseline, Setting::ragged);
    if (spec.side.units > 0)
        artifact(desk, page, std::string(desk.words.word("programme-note")), Element::band, columns.text, baseline,
                 Setting::ragged);
    if (const Date* date = band_date(desk))
        artifact(desk, page, desk.words.weekday_date(*date), Element::band, columns.text, baseline,
                 Setting::ranged_right);
}

void stand_opener(Desk& desk, Opener& opener, std::size_t page, int row) {
    set_band(desk, page, row);
    OutlineEntry& outline = desk.composition.outline[opener.outline];
    outline.page = static_cast<std::uint32_t>(page);
    outline.y += row_at(desk.page(), row);
    stand(desk, std::move(opener.strip), page, row);
}

namespace {

/// The section on a verso and the piece on a recto, both on the axis.
void set_centred_head(Desk& desk, std::size_t index, const std::string& section) {
    const bool verso = desk.composition.info.facing && index % 2 == 1 && !section.empty();
    artifact(desk, desk.composition.pages[index], verso ? section : desk.title(),
             verso ? Element::running_section : Element::running_head, columns_of(desk, index).text,
             row_at(desk.page(), running_row), Setting::centred);
}

Length folio_baseline(const PageSpec& page) {
    if (page.folio_drop.units == 0) return row_at(page, page.rows + folio_below);
    return row_at(page, page.rows - 1) + page.folio_drop;
}

/// The number at the outer edge of the measure; on a first page, which has none, what made it.
void set_centred_foot(Desk& desk, ComposedPage& page, std::size_t index) {
    const Column text = columns_of(desk, index).text;
    const Length baseline = folio_baseline(desk.page());
    if (index > 0) artifact(desk, page, page.label, Element::folio, text, baseline, Setting::ranged_right);
    else artifact(desk, page, joined({foot_words(desk, text.width), colophon(desk)}, " · "), Element::foot, text, baseline, Setting::centred);
}

} // namespace

void set_running_head(Desk& desk, std::size_t index, const std::string& section) {
    if (desk.page().axis == Axis::centre) return set_centred_head(desk, index, section);
    if (desk.page().running == RunningPlace::foot) return;
    if (desk.page().side_edge == SideEdge::outer && index % 2 == 1) return;
    ComposedPage& page = desk.composition.pages[index];
    const PageColumns columns = columns_of(desk, index);
    const Length baseline = row_at(desk.page(), running_row);
    artifact(desk, page, desk.title(), Element::running_head, columns.text, baseline, Setting::ragged);
    artifact(desk, page, section, Element::running_section, columns.side, baseline, Setting::ragged);
}

void set_running_foot(Desk& desk, std::size_t index) {
    if (desk.page().running != RunningPlace::foot || desk.page().folio.width.units <= 0) return;
    const Rect box = folio_box(desk, index);
    const Column line = whole(desk.page());
    const Length gap = Length::points(beside_folio);
    const bool on_the_right = box.x > line.x + line.width / 2;
    const Column beside = on_the_right ? Column{line.x, box.x - gap - line.x}
                                       : Column{box.right() + gap, line.x + line.width - box.right() - gap};
    artifact(desk, desk.composition.pages[index], desk.title(), Element::running_head, beside,
             folio_baseline(desk, box), on_the_right ? Setting::ranged_right : Setting::ragged);
}

namespace {

/// Where the folio of a page stands.
struct FolioPlace {
    Column column;
    Length baseline;
    Setting setting = Setting::ragged;
};

FolioPlace folio_place(const Desk& desk, std::size_t index) {
    if (desk.page().folio.width.units > 0) {
        const Rect box = folio_box(desk, index);
        return {{box.x, box.width}, folio_baseline(desk, box), Setting::centred};
    }
    const PageColumns columns = columns_of(desk, index);
    const bool beside = desk.page().side.units > 0;
    const bool on_the_right = (index % 2 == 0) != desk.composition.info.right_to_left;
    const bool at_line_end = !beside && on_the_right != desk.right_to_left();
    return {beside ? columns.side : columns.text, folio_baseline(desk.page()), at_line_end ? Setting::ranged_right : Setting::ragged};
}

} // namespace

void compose_folios(Desk& desk, const std::vector<std::size_t>& pages) {
    compose_ahead(desk, pages.size(), [&](std::size_t i) {
        const FolioPlace place = folio_place(desk, pages[i]);
        return artifact_text(desk, desk.composition.pages[pages[i]].label, Element::folio, place.column.width, place.setting);
    });
}

void set_folio(Desk& desk, std::size_t index) {
    ComposedPage& page = desk.composition.pages[index];
    const FolioSpec& folio = desk.page().folio;
    if (folio.width.units > 0) page.contents.emplace_back(Item{Rule{folio_box(desk, index), paint_of(desk.style(), folio.colour)}, 0});
    const FolioPlace place = folio_place(desk, index);
    artifact(desk, page, page.label, Element::folio, place.column, place.baseline, place.setting);
}

void set_foot(Desk& desk, ComposedPage& page, std::size_t index) {
    if (desk.page().axis == Axis::centre) return set_centred_foot(desk, page, index);
    const PageSpec& spec = desk.page();
    const Column line = whole(spec);
    const int foot_row = spec.rows - 1;
    if (spec.opener.foot_rule.units > 0) {
        const Rect rect{line.x, row_at(spec, foot_row) - spec.opener.foot_rule / 2, line.width, spec.opener.foot_rule};
        page.contents.emplace_back(Item{Rule{rect, paint_of(desk.style(), 0)}, 0});
    }
    const Length baseline = row_at(spec, foot_row + 1) + Length::points(foot_drop);
    const Length width = line.width / 2;
    const Length left = line.x, right = line.x + width;
    const Column half{desk.right_to_left() ? right : left, width};
    const Column other{desk.right_to_left() ? left : right, width};
    if (index > 0) artifact(desk, page, page.label, Element::folio, half, baseline, Setting::ragged);
    else artifact(desk, page, foot_words(desk, half.width), Element::foot, half, baseline, Setting::ragged);
    artifact(desk, page, colophon(desk), Element::foot, other, baseline, Setting::ranged_right);
}

} // namespace halfstar::layout
