// What the files of this room share: ICU's objects with owners, kept open for each thread since opening
// them reads tables, and texts in UTF-16 that know their bytes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

namespace halfstar::unicode {

/// UTF-16 with the byte at which each unit's character begins; one offset more than units.
struct Utf16 {
    std::u16string units;
    std::vector<std::uint32_t> offsets;
    std::int32_t size() const { return static_cast<std::int32_t>(units.size()); }
};
Utf16 to_utf16(std::string_view text);
/// The units alone.
std::u16string utf16_units(std::string_view text);
std::string from_utf16(std::u16string_view units);

/// ICU's name of a BCP 47 language; the root's ("") for what is none.
std::string locale_name(std::string_view language);


/// Objects by name, opened once. Languages come from documents, so the number that is kept has a bound.
template <class Object, void (*close)(Object*)>
class Kept {
public:
    template <class Open>
    Object* get(const std::string& name, const Open& open) {
        constexpr std::size_t most = 16;
        if (const auto found = objects_.find(name); found != objects_.end()) return found->second.get();
        if (objects_.size() >= most) objects_.clear();
        return objects_.emplace(name, Owner(open(name))).first->second.get();
    }

private:
    struct Closer {
        void operator()(Object* object) const { close(object); }
    };
    using Owner = std::unique_ptr<Object, Closer>;
    std::map<std::string, Owner> objects_;
};

/// A break iterator set upon a text, and the text that it reads.
class Breaks {
public:
    Breaks(UBreakIteratorType type, std::string_view text, std::string_view language);
    ~Breaks();
    Breaks(const Breaks&) = delete;
    Breaks& operator=(const Breaks&) = delete;
    /// The next boundary behind the text's start as a byte, or UBRK_DONE.
    std::int32_t next() { return iterator_ ? ubrk_next(iterator_) : UBRK_DONE; }
    std::int32_t status() const { return iterator_ ? ubrk_getRuleStatus(iterator_) : 0; }

private:
    UText text_ = UTEXT_INITIALIZER;
    UBreakIterator* iterator_ = nullptr;
};

} // namespace halfstar::unicode
