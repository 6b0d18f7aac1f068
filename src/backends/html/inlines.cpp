// Inlines as markup.

#include "backends/html/flow.h"
#include "backends/html/links.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"
#include "foundation/base/utf8.h"

namespace halfstar::html {
namespace {

std::string_view element_of(TextStyle style) {
    switch (style) {
    case TextStyle::emphasis: return "em";
    case TextStyle::strong: return "strong";
    case TextStyle::cite: return "cite";
    case TextStyle::idiom: return "i";
    case TextStyle::bold: return "b";
    case TextStyle::underline: return "u";
    case TextStyle::strike: return "s";
    case TextStyle::small: return "small";
    case TextStyle::superscript: return "sup";
    case TextStyle::subscript: return "sub";
    case TextStyle::quotation: return "q";
    case TextStyle::highlight: return "mark";
    case TextStyle::keyboard: return "kbd";
    }
    return "span";
}

/// The last name in an address: what a picture without words is called by.
std::string file_name(std::string_view url) {
    constexpr std::size_t longest = 80;
    if (ascii_lower(url.substr(0, 5)) == "data:") return {};
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t slash = url.find_last_of("/\\");
    if (slash != std::string_view::npos) url.remove_prefix(slash + 1);
    return url.size() > longest ? std::string() : percent_decoded(url);
}

bool holds_picture(const Inlines& inlines) {
    bool found = false;
    walk_inlines(inlines, [&](const Inline& node) { found = found || std::holds_alternative<Image>(node.node); });
    return found;
}

} // namespace

FlowWriter::FlowWriter(const Dress& dress, const Piece& piece, const Outline& outline, Markup& out)
    : dress_(dress), piece_(piece), outline_(outline), out_(out), prefix_(id_prefix(piece)),
      references_(piece.notes.size()), written_(piece.notes.size()) {
    count_references();
}

void FlowWriter::count_references() {
    const auto count = [&](const Inlines& inlines) {
        walk_inlines(inlines, [&](const Inline& node) {
            if (const auto* reference = std::get_if<NoteReference>(&node.node)) ++references_[reference->note];
        });
    };
    const auto count_blocks = [&](const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) { each_inlines(block, count); });
    };
    if (piece_.epigraph) {
        count(piece_.epigraph->words);
        count(piece_.epigraph->source);
    }
    count(piece_.summary);
    count_blocks(piece_.body);
    for (const Note& note : piece_.notes)
        count_blocks(note.blocks);
}

std::string FlowWriter::note_id(std::uint32_t note) const { return prefix_ + "note_" + std::to_string(note + 1); }

std::string FlowWriter::note_name(std::uint32_t note) const {
    const std::string number = std::to_string(note + 1);
    if (piece_.notes[note].kind == NoteKind::footnote) return number;
    return std::string(dress_.locale->word("spoiler")) + "\u00A0" + number;
}

std::string FlowWriter::hidden_id(std::size_t number) const { return prefix_ + "spoiler_" + std::to_string(number + 1); }

std::string FlowWriter::hidden_mark_id(std::size_t number) const { return hidden_id(number) + "_ref"; }

std::vector<std::string> FlowWriter::reference_ids(std::uint32_t note) const {
    std::vector<std::string> ids;
    for (std::uint32_t i = 1; i <= references_[note]; ++i)
        ids.push_back(prefix_ + "ref_" + std::to_string(note + 1) + (i > 1 ? "_" + std::to_string(i) : ""));
    return ids;
}

void FlowWriter::inlines(const Inlines& inlines) {
    for (const Inline& node : inlines)
        inline_node(node);
}

void FlowWriter::inline_node(const Inline& each) {
    std::visit(overloaded{
                   [&](const Text& node) { text(node.text); },
                   [&](const SoftBreak&) {
                       pass(1);
                       out_.raw("\n");
                   },
                   [&](const HardBreak&) {
                       pass(1);
                       out_.single(Tag("br"));
                       out_.raw("\n");
                   },
                   [&](const CodeSpan& node) {
                       out_.open("code");
                       text(node.text);
                       out_.close("code");
                   },
                   [&](const Styled& node) { styled(node); },
                   [&](const Phrase& node) { phrase(node); },
                   [&](const Link& node) { link(node); },
                   [&](const Image& node) {
                       pass(utf8::count(node.alternative));
                       image(node, "");
                   },
                   [&](const NoteReference& node) {
                       if (in_link_)
                           waiting_.push_back(node.note);
                       else
                           reference(node.note);
                   },
                   [&](const RawInline& node) {
                       if (dress_.is_xhtml())
                           left_out(node.html, each.span);
                       else
                           out_.raw(node.html);
                   },
               },
               each.node);
}

