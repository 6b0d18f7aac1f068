// Words as they are set: shaped once each, hyphenated once each, with the bytes that show them in a content stream.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

struct hb_font_t;
struct hb_buffer_t;
struct _HyphenDict;

namespace halfstar::floors {

struct Word {
    std::int32_t width = 0;    ///< in units of the face
    std::uint32_t hyphens = 0; ///< places where it may be parted
    std::string shown;         ///< strings of one-byte codes, kerns between them, as in a TJ array
};

class Words {
public:
    /// The face's file and the dictionary of libhyphen.
    Words(const char* face, const char* patterns);
    ~Words();
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    const Word& find(std::string_view text);
    std::int32_t em() const { return em_; }

    /// Seconds spent on words that were new.
    double shaping() const { return shaping_; }
    double hyphenating() const { return hyphenating_; }

private:
    Word shaped(std::string_view text) const;
    std::uint32_t hyphens_of(std::string_view text);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    hb_font_t* font_;
    hb_buffer_t* buffer_;
    _HyphenDict* patterns_;
    std::int32_t em_ = 0;
    std::unordered_map<std::string, Word, Hash, std::equal_to<>> known_;
    double shaping_ = 0, hyphenating_ = 0;
};

} // namespace halfstar::floors
