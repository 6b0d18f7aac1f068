#include "proof/proof.h"

#include "foundation/base/files.h"
#include "proof/compare.h"
#include "proof/ebook.h"
#include "proof/printed.h"
#include "proof/web_page.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace halfstar::proof {
namespace {

/// Compares pieces with what one output has of them, and keeps count.
class Reader {
public:
    Reader(std::string path, std::string format, Medium medium, Diagnostics& diagnostics)
        : medium_(medium), diagnostics_(diagnostics) {
        proof_.path = std::move(path);
        proof_.format = std::move(format);
    }

    /// `place` is the file that holds the piece.
    void compare_with(const Piece& piece, const FoundFlows& found, const std::string& place) {
        const PieceFlows wanted = flows_of(piece, medium_);
        ++proof_.pieces;
        proof_.flows += wanted.flow_count();
        proof_.words += wanted.word_count();
        const bool on_paper = medium_ == Medium::print;
        const bool own_markup = wanted.holds_markup;
        const Reading reading{on_paper || own_markup ? Spelling::letters : Spelling::exact, piece.language};
        const Among in_running_text = on_paper ? Among::others : Among::nothing;
        const bool may_be_anywhere = own_markup && medium_ == Medium::web;
        report(compare(wanted.body, may_be_anywhere ? found.page : found.body, in_running_text, reading), piece, place);
        report(compare(wanted.summary, found.summary, Among::nothing, reading), piece, place);
        report(compare(wanted.epigraph, on_paper ? found.body : found.epigraph, in_running_text, reading), piece,
               place);
        const Among apart = own_markup ? Among::others : Among::nothing;
        report(compare(wanted.notes, found.notes, apart, reading), piece, place);
        report(compare(wanted.captions, without_poster(piece, found.captions, reading), apart, reading), piece, place);
        report(compare(wanted.cells, found.cells, apart, reading), piece, place);
    }

    Proof take() { return std::move(proof_); }

private:
    /// A poster's caption is a fact, though it is printed as any caption is.
    std::vector<Words> without_poster(const Piece& piece, std::vector<Words> captions, const Reading& reading) const {
        if (medium_ != Medium::print || !piece.poster || piece.poster_caption.empty()) return captions;
        const WordFlow poster{"", {words_of(piece.poster_caption)}, {}, false};
        for (auto caption = captions.begin(); caption != captions.end(); ++caption)
            if (!compare(poster, *caption, Among::nothing, reading)) {
                captions.erase(caption);
                break;
            }
        return captions;
    }

    void report(const std::optional<Difference>& difference, const Piece& piece, const std::string& place) {
        if (!difference) return;
        const auto shown = [](const std::string& words) { return words.empty() ? "nothing" : "'" + words + "'"; };
        const std::string flow = difference->flow.empty() ? "what stands apart" : difference->flow;
        const Span span = difference->span.source == 0 ? Span{piece.source, 0, 0} : difference->span;
        diagnostics_.report(Code::lost_words, span, {place, flow, shown(difference->wanted), shown(difference->found)});
    }

    Medium medium_;
    Diagnostics& diagnostics_;
    Proof proof_;
};

/// What an edition holds, as its parts have it; `name` is what its page is called.
struct Held {
    const Piece* piece;
    std::string name;
};

/// What lies on screens always has its reviews, since everything else leads to them.
enum class Shown : std::uint8_t { on_screens, on_paper };

std::vector<Held> held_by(const Edition& edition, Shown shown) {
    std::vector<IssuePart> parts = edition.parts;
    if (shown == Shown::on_screens && !edition.has(IssuePart::reviews)) parts.insert(parts.begin(), IssuePart::reviews);
    std::vector<Held> held;
    for (const IssuePart part : parts) {
        if (part == IssuePart::letter && edition.letter) held.push_back({&*edition.letter, "letter"});
        if (part == IssuePart::about && edition.about) held.push_back({&*edition.about, "about"});
        if (part == IssuePart::reviews)
            for (const Piece& piece : edition.pieces)
                held.push_back({&piece, ""});
    }
    return held;
}

} // namespace

Result<Proof> prove_site(const Edition& edition, const std::string& folder, Diagnostics& diagnostics) {
    Reader reader(folder, "site", Medium::web, diagnostics);
    const DiskReader files;
    for (const Held& held : held_by(edition, Shown::on_screens)) {
        const std::string path =
            folder + "/" + (held.name.empty() ? "reviews/" + held.piece->key : held.name) + ".html";
        const Result<std::string> page = files.read(path, std::numeric_limits<std::uint64_t>::max());
        reader.compare_with(*held.piece, page ? read_web_page(*page) : FoundFlows{}, path);
    }
    return reader.take();
}

Result<Proof> prove_ebook(const Edition& edition, const std::string& path, Diagnostics& diagnostics) {
    const Result<Ebook> book = Ebook::open(path);
    if (!book) return book.error();
    Reader reader(path, "epub", Medium::book, diagnostics);
    for (const Held& held : held_by(edition, Shown::on_screens)) {
        const std::string name = (held.name.empty() ? "piece-" + held.piece->key : held.name) + ".xhtml";
        reader.compare_with(*held.piece, read_book_page(book->document(name)), path);
    }
    return reader.take();
}

Result<Proof> prove_zine(const Edition& edition, const std::string& path, Diagnostics& diagnostics) {
    Result<Printed> printed = Printed::open(path);
    if (!printed) return printed.error();
    Reader reader(path, "pdf", Medium::print, diagnostics);
    const std::vector<Held> all = held_by(edition, Shown::on_paper);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Result<FoundFlows> found = printed->article(i);
        if (!found) return found.error();
        reader.compare_with(*all[i].piece, *found, path);
    }
    return reader.take();
}

Result<Proof> prove_note(const Piece& piece, const std::string& path, Diagnostics& diagnostics) {
    Result<Printed> printed = Printed::open(path);
    if (!printed) return printed.error();
    Reader reader(path, "pdf", Medium::print, diagnostics);
    const Result<FoundFlows> found = printed->article(0);
    if (!found) return found.error();
    reader.compare_with(piece, *found, path);
    return reader.take();
}

} // namespace halfstar::proof
