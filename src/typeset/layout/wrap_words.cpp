#include "typeset/layout/wrap_words.h"

#include "typeset/layout/plate.h"

#include "design/drawing/ean.h"
#include "design/style/load.h"

#include <algorithm>
#include <utility>

namespace halfstar {

namespace layout {

namespace {

constexpr std::int32_t downwards = -90000;   ///< spines are read with the front facing up
constexpr double cap_part = 0.7;             ///< of a size
const Length smallest_on_spine = Length::points(5);
const Length nominal_module = Length::millimetres(0.33); ///< the module of ISO/IEC 15420 at its own size
constexpr int light_modules = ean_light_before + ean_light_behind;
constexpr double digit_size = 8;             ///< modules
constexpr int guard_drop = 5;                ///< modules by which guards are longer
const Paint black{0, 0, 0, 0}, white{255, 255, 255, 0};

class WrapWords {
public:
    WrapWords(Plate& plate, const WrapPlan& plan) : plate_(plate), plan_(plan) {}

    void set() {
        if (plan_.has_words) spine();
        const auto digits = ean_of_isbn(plate_.desk().edition.isbn);
        if (digits && plan_.rules.barcode.width.units > 0) barcode(*digits);
    }

private:
    void solid(const Rect& rect, Paint paint) {
        plate_.desk().composition.pages.front().contents.emplace_back(Item{Rule{rect, paint}, 0});
    }

    const Edition& edition() const { return plate_.desk().edition; }

    /// Title and editor down the middle of the spine, as large as its folds let them be.
    void spine() {
        const Length room = plan_.spine - plan_.rules.words_clear * 2;
        const Length own = plate_.desk().spec(Element::cover_text).size;
        const Length size = std::min(own, room.scaled(0.9));
        if (size < smallest_on_spine) return;
        const std::string by = edition().editor.empty() ? edition().publisher : edition().editor;
        const Length safe = plan_.rules.safe * 2, length = plan_.panel.height - safe * 2;
        const WordLook look = plate_.fitted(edition().title + "   " + by, WordLook(Element::cover_text).sized(size), length);
        const Length baseline = plan_.panel.width + plan_.spine / 2 - look.size.value_or(size).scaled(cap_part / 2);
        plate_.turned_line(edition().title, look, {baseline, safe}, downwards, plate_.add(StructureRole::paragraph));
        const Length from = plan_.panel.height - safe - plate_.width_of(by, look);
        if (!by.empty()) plate_.turned_line(by, look, {baseline, from}, downwards, plate_.add(StructureRole::paragraph));
    }

    /// In the back's lower corner at the spine.
    void barcode(const std::string& digits) {
        const Size box = plan_.rules.barcode;
        const Length edge = plan_.rules.barcode_edge;
        const bool back_is_left = !plate_.desk().right_to_left();
        const Length x = back_is_left ? plan_.panel.width - edge - box.width : plan_.panel.width + plan_.spine + edge;
        const Rect at{x, plan_.panel.height - edge - box.height, box.width, box.height};
        solid(at, white);
        const Length module = std::min(nominal_module, box.width / (ean_modules + light_modules));
        const Length width = module * (ean_modules + light_modules);
        const Length first = at.x + (at.width - width) / 2 + module * ean_light_before;
        const Length line = module.scaled(digit_size);
        const Length head = at.y + line.scaled(1.6), foot = at.bottom() - line.scaled(1.4);
        for (const EanBar& bar : ean_bars(digits)) {
            const Length bottom = foot + (bar.guard ? module * guard_drop : Length{});
            solid({first + module * bar.first, head, module * bar.width, bottom - head}, black);
        }
        said_above({first, width - module * light_modules}, head - line.scaled(0.4), line);
        said_below(digits, first, module, foot + line.scaled(0.95));
    }

    WordLook look(Length size, Setting setting = Setting::ragged) const {
        return WordLook(Element::folio, setting).sized(size).painted(black);
    }

    void said_above(const Column& column, Length baseline, Length size) {
        const Length price = edition().price.empty() ? Length{} : plate_.width_of(edition().price, look(size.scaled(0.9)));
        const std::string number = "ISBN " + edition().isbn;
        const WordLook fitted = plate_.fitted(number, look(size.scaled(0.9)), column.width - price - (price.units > 0 ? size : Length{}));
        plate_.paragraph(number, fitted, column, baseline);
        plate_.paragraph(edition().price, look(size.scaled(0.9), Setting::ranged_right), column, baseline);
    }

    /// The digits under their bars: one before them, six and six.
    void said_below(const std::string& digits, Length first, Length module, Length baseline) {
        const auto group = [&](std::string_view words, int from, int modules) {
            const WordLook fitted = plate_.fitted(std::string(words), look(module.scaled(digit_size)), module * modules);
            WordLook centred = fitted;
            centred.setting = Setting::centred;
            plate_.paragraph(std::string(words), centred, {first + module * from, module * modules}, baseline);
        };
        const std::string_view all = digits;
        group(all.substr(0, 1), -9, 8);
        group(all.substr(1, 6), 4, 41);
        group(all.substr(7, 6), 50, 41);
    }

    Plate& plate_;
    const WrapPlan& plan_;
};

} // namespace

} // namespace layout

std::unique_ptr<PagedDocument> lay_out_wrap_words(const Edition& edition, const Style& style, const PageSpec& page,
                                                  const Foundry& foundry, const WrapPlan& plan) {
    using namespace layout;
    PageSpec whole = page;
    whole.trim = {plan.panel.width * 2 + plan.spine, plan.panel.height};
    auto document = std::make_unique<ComposedDocument>(style, whole, foundry);
    Composition composition;
    composition.trim = whole.trim;
    StructureBuilder structure;
    Piece front;
    front.language = edition.language;
    front.direction = edition.direction;
    Desk desk{document->stick(), composition, structure, edition, document->own(std::move(front)), 0, locale_for(edition.language),
              document->diagnostics()};
    composition.pages.emplace_back().label = "cover";
    Plate plate(desk, 0, desk.structure.add(0, StructureRole::article));
    WrapWords(plate, plan).set();
    composition.structure = structure.take();
    document->keep(std::move(composition));
    return document;
}

} // namespace halfstar
