#include "document/packed_words.h"

#include "foundation/base/varint.h"

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace halfstar {

namespace {

class Packer;
class Unpacker;

// The fields of each node, for both ways.
template <class Way> void fields(Way& way, Span& of) { way(of.source, of.begin, of.end); }
template <class Way> void fields(Way& way, Text& of) { way(of.text); }
template <class Way> void fields(Way&, SoftBreak&) {}
template <class Way> void fields(Way&, HardBreak&) {}
template <class Way> void fields(Way& way, CodeSpan& of) { way(of.text); }
template <class Way> void fields(Way& way, Styled& of) { way(of.style, of.children); }
template <class Way> void fields(Way& way, Phrase& of) { way(of.language, of.direction, of.children); }
template <class Way> void fields(Way& way, Link& of) { way(of.url, of.title, of.children, of.piece); }
template <class Way> void fields(Way& way, Image& of) { way(of.url, of.title, of.alternative, of.picture); }
template <class Way> void fields(Way& way, NoteReference& of) { way(of.note); }
template <class Way> void fields(Way& way, RawInline& of) { way(of.html); }
template <class Way> void fields(Way& way, Inline& of) { way(of.node, of.span); }
template <class Way> void fields(Way& way, Paragraph& of) { way(of.inlines); }
template <class Way> void fields(Way& way, Heading& of) { way(of.level, of.inlines); }
template <class Way> void fields(Way& way, Quote& of) { way(of.blocks, of.source, of.kind); }
template <class Way> void fields(Way& way, ListItem& of) { way(of.blocks, of.span); }
template <class Way> void fields(Way& way, List& of) { way(of.ordered, of.tight, of.start, of.items); }
template <class Way> void fields(Way& way, CodeBlock& of) { way(of.info, of.text); }
template <class Way> void fields(Way&, Break&) {}
template <class Way> void fields(Way& way, Cell& of) { way(of.inlines, of.ordinal, of.span); }
template <class Way> void fields(Way& way, Table& of) { way(of.columns, of.head, of.rows, of.caption, of.caption_ordinal); }
template <class Way> void fields(Way& way, Figure& of) { way(of.image, of.caption, of.caption_ordinal); }
template <class Way> void fields(Way& way, Definition& of) { way(of.term, of.blocks, of.term_ordinal, of.span); }
template <class Way> void fields(Way& way, Definitions& of) { way(of.items); }
template <class Way> void fields(Way& way, Details& of) { way(of.kind, of.summary, of.summary_ordinal, of.blocks); }
template <class Way> void fields(Way& way, Turn& of) { way(of.voice, of.speaker, of.speaker_ordinal, of.blocks, of.span); }
template <class Way> void fields(Way& way, Dialogue& of) { way(of.turns); }
template <class Way> void fields(Way& way, Entry& of) { way(of.rank, of.film, of.title, of.title_ordinal, of.blocks, of.span); }
template <class Way> void fields(Way& way, Ranking& of) { way(of.entries); }
template <class Way> void fields(Way& way, Showing& of) { way(of.screening, of.title, of.title_ordinal, of.words, of.words_ordinal, of.span); }
template <class Way> void fields(Way& way, Showings& of) { way(of.showings); }
template <class Way> void fields(Way& way, RawBlock& of) { way(of.html); }
template <class Way> void fields(Way& way, Block& of) { way(of.node, of.span, of.ordinal); }
template <class Way> void fields(Way& way, Note& of) { way(of.label, of.blocks, of.span, of.kind); }

template <class T> constexpr bool is_number = std::is_integral_v<T> || std::is_enum_v<T>;

/// Only reads what it is given.
class Packer {
public:
    template <class... Fields> void operator()(Fields&... all) { (put(all), ...); }
    std::string take() { return std::move(bytes_); }

private:
    template <class T> void put(T& value) {
        if constexpr (is_number<T>) append_signed_varint(bytes_, static_cast<std::int64_t>(value));
        else fields(*this, value);
    }
    void put(std::string& text) {
        append_varint(bytes_, text.size());
        bytes_ += text;
    }
    void put(PictureIndex& picture) { append_varint(bytes_, picture ? std::uint64_t{*picture} + 1 : 0); }
    template <class T> void put(std::vector<T>& all) {
        append_varint(bytes_, all.size());
        for (T& one : all) put(one);
    }
    template <class... Kinds> void put(std::variant<Kinds...>& node) {
        append_varint(bytes_, node.index());
        std::visit([this](auto& one) { put(one); }, node);
    }

    std::string bytes_;
};

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : in_(bytes) {}
    template <class... Fields> void operator()(Fields&... all) { (get(all), ...); }

private:
    template <class T> void get(T& value) {
        if constexpr (is_number<T>) value = static_cast<T>(in_.signed_number());
        else fields(*this, value);
    }
    void get(std::string& text) { text = in_.bytes(in_.number()); }
    void get(PictureIndex& picture) {
        if (const std::uint64_t number = in_.number(); number > 0) picture = static_cast<std::uint32_t>(number - 1);
    }
    template <class T> void get(std::vector<T>& all) {
        all.resize(in_.number());
        for (T& one : all) get(one);
    }
    template <class... Kinds> void get(std::variant<Kinds...>& node) {
        const std::uint64_t index = in_.number();
        std::uint64_t at = 0;
        static_cast<void>(((at++ == index ? (get(node.template emplace<Kinds>()), true) : false) || ...));
    }

    VarintReader in_;
};

} // namespace

std::string packed_words(const Piece& piece) {
    Packer packer;
    packer(const_cast<Piece&>(piece).body, const_cast<Piece&>(piece).notes); // the fields are named once, for both ways
    return packer.take();
}

void unpack_words(std::string_view bytes, Piece& piece) {
    Unpacker unpacker(bytes);
    unpacker(piece.body, piece.notes);
}

} // namespace halfstar
