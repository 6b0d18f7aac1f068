#include "typeset/text/word_archive.h"

#include "foundation/base/varint.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace halfstar {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16, most_blocks = std::size_t{1} << 16, first_slots = 1024;
constexpr std::size_t longest_word = 64; ///< bytes: what is longer is hardly met again

/// What a record begins with: the font's number, the way, the size of the word, and its letters.
constexpr std::size_t letters_at = sizeof(std::uint32_t) + 2;

void append_key(std::string& record, const WordKey& key) {
    record.append(reinterpret_cast<const char*>(&key.font), sizeof key.font);
    record += static_cast<char>(key.way);
    record += static_cast<char>(key.word.size());
    record += key.word;
}

WordKey key_of(std::string_view record) {
    WordKey key;
    std::memcpy(&key.font, record.data(), sizeof key.font);
    key.way = static_cast<std::uint8_t>(record[letters_at - 2]);
    key.word = record.substr(letters_at, static_cast<std::uint8_t>(record[letters_at - 1]));
    return key;
}

/// Most glyphs stand for one byte behind that of the glyph before them, on the line.
bool is_plain(const Glyph& glyph, std::uint32_t byte) {
    return glyph.y.units == 0 && glyph.text_begin == byte && glyph.text_end == byte + 1;
}

void append_word(std::string& bytes, const ShapedWord& word) {
    const ShapedRun& run = word.runs.front();
    append_varint(bytes, std::uint64_t{run.glyphs.size()} << 1 | (run.right_to_left ? 1 : 0));
    append_signed_varint(bytes, run.size.units);
    append_signed_varint(bytes, run.width.units);
    append_signed_varint(bytes, word.width.units - run.width.units);
    append_varint(bytes, word.safe_cuts);
    Length pen{};
    std::uint32_t byte = 0;
    for (const Glyph& glyph : run.glyphs) {
        const bool plain = is_plain(glyph, byte);
        append_varint(bytes, std::uint64_t{glyph.id} << 1 | (plain ? 1 : 0));
        append_signed_varint(bytes, glyph.x.units - pen.units);
        append_signed_varint(bytes, glyph.advance.units);
        if (!plain) {
            append_signed_varint(bytes, glyph.y.units);
            append_varint(bytes, glyph.text_begin);
            append_varint(bytes, glyph.text_end);
        }
        pen = glyph.x + glyph.advance;
        byte = glyph.text_end;
    }
}

ShapedWord read_word(VarintReader in, const Face* face) {
    ShapedWord word;
    ShapedRun& run = word.runs.emplace_back();
    run.face = face;
    const std::uint64_t count = in.number();
    run.right_to_left = (count & 1) != 0;
    run.size = {in.signed_number()};
    run.width = {in.signed_number()};
    word.width = run.width + Length{in.signed_number()};
    word.safe_cuts = in.number();
    run.glyphs.resize(count >> 1);
    Length pen{};
    std::uint32_t byte = 0;
    for (Glyph& glyph : run.glyphs) {
        const std::uint64_t id = in.number();
        glyph.id = static_cast<std::uint32_t>(id >> 1);
        glyph.x = pen + Length{in.signed_number()};
        glyph.advance = {in.signed_number()};
        glyph.text_begin = byte;
        glyph.text_end = byte + 1;
        if ((id & 1) == 0) {
            glyph.y = {in.signed_number()};
            glyph.text_begin = static_cast<std::uint32_t>(in.number());
            glyph.text_end = static_cast<std::uint32_t>(in.number());
        }
        pen = glyph.x + glyph.advance;
        byte = glyph.text_end;
    }
    return word;
}

} // namespace

/// From there to the end of its block: a record says itself where it ends.
std::string_view WordArchive::at(std::uint32_t place) const {
    const std::size_t offset = (place - 1) % block_size;
    return {blocks_[(place - 1) / block_size].get() + offset, block_size - offset};
}

/// 0: there is no room.
std::uint32_t WordArchive::keep(const std::string& record) {
    if (blocks_.empty() || used_ + record.size() > block_size) {
        if (record.size() > block_size || blocks_.size() == most_blocks - 1) return 0;
        blocks_.push_back(std::make_unique<char[]>(block_size));
        used_ = 0;
    }
    std::memcpy(blocks_.back().get() + used_, record.data(), record.size());
    const std::size_t place = (blocks_.size() - 1) * block_size + used_ + 1;
    used_ += record.size();
    return static_cast<std::uint32_t>(place);
}

std::string_view WordArchive::find(const WordKey& key, std::uint64_t hash) const {
    if (slots_.empty()) return {};
    const std::size_t last = slots_.size() - 1; // the size is a power of two
    for (std::size_t i = hash & last; slots_[i].place != 0; i = (i + 1) & last)
        if (slots_[i].check == hash_check(hash) && key_of(at(slots_[i].place)) == key) return at(slots_[i].place).substr(letters_at + key.word.size());
    return {};
}

void WordArchive::put(std::uint64_t hash, std::uint32_t place) {
    std::size_t i = hash & (slots_.size() - 1);
    while (slots_[i].place != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = {hash_check(hash), place};
}

void WordArchive::grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(std::max(first_slots, slots_.size() * 2)));
    for (const Slot& slot : old)
        if (slot.place != 0) put(hash_of(key_of(at(slot.place))), slot.place);
}

void WordArchive::add(const WordKey& key, const ShapedWord& word, const Face* face) {
    const bool simple = word.runs.size() == 1 && word.missing.empty() && word.runs.front().face == face;
    if (!simple || key.word.size() > longest_word) return;
    const std::uint64_t hash = hash_of(key);
    const std::lock_guard lock(mutex_);
    if (!find(key, hash).empty()) return;
    std::string record;
    append_key(record, key);
    append_word(record, word);
    const std::uint32_t place = keep(record);
    if (place == 0) return;
    if (4 * (++count_) > 3 * slots_.size()) grow();
    put(hash, place);
}

std::optional<ShapedWord> WordArchive::find(const WordKey& key, const Face* face) const {
    const std::uint64_t hash = hash_of(key);
    const std::lock_guard lock(mutex_);
    const std::string_view record = find(key, hash);
    if (record.empty()) return std::nullopt;
    return read_word(VarintReader(record), face);
}

} // namespace halfstar
