// The pages of a style, and the variants that are laid upon them.
#include "design/style/schema_parts.h"

#include "design/style/inherit.h"
#include "design/style/rows.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace halfstar {
namespace {

using namespace style_rows;

constexpr std::array<std::string_view, 2> side_edges = {"left", "outer"};
constexpr std::array<std::string_view, 2> axes = {"edge", "centre"};
constexpr std::array<std::string_view, 3> starts = {"shared-page", "next-page", "recto"};
constexpr std::array<std::string_view, 2> running_places = {"head", "foot"};
constexpr std::array<std::string_view, 2> section_forms = {"rows", "turned"};
constexpr std::array<std::string_view, 2> displays = {"set", "pasted"};
constexpr std::array<std::string_view, 2> credits_places = {"side-column", "foot"};

constexpr Row<StarSpec> star_rows[] = {
    {"radius", length<&StarSpec::radius>},
    {"pitch", length<&StarSpec::pitch>},
    {"outline", length<&StarSpec::outline>},
    {"colour", colour<&StarSpec::colour>},
    {"missing-outlined", flag<&StarSpec::missing_outlined>},
};

constexpr Row<BlockSpec> block_rows[] = {
    {"height", length<&BlockSpec::height>},
    {"rise", length<&BlockSpec::rise>},
    {"inset", length<&BlockSpec::inset>},
    {"bar", length<&BlockSpec::bar>},
    {"picture", length<&BlockSpec::picture>},
    {"colour", colour<&BlockSpec::colour>},
};

constexpr Row<FolioSpec> folio_rows[] = {
    {"width", length<&FolioSpec::width>},
    {"height", length<&FolioSpec::height>},
    {"colour", colour<&FolioSpec::colour>},
};

constexpr Row<OpenerSpec> opener_rows[] = {
    {"title-row", whole<&OpenerSpec::title_row, 0, 200>},
    {"title-step", whole<&OpenerSpec::title_step, 1, 20>},
    {"long-title-step", whole<&OpenerSpec::long_title_step, 1, 20>},
    {"long-title-from", whole<&OpenerSpec::long_title_from, 0, 1000>},
    {"credit-after-title", whole<&OpenerSpec::credit_after_title, 1, 20>},
    {"epigraph-after-byline", whole<&OpenerSpec::epigraph_after_byline, 1, 20>},
    {"text-after-epigraph", whole<&OpenerSpec::text_after_epigraph, 1, 20>},
    {"day-row", whole<&OpenerSpec::day_row, 0, 200>},
    {"month-row", whole<&OpenerSpec::month_row, 0, 200>},
    {"occasion-row", whole<&OpenerSpec::occasion_row, 0, 200>},
    {"stars-row", whole<&OpenerSpec::stars_row, 0, 200>},
    {"boxes-row", whole<&OpenerSpec::boxes_row, 0, 200>},
    {"drop-cap-lines", whole<&OpenerSpec::drop_cap_lines, 0, 10>},
    {"lead-in-words", whole<&OpenerSpec::lead_in_words, 0, 20>},
    {"rule-at-head", flag<&OpenerSpec::rule_at_head>},
    {"band-height", length<&OpenerSpec::band_height>},
    {"band-baseline", length<&OpenerSpec::band_baseline>},
    {"foot-rule", length<&OpenerSpec::foot_rule>},
    {"credits", choice<&OpenerSpec::credits, credits_places>},
    {"credit-names", length<&OpenerSpec::credit_names>},
    {"credits-frame", length<&OpenerSpec::credits_frame>},
    {"drop-cap-box", length<&OpenerSpec::drop_cap_box>},
    {"block", group<&OpenerSpec::block, block_rows>},
};

void trim(PageSpec& page, const Value& value, Reading& reading) { take(read_trim(value, reading), page.trim); }
constexpr Row<PageSpec> page_rows[] = {
    {"like", followed<PageSpec>},
    {"trim", trim},
    {"grid", length<&PageSpec::grid>},
    {"first-baseline", length<&PageSpec::first_baseline>},
    {"rows", whole<&PageSpec::rows, 1, 500>},
    {"inner", length<&PageSpec::inner>},
    {"outer", length<&PageSpec::outer>},
    {"side", length<&PageSpec::side>},
    {"gutter", length<&PageSpec::gutter>},
    {"side-edge", choice<&PageSpec::side_edge, side_edges>},
    {"axis", choice<&PageSpec::axis, axes>},
    {"folio-drop", length<&PageSpec::folio_drop>},
    {"sections-start", choice<&PageSpec::sections_start, starts>},
    {"pieces-start", choice<&PageSpec::pieces_start, starts>},
    {"columns", whole<&PageSpec::columns, 1, 4>},
    {"column-gap", length<&PageSpec::column_gap>},
    {"column-rule", length<&PageSpec::column_rule>},
    {"wide-columns", flag<&PageSpec::wide_columns>},
    {"opener", group<&PageSpec::opener, opener_rows>},
    {"stars", group<&PageSpec::stars, star_rows>},
    {"folio", group<&PageSpec::folio, folio_rows>},
    {"running", choice<&PageSpec::running, running_places>},
    {"run-on", flag<&PageSpec::run_on>},
    {"section", choice<&PageSpec::section, section_forms>},
    {"display", choice<&PageSpec::display, displays>},
    {"ground-inset", length<&PageSpec::ground_inset>},
    {"denser", texts<&PageSpec::denser>},
    {"plates", text<&PageSpec::plates>},
    {"elements", followed<PageSpec>},
};

/// Whether two values are written alike, wherever that is.
bool are_alike(const Value& one, const Value& other) {
    if (one.node.index() != other.node.index()) return false;
    if (const Scalar* scalar = one.scalar()) return scalar->text == other.scalar()->text;
    if (const auto* list = one.list())
        return std::equal(list->begin(), list->end(), other.list()->begin(), other.list()->end(), are_alike);
    const Members* members = one.members();
    return members == nullptr || std::equal(members->begin(), members->end(), other.members()->begin(), other.members()->end(),
                                            [](const Member& a, const Member& b) { return a.first == b.first && are_alike(a.second, b.second); });
}

/// What pages set otherwise than the style does. Most pages have the elements of one that was read before.
class ReadOverrides {
public:
    using Overrides = std::vector<std::pair<Element, TextSpec>>;

