#include "export/list/program_identity.h"

#include <cstdint>
#include <cstring>
#include <link.h>
#include <string_view>

namespace halfstar {
namespace {

constexpr std::size_t rounded(std::size_t size) { return (size + 3) & ~std::size_t{3}; }

/// The build's note among all notes of a segment.
std::string build_note(std::string_view notes) {
    while (notes.size() > sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        std::memcpy(&head, notes.data(), sizeof head);
        notes.remove_prefix(sizeof head);
        const std::size_t name = rounded(head.n_namesz);
        if (name + rounded(head.n_descsz) > notes.size()) return {};
        if (head.n_type == NT_GNU_BUILD_ID && notes.substr(0, 4) == std::string_view("GNU\0", 4))
            return std::string(notes.substr(name, head.n_descsz));
        notes.remove_prefix(name + rounded(head.n_descsz));
    }
    return {};
}

/// The first object is the program itself.
int look_into(dl_phdr_info* object, std::size_t, void* found) {
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = object->dlpi_phdr[i];
        if (segment.p_type != PT_NOTE) continue;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader speaks of addresses as numbers
        const auto* bytes = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
        std::string note = build_note(std::string_view(bytes, segment.p_memsz));
        if (note.empty()) continue;
        *static_cast<std::string*>(found) = std::move(note);
        break;
    }
    return 1;
}

} // namespace

std::string program_identity() {
    std::string found;
    dl_iterate_phdr(look_into, &found);
    return found;
}

} // namespace halfstar
