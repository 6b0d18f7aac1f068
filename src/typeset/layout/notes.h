// Notes: at the foot of the page that refers to them, or after the text when they are taller than a page or nothing
// refers to them; and the addresses of links, for those who read on paper.
#pragma once

#include "typeset/layout/blocks.h"

#include <vector>

namespace halfstar::layout {

/// A note set in the measure of the text column, and where it will stand.
struct SetNote {
    Galley galley;
    enum class Stand : std::uint8_t { nowhere, foot, end };
    Stand stand = Stand::nowhere;
};

class NoteSetter {
public:
    NoteSetter(Desk& desk, const Surroundings& around) : desk_(desk), around_(around) {}

    /// Sets all notes and gives each entry of `body` the notes that it brings with it. Notes that belong
    /// at the end are added to the body.
    void set(Galley& body);
    const SetNote& note(std::uint32_t index) const { return notes_[index]; }
    /// What those that stand at the foot of a page take together, without what parts them from the text.
    Length height_at_feet() const;

private:
    void compose_all();
    void claim(GalleyEntry& entry, Length tallest);
    void add_ends(Galley& body);
    void add_spoilers(Galley& body);
    bool is_spoiler(std::size_t note) const;

    Desk& desk_;
    const Surroundings& around_;
    std::vector<SetNote> notes_;
};

/// The addresses of the body's links, each once, as artifacts at the galley's end.
void set_addresses(Desk& desk, Galley& body, const Surroundings& around);

} // namespace halfstar::layout