    Overrides read(const Style& style, const Value& own, Reading& reading) {
        for (const auto& [value, overrides] : known_)
            if (are_alike(value, own)) return overrides;
        Overrides overrides = read_anew(style, own, reading);
        if (reading.faultless) known_.emplace_back(own, overrides); // faults are told where they stand
        return overrides;
    }

private:
    /// The whole set is read, so that what is like an element that the page changes follows it.
    static Overrides read_anew(const Style& style, const Value& own, Reading& reading) {
        if (reading.elements == nullptr) return {}; // told already
        if (own.members() == nullptr) return reading.fault(own.span, "elements are expected here"), Overrides();
        const Members* const sheets[] = {own.members(), reading.elements};
        const Elements set = read_elements(sheets, own.span, reading);
        Overrides overrides;
        for (std::size_t i = 0; i < element_count; ++i)
            if (!(set[i] == style.elements[i])) overrides.emplace_back(static_cast<Element>(i), set[i]);
        return overrides;
    }

    std::vector<std::pair<Value, Overrides>> known_;
};

void check_page(const PageSpec& page, Span span, Reading& reading) {
    const Length taken = page.inner + page.outer + page.side + page.gutter;
    const Length last = page.first_baseline + (page.rows - 1) * page.grid;
    const std::string name = "the page '" + page.name + "' ";
    if (page.trim.width == Length{} || page.trim.height == Length{})
        reading.fault(span, name + "has no trim");
    else if (page.grid == Length{} || page.rows == 0)
        reading.fault(span, name + "has no grid or no rows");
    else if (page.trim.width - taken - page.column_gap * (page.columns - 1) < Length::points(36) * page.columns)
        reading.fault(span, name + "leaves less than 36 pt for text");
    else if (last > page.trim.height)
        reading.fault(span, name + "has more rows than its trim holds");
    else if (page.wide_columns && page.opener.credits == CreditsPlace::side_column)
        reading.fault(span, name + "has no side column below its opener: wide-columns want opener.credits: foot");
}

/// What pages say of other pages.
void check_named_pages(const Style& style, const Value& value, Reading& reading) {
    for (const PageSpec& page : style.pages) {
        const Span span = value.find(page.name)->key_span;
        if (!page.plates.empty() && value.find(page.plates) == nullptr)
            reading.fault(span, "the page '" + page.plates + "' of its plates is not there");
        for (const std::string& name : page.denser) {
            const auto denser = std::find_if(style.pages.begin(), style.pages.end(),
                                             [&](const PageSpec& other) { return other.name == name; });
            if (denser == style.pages.end()) reading.fault(span, "the denser page '" + name + "' is not there");
            else if (!(denser->trim == page.trim)) reading.fault(span, "the denser page '" + name + "' has another trim");
        }
    }
}

/// A denser page goes down at most half of what the page that names it leaves free at its foot: so it stays right
/// where a style has changed that page's trim or rows.
void keep_to_foot(PageSpec& denser, const PageSpec& page) {
    if (denser.grid.units <= 0) return;
    const Length last = page.first_baseline + (page.rows - 1) * page.grid;
    const Length lowest = last + (page.trim.height - last) / 2;
    const std::int64_t rows = (lowest - denser.first_baseline).units / denser.grid.units + 1;
    denser.rows = static_cast<int>(std::clamp<std::int64_t>(rows, 1, denser.rows));
}

/// The page that names `name` among its denser ones, of those that were read; null: none does.
const PageSpec* named_by(const Style& style, const std::string& name) {
    for (const PageSpec& page : style.pages)
        if (std::find(page.denser.begin(), page.denser.end(), name) != page.denser.end()) return &page;
    return nullptr;
}

PageSpec read_page(const Style& style, const std::string& name, const Value& whole_page, ReadOverrides& elements, Reading& reading) {
    PageSpec page;
    page.name = name;
    reading.em = style.element(Element::text).size;
    read_rows<PageSpec>(page, page_rows, whole_page, reading);
    if (const Value* own = whole_page.find("elements")) page.overrides = elements.read(style, *own, reading);
    return page;
}

/// What a variant may say of pages.
constexpr std::array<std::string_view, 6> keys_of_variants = {"columns", "column-gap", "column-rule", "opener", "stars", "elements"};

bool fits_all_pages(const Members& keys, Reading& reading) {
    for (const auto& [name, value] : keys)
        if (std::find(keys_of_variants.begin(), keys_of_variants.end(), name) == keys_of_variants.end())
            reading.fault(value.key_span, "a variant changes columns, column-gap, column-rule, opener, stars and elements, and not '" + name + "'");
    return reading.faultless;
}

} // namespace

