#include "typeset/layout/texts_ahead.h"

#include "foundation/base/parallel.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr std::size_t least_texts = 16; ///< that are worth a part
constexpr std::size_t parts_of_a_thread = 4; ///< so that none has to wait long for another

} // namespace

void share_out(Desk& desk, std::size_t count, const std::function<void(ComposingStick&, std::size_t first, std::size_t last)>& work) {
    const std::size_t parts = std::max<std::size_t>(1, std::min(threads_for(desk.jobs) * parts_of_a_thread, count / least_texts));
    std::vector<Diagnostics> told(parts); // of faces that are missing
    for_each_parallel(parts, desk.jobs, [&](std::size_t part) {
        const TypeCase types(desk.types(), told[part]);
        ComposingStick stick(types, desk.stick);
        work(stick, count * part / parts, count * (part + 1) / parts);
    });
    for (Diagnostics& of_part : told) desk.diagnostics.append(std::move(of_part));
}

void compose_ahead(Desk& desk, std::size_t count, const std::function<SetText(std::size_t)>& text) {
    if (threads_for(desk.jobs) < 2 || count < least_texts * 2) return;
    std::vector<std::vector<ComposedText>> parts(count);
    share_out(desk, count, [&](ComposingStick& stick, std::size_t first, std::size_t last) {
        Diagnostics of_texts; // told when they are looked up
        for (std::size_t i = first; i < last; ++i) {
            SetText composed = text(i);
            stick.compose(composed, of_texts);
        }
        parts[first] = stick.take_composed();
    });
    std::vector<ComposedText> all;
    for (std::vector<ComposedText>& part : parts) std::move(part.begin(), part.end(), std::back_inserter(all));
    desk.stick.prepare(std::move(all));
}

} // namespace halfstar::layout
