#include "document/packed_words.h"

#include "foundation/base/varint.h"

#include <concepts>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace halfstar {

namespace {

/// Whether it is only read or written too.
template <class T, class Node> concept a = std::same_as<std::remove_const_t<T>, Node>;

// The fields of each node, for both ways.
void fields(auto& way, a<Span> auto& of) { way(of.source, of.begin, of.end); }
void fields(auto& way, a<Text> auto& of) { way(of.text); }
void fields(auto&, a<SoftBreak> auto&) {}
void fields(auto&, a<HardBreak> auto&) {}
void fields(auto& way, a<CodeSpan> auto& of) { way(of.text); }
void fields(auto& way, a<Styled> auto& of) { way(of.style, of.children); }
void fields(auto& way, a<Phrase> auto& of) { way(of.language, of.direction, of.children); }
void fields(auto& way, a<Link> auto& of) { way(of.url, of.title, of.children, of.piece); }
void fields(auto& way, a<Image> auto& of) { way(of.url, of.title, of.alternative, of.picture); }
void fields(auto& way, a<NoteReference> auto& of) { way(of.note); }
void fields(auto& way, a<RawInline> auto& of) { way(of.html); }
void fields(auto& way, a<Inline> auto& of) { way(of.node, of.span); }
void fields(auto& way, a<Paragraph> auto& of) { way(of.inlines); }
void fields(auto& way, a<Heading> auto& of) { way(of.level, of.inlines); }
void fields(auto& way, a<Quote> auto& of) { way(of.blocks, of.source, of.kind); }
void fields(auto& way, a<ListItem> auto& of) { way(of.blocks, of.span); }
void fields(auto& way, a<List> auto& of) { way(of.ordered, of.tight, of.start, of.items); }
void fields(auto& way, a<CodeBlock> auto& of) { way(of.info, of.text); }
void fields(auto&, a<Break> auto&) {}
void fields(auto& way, a<Cell> auto& of) { way(of.inlines, of.ordinal, of.span); }
void fields(auto& way, a<Table> auto& of) { way(of.columns, of.head, of.rows, of.caption, of.caption_ordinal); }
void fields(auto& way, a<Figure> auto& of) { way(of.image, of.caption, of.caption_ordinal); }
void fields(auto& way, a<Definition> auto& of) { way(of.term, of.blocks, of.term_ordinal, of.span); }
void fields(auto& way, a<Definitions> auto& of) { way(of.items); }
void fields(auto& way, a<Details> auto& of) { way(of.kind, of.summary, of.summary_ordinal, of.blocks); }
void fields(auto& way, a<Turn> auto& of) { way(of.voice, of.speaker, of.speaker_ordinal, of.blocks, of.span); }
void fields(auto& way, a<Dialogue> auto& of) { way(of.turns); }
void fields(auto& way, a<Entry> auto& of) { way(of.rank, of.film, of.title, of.title_ordinal, of.blocks, of.span); }
void fields(auto& way, a<Ranking> auto& of) { way(of.entries); }
void fields(auto& way, a<Showing> auto& of) { way(of.screening, of.title, of.title_ordinal, of.words, of.words_ordinal, of.span); }
void fields(auto& way, a<Showings> auto& of) { way(of.showings); }
void fields(auto& way, a<RawBlock> auto& of) { way(of.html); }
void fields(auto& way, a<Block> auto& of) { way(of.node, of.span, of.ordinal); }
void fields(auto& way, a<Note> auto& of) { way(of.label, of.blocks, of.span, of.kind); }

template <class T> constexpr bool is_number = std::is_integral_v<T> || std::is_enum_v<T>;

class Packer {
public:
    template <class... Fields> void operator()(const Fields&... all) { (put(all), ...); }
    std::string take() { return std::move(bytes_); }

private:
    template <class T> void put(const T& value) {
        if constexpr (is_number<T>) append_signed_varint(bytes_, static_cast<std::int64_t>(value));
        else fields(*this, value);
    }
    void put(const std::string& text) {
        append_varint(bytes_, text.size());
        bytes_ += text;
    }
    void put(const PictureIndex& picture) { append_varint(bytes_, picture ? std::uint64_t{*picture} + 1 : 0); }
    template <class T> void put(const std::vector<T>& all) {
        append_varint(bytes_, all.size());
        for (const T& one : all) put(one);
    }
    template <class... Kinds> void put(const std::variant<Kinds...>& node) {
        append_varint(bytes_, node.index());
        std::visit([this](const auto& one) { this->put(one); }, node);
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
    packer(piece.body, piece.notes);
    return packer.take();
}

void unpack_words(std::string_view bytes, Piece& piece) {
    Unpacker unpacker(bytes);
    unpacker(piece.body, piece.notes);
}

} // namespace halfstar