void FlowWriter::styled(const Styled& styled) {
    const std::string_view name = element_of(styled.style);
    out_.open(name);
    inlines(styled.children);
    out_.close(name);
}

void FlowWriter::phrase(const Phrase& phrase) {
    out_.open(Tag("span").language(dress_.syntax, phrase.language, phrase.direction));
    inlines(phrase.children);
    out_.close("span");
}

/// Where a link leads, if this dress can lead there: within the piece, to another piece, or out.
std::optional<std::string> FlowWriter::address(const Link& link) const {
    const std::string_view url = link.url;
    if (!link.piece.empty())
        if (const Piece* piece = piece_called(*dress_.edition, link.piece)) return place_in(*piece, url);
    if (url.starts_with('#')) {
        if (const auto id = outline_.find(percent_decoded(url.substr(1)))) return dress_.here + "#" + *id;
        return dress_.leads_beside ? relative_address(url) : std::nullopt;
    }
    if (auto outward = outward_address(url)) return outward;
    if (const Piece* piece = linked_piece(*dress_.edition, piece_, url)) return place_in(*piece, url);
    return dress_.leads_beside ? relative_address(url) : std::nullopt;
}

/// The piece's address, or that of the heading in it that the end of `url` names.
std::string FlowWriter::place_in(const Piece& piece, std::string_view url) const {
    const std::string address = dress_.piece_address(piece);
    const std::size_t hash = url.find('#');
    if (hash == std::string_view::npos) return address;
    const std::optional<std::string> id = Outline(piece, id_prefix(piece)).find(percent_decoded(url.substr(hash + 1)));
    return id ? address.substr(0, address.find('#')) + "#" + *id : address;
}

void FlowWriter::link(const Link& link) {
    const bool has_words = !trim(plain_text(link.children)).empty();
    const std::optional<std::string> href = in_link_ ? std::nullopt : address(link);
    if (!href || (!has_words && !holds_picture(link.children))) return inlines(link.children);
    Tag tag("a");
    tag.set("href", *href).maybe("title", link.title);
    if (!has_words) tag.set("aria-label", link.title.empty() ? *href : link.title);
    out_.open(tag);
    in_link_ = true;
    inlines(link.children);
    in_link_ = false;
    out_.close("a");
    waiting_references();
}

void FlowWriter::waiting_references() {
    for (const std::uint32_t note : waiting_)
        reference(note);
    waiting_.clear();
}

void FlowWriter::image(const Image& image, std::string_view covered_title) {
    if (!image.picture) return missing_image(image);
    const Picture& picture = piece_.pictures[*image.picture];
    const std::string width = std::to_string(picture.width), height = std::to_string(picture.height);
    const PicturePlace place = dress_.picture_place(picture);
    if (place.kind == PicturePlace::Kind::symbol) {
        Tag tag("svg");
        tag.set("class", "picture").set("viewBox", "0 0 " + width + " " + height).set("width", width);
        tag.set("height", height);
        if (image.alternative.empty())
            tag.set("aria-hidden", "true");
        else
            tag.set("role", "img").set("aria-label", image.alternative);
        out_.open(tag);
        out_.element(Tag("use").set("href", "#" + place.name), "");
        return out_.close("svg");
    }
    Tag tag("img");
    if (place.kind == PicturePlace::Kind::file) tag.set("src", place.name);
    tag.set("alt", image.alternative).set("width", width).set("height", height);
    if (image.title != covered_title) tag.maybe("title", image.title);
    if (place.kind == PicturePlace::Kind::file)
        out_.single(tag);
    else
        out_.single(tag, "src", picture);
}

void FlowWriter::missing_image(const Image& image) {
    std::string words = image.alternative.empty() ? image.title : image.alternative;
    if (words.empty()) words = file_name(image.url);
    Tag tag("span");
    tag.set("class", "lost-picture").set("role", "img");
    if (words.empty()) {
        words = dress_.locale->word("picture");
        set_in_locale(tag, dress_, piece_);
    }
    out_.element(tag.set("aria-label", words), words);
}

void FlowWriter::reference(std::uint32_t note) {
    const std::vector<std::string> ids = reference_ids(note);
    const bool spoiler = piece_.notes[note].kind == NoteKind::spoiler;
    Tag tag("a");
    tag.set("class", spoiler ? "noteref spoiler" : "noteref").set("id", ids[written_[note]++]).set("href", dress_.here + "#" + note_id(note));
    if (dress_.is_xhtml()) tag.set("epub:type", "noteref");
    if (spoiler) set_in_locale(tag, dress_, piece_);
    out_.element(tag.set("role", "doc-noteref"), note_name(note));
}

} // namespace halfstar::html
