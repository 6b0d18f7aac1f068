#include "typeset/layout/fillers.h"

namespace halfstar::layout {

namespace {

OwnFiller setter_of(Filler kind, const Desk& desk, const Beginnings& beginnings) {
    switch (kind) {
    case Filler::ratings: return ratings_filler(desk, beginnings);
    case Filler::quotes: return quotes_filler(desk, beginnings);
    case Filler::stills: return stills_filler(desk, beginnings);
    case Filler::notes: return notes_filler(desk, beginnings);
    }
    return nullptr;
}

} // namespace

Fillers::Fillers(const Desk& desk, const Beginnings& beginnings, std::size_t pages) {
    if (pages == 0) return;
    const bool reviewed = beginnings.parts.count(IssuePart::reviews) > 0;
    for (const Filler kind : desk.style().fillers)
        if (reviewed || kind == Filler::notes) choices_.push_back({kind, setter_of(kind, desk, beginnings)});
    for (bool grown = true; grown;) {
        grown = false;
        for (Choice& one : choices_) {
            const auto more = one.setter->more_than(one.pages);
            if (!more || *more - one.pages > pages) continue;
            pages -= *more - one.pages;
            one.pages = *more;
            grown = true;
        }
    }
}

std::size_t Fillers::page_count() const {
    std::size_t pages = 0;
    for (const Choice& one : choices_) pages += one.pages;
    return pages;
}

std::vector<PageFit::Filled> Fillers::set(std::size_t page) {
    std::vector<PageFit::Filled> set;
    for (const Choice& one : choices_) {
        if (one.pages == 0) continue;
        one.setter->set(page, one.pages);
        page += one.pages;
        set.push_back({one.kind, static_cast<std::uint32_t>(one.pages)});
    }
    return set;
}

} // namespace halfstar::layout
