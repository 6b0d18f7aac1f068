#include "design/style/fitted_page.h"

#include "design/style/load.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace halfstar {

namespace {

constexpr std::string_view for_zines = "zine-";
constexpr double smallest_type = 0.79, largest_type = 1.2; ///< of the model's running text
constexpr double largest_display = 1.6;
constexpr double display_from = 1.25;  ///< sizes of running text: what is larger is display
constexpr double narrowest_column = 15; ///< sizes of running text; narrower columns become one

double ratio(Length a, Length b) { return a.to_points() / std::max(b.to_points(), 1.0); }

class Fitting {
public:
    Fitting(const Style& style, const PageSpec& model, Size trim) : style_(style), model_(model) {
        across_ = ratio(trim.width, model.trim.width);
        down_ = ratio(trim.height, model.trim.height);
        const double less = std::min(across_, down_);
        type_ = std::clamp(std::sqrt(less), smallest_type, largest_type);
        if (std::abs(less - 1) < 0.05) type_ = 1;
        display_ = std::min(less, largest_display);
        page_ = model;
        page_.trim = trim;
    }

    PageSpec fit() {
        fit_rows();
        fit_columns();
        fit_opener();
        for (std::size_t i = 0; i < element_count; ++i) fit_element(static_cast<Element>(i));
        return std::move(page_);
    }

private:
    void fit_rows() {
        const Length foot = model_.trim.height - model_.first_baseline - model_.grid * (model_.rows - 1);
        page_.grid = model_.grid.scaled(type_);
        page_.first_baseline = model_.first_baseline.scaled(down_);
        const Length room = page_.trim.height - page_.first_baseline - foot.scaled(down_);
        page_.rows = std::max(1, static_cast<int>(room.units / page_.grid.units) + 1);
        page_.folio_drop = model_.folio_drop.scaled(type_);
    }

    void fit_columns() {
        for (Length PageSpec::*side : {&PageSpec::inner, &PageSpec::outer, &PageSpec::side, &PageSpec::gutter,
                                       &PageSpec::column_gap, &PageSpec::ground_inset})
            page_.*side = (model_.*side).scaled(across_);
        const Length between = page_.side.units > 0 ? page_.side + page_.gutter : Length{};
        const Length text = page_.trim.width - page_.inner - page_.outer - between;
        const Length size = element_on(style_, model_, Element::text).size.scaled(type_);
        const Length column = (text - page_.column_gap * (page_.columns - 1)) / page_.columns;
        if (column < size.scaled(narrowest_column)) page_.columns = 1;
    }

    void fit_opener() {
        OpenerSpec& opener = page_.opener;
        for (Length OpenerSpec::*part : {&OpenerSpec::band_height, &OpenerSpec::band_baseline, &OpenerSpec::credit_names,
                                         &OpenerSpec::drop_cap_box})
            opener.*part = (opener.*part).scaled(type_);
        for (Length BlockSpec::*part : {&BlockSpec::height, &BlockSpec::picture})
            opener.block.*part = (opener.block.*part).scaled(display_);
        for (Length BlockSpec::*part : {&BlockSpec::rise, &BlockSpec::inset, &BlockSpec::bar})
            opener.block.*part = (opener.block.*part).scaled(type_);
        page_.stars.radius = model_.stars.radius.scaled(type_);
        page_.stars.pitch = model_.stars.pitch.scaled(type_);
        page_.folio.width = model_.folio.width.scaled(type_);
        page_.folio.height = model_.folio.height.scaled(type_);
    }

    /// Display shrinks with the page; its lines stand on the grid as before, or nearer.
    void fit_element(Element element) {
        TextSpec spec = element_on(style_, model_, element);
        const bool is_display = spec.size > element_on(style_, model_, Element::text).size.scaled(display_from) &&
                                element != Element::drop_cap;
        const double by = is_display ? std::min(display_, type_ * 1.3) : type_;
        if (is_display) {
            const double rows = spec.leading.scaled(by).to_points() / page_.grid.to_points();
            const bool on_grid = spec.leading.units % model_.grid.units == 0;
            spec.leading = on_grid ? page_.grid * std::max(1, static_cast<int>(std::ceil(rows - 0.05))) : spec.leading.scaled(by);
        } else {
            spec.leading = spec.leading.scaled(type_);
        }
        spec.size = spec.size.scaled(by);
        const auto known = std::find_if(page_.overrides.begin(), page_.overrides.end(),
                                        [&](const auto& one) { return one.first == element; });
        if (known != page_.overrides.end()) known->second = spec;
        else page_.overrides.emplace_back(element, spec);
    }

    const Style& style_;
    const PageSpec& model_;
    double across_ = 1, down_ = 1, type_ = 1, display_ = 1;
    PageSpec page_;
};

bool is_nearly(Size a, Size b) {
    const Length slack = Length::millimetres(2);
    const auto near = [&](Length x, Length y) { return x - y < slack && y - x < slack; };
    return near(a.width, b.width) && near(a.height, b.height);
}

/// How unlike two trims are.
double distance(Size a, Size b) {
    return std::abs(std::log(ratio(a.width, b.width))) + std::abs(std::log(ratio(a.height, b.height)));
}

} // namespace

PageSpec fitted_page(const Style& style, const PageSpec& model, Size trim) { return Fitting(style, model, trim).fit(); }

std::string zine_page_of(Style& style, Size trim) {
    const PageSpec* nearest = nullptr;
    for (const PageSpec& page : style.pages) {
        if (!std::string_view(page.name).starts_with(for_zines)) continue;
        if (nearest == nullptr || distance(page.trim, trim) < distance(nearest->trim, trim)) nearest = &page;
    }
    if (nearest == nullptr) return {};
    if (is_nearly(nearest->trim, trim)) return nearest->name;
    PageSpec page = fitted_page(style, *nearest, trim);
    page.name = "fitted-to-the-sheet";
    for (StyleVariant& variant : style.variants)
        if (const auto model = variant_of(style, *nearest, variant.name)) {
            variant.pages.push_back(fitted_page(style, *model, trim));
            variant.pages.back().name = page.name;
        }
    if (const PageSpec* plates = find_page(style, page.plates)) {
        PageSpec fitted_plates = fitted_page(style, *plates, trim);
        fitted_plates.name = page.plates = page.name + "-plates";
        style.pages.push_back(std::move(fitted_plates));
    }
    const std::string name = page.name;
    style.pages.push_back(std::move(page));
    return name;
}

} // namespace halfstar
