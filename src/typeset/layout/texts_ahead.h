// Many small texts that are known before any of them is set, as the lines of an index: shared out among threads.
#pragma once

#include "typeset/layout/desk.h"

#include <cstddef>
#include <functional>

namespace halfstar::layout {

/// Calls `work(stick, first, last)` for parts of [0, count) on as many threads as the desk has, each part with a stick of its own, and
/// waits. A stick keeps what it composes.
void share_out(Desk& desk, std::size_t count, const std::function<void(ComposingStick&, std::size_t first, std::size_t last)>& work);

/// Composes texts 0 to `count`, so that the desk's stick, asked for them in this order, only looks them up. `text` is called by several
/// threads.
void compose_ahead(Desk& desk, std::size_t count, const std::function<SetText(std::size_t)>& text);

} // namespace halfstar::layout