void read_pages(Style& style, const Value& value, Reading& reading) {
    if (value.members() == nullptr) return reading.fault(value.span, "pages are expected here");
    ReadOverrides elements;
    std::set<std::string> faulty; // what is like one of these has its faults, which are said once
    for (const auto& [name, member] : *value.members()) {
        const std::size_t faults = reading.told.size();
        const Value whole_page = resolved(*value.members(), name, "page", reading);
        PageSpec page = read_page(style, name, whole_page, elements, reading);
        if (member.find("denser") == nullptr) page.denser.clear(); // a denser page that is like this one has none itself
        if (const PageSpec* namer = named_by(style, name)) keep_to_foot(page, *namer);
        const Value* model = member.find("like");
        const bool inherited = model != nullptr && model->scalar() != nullptr && faulty.count(model->scalar()->text) > 0;
        if (reading.told.size() == faults && !inherited) check_page(page, member.key_span, reading);
        if (reading.told.size() != faults || inherited) faulty.insert(name);
        style.pages.push_back(std::move(page));
    }
    check_named_pages(style, value, reading);
    reading.pages = value.members();
}

/// Every page anew with the variant's keys laid upon its own.
void read_variants(Style& style, const Value& value, Reading& reading) {
    if (value.members() == nullptr) return reading.fault(value.span, "names with keys of pages are expected here");
    if (reading.pages == nullptr || !reading.faultless || !reading.variants) return;
    ReadOverrides elements;
    for (const auto& [name, keys] : *value.members()) {
        if (keys.members() == nullptr) reading.fault(keys.span, "keys of pages are expected here");
        else if (!fits_all_pages(*keys.members(), reading)) continue;
        StyleVariant variant{name, {}};
        for (const PageSpec& plain : style.pages) {
            const Value whole_page = merged(resolved(*reading.pages, plain.name, "page", reading), keys);
            PageSpec page = read_page(style, plain.name, whole_page, elements, reading);
            page.rows = plain.rows;
            page.denser = plain.denser;
            if (reading.faultless) check_page(page, keys.key_span, reading);
            variant.pages.push_back(std::move(page));
        }
        style.variants.push_back(std::move(variant));
    }
}

std::vector<std::string> page_keys() {
    std::vector<std::string> keys;
    add_keys(keys, "pages.NAME.", page_rows);
    add_keys(keys, "pages.NAME.opener.", opener_rows);
    add_keys(keys, "pages.NAME.opener.block.", block_rows);
    add_keys(keys, "pages.NAME.stars.", star_rows);
    add_keys(keys, "pages.NAME.folio.", folio_rows);
    return keys;
}

} // namespace halfstar
