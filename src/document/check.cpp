#include "document/parts.h"
#include "document/tree.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <set>

namespace halfstar {
namespace {

class Checker {
public:
    explicit Checker(const Piece& piece) : piece_(piece) {}

    std::vector<std::string> run() {
        check_facts();
        inlines(piece_.summary, "summary");
        if (!piece_.summary.empty()) count(piece_.summary_ordinal, "summary");
        if (piece_.epigraph) check_epigraph(*piece_.epigraph);
        blocks(piece_.body, "body");
        for (std::size_t i = 0; i < piece_.notes.size(); ++i)
            blocks(piece_.notes[i].blocks, "note " + std::to_string(i + 1));
        if (unnumbered_ > 0 && !ordinals_.empty())
            fault(std::to_string(unnumbered_) + " nodes have no ordinal among nodes that have");
        return std::move(faults_);
    }

private:
    void fault(std::string sentence) { faults_.push_back(std::move(sentence)); }

    void count(NodeOrdinal ordinal, const std::string& what) {
        if (ordinal == 0)
            ++unnumbered_;
        else if (!ordinals_.insert(ordinal).second)
            fault("ordinal " + std::to_string(ordinal) + " stands twice, again at a " + what);
    }

    void check_facts() {
        const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
        if (piece_.key.empty() || !std::all_of(piece_.key.begin(), piece_.key.end(), fits))
            fault("the key '" + piece_.key + "' is not of [a-z0-9-]+");
        for (const Work& work : piece_.works) {
            if (work.title.value.empty()) fault("a work has no title");
            if (work.rating) check_rating(work.rating->value);
            for (const Credit& credit : work.credits)
                if (credit.name.empty()) fault("a credit has no name");
        }
        for (const Work& work : piece_.listed) {
            if (work.title.value.empty()) fault("a listed work has no title");
            if (work.rating) check_rating(work.rating->value);
        }
        for (const Screening& screening : piece_.screenings) check_index(screening.film, piece_.listed.size(), "film");
        if (piece_.poster) check_picture(piece_.poster->picture, "poster");
    }

    void check_index(std::uint32_t index, std::size_t size, const std::string& what) {
        if (index >= size)
            fault("a " + what + " is number " + std::to_string(index) + " of " + std::to_string(size));
    }

    void check_kinds(const Block& block, const std::string& place) {
        if (const Dialogue* dialogue = std::get_if<Dialogue>(&block.node)) {
            if (dialogue->turns.empty()) fault("a dialogue without turns in the " + place);
            for (const Turn& turn : dialogue->turns)
                if (turn.speaker.empty()) fault("a turn without a speaker in the " + place);
        }
        if (const Ranking* ranking = std::get_if<Ranking>(&block.node)) {
            if (ranking->entries.empty()) fault("a ranking without entries in the " + place);
            for (const Entry& entry : ranking->entries) check_index(entry.film, piece_.listed.size(), "ranked film");
        }
        if (const Showings* showings = std::get_if<Showings>(&block.node)) {
            if (showings->showings.empty()) fault("showings of nothing in the " + place);
            for (const Showing& showing : showings->showings)
                check_index(showing.screening, piece_.screenings.size(), "screening");
        }
    }

    void check_rating(const Rating& rating) {
        if (!rating.is_counted()) return check_text(rating.written, "rating");
        if (rating.best <= rating.worst) fault("a rating's best is not above its worst");
        if (rating.value < rating.worst || rating.value > rating.best) fault("a rating is outside its scale");
    }

    void check_epigraph(const Epigraph& epigraph) {
        count(epigraph.ordinal, "epigraph");
        if (epigraph.words.empty()) fault("the epigraph has no words");
        inlines(epigraph.words, "epigraph");
        inlines(epigraph.source, "epigraph");
    }

    void check_picture(const PictureIndex& picture, const std::string& place) {
        if (picture && *picture >= piece_.pictures.size())
            fault("a picture in the " + place + " is number " + std::to_string(*picture) + " of " +
                  std::to_string(piece_.pictures.size()));
    }

    void check_text(const std::string& text, const std::string& place) {
        if (text.empty()) fault("an empty text in the " + place);
        if (text.find('\n') != std::string::npos) fault("a line end within a text in the " + place);
        if (!utf8::is_valid(text)) fault("a text that is not UTF-8 in the " + place);
    }

    void inlines(const Inlines& all, const std::string& place) {
        const Inline* last = nullptr;
        for (const Inline& one : all) {
            if (const Text* text = std::get_if<Text>(&one.node)) {
                check_text(text->text, place);
                if (last && std::get_if<Text>(&last->node)) fault("two texts side by side in the " + place);
            }
            if (const NoteReference* reference = std::get_if<NoteReference>(&one.node))
                if (reference->note >= piece_.notes.size())
                    fault("a reference in the " + place + " is to note " + std::to_string(reference->note + 1) +
                          " of " + std::to_string(piece_.notes.size()));
            if (const Image* image = std::get_if<Image>(&one.node)) check_picture(image->picture, place);
            if (const Inlines* children = children_of(one)) {
                if (children->empty() && !std::get_if<Link>(&one.node)) fault("an empty phrase in the " + place);
                inlines(*children, place);
            }
            last = &one;
        }
    }

    void check_table(const Table& table, const std::string& place) {
        const std::size_t columns = table.columns.size();
        if (columns == 0) fault("a table without columns in the " + place);
        if (!table.head.empty() && table.head.size() != columns)
            fault("a table's head of " + std::to_string(table.head.size()) + " cells for " +
                  std::to_string(columns) + " columns in the " + place);
        for (const std::vector<Cell>& row : table.rows)
            if (row.size() != columns)
                fault("a row of " + std::to_string(row.size()) + " cells for " + std::to_string(columns) +
                      " columns in the " + place);
    }

    void check_block(const Block& block, const std::string& place) {
        if (const Heading* heading = std::get_if<Heading>(&block.node))
            if (heading->level < 1 || heading->level > 6)
                fault("a heading of level " + std::to_string(heading->level) + " in the " + place);
        if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.node))
            if (paragraph->inlines.empty()) fault("an empty paragraph in the " + place);
        if (const List* list = std::get_if<List>(&block.node))
            if (list->items.empty()) fault("a list without items in the " + place);
        if (const Table* table = std::get_if<Table>(&block.node)) check_table(*table, place);
        if (const Figure* figure = std::get_if<Figure>(&block.node)) check_picture(figure->image.picture, place);
        check_kinds(block, place);
    }

    void blocks(const Blocks& all, const std::string& place) {
        for (const Block& block : all) {
            count(block.ordinal, "block");
            check_block(block, place);
            visit_parts(
                block,
                [&](Part part, const Inlines& words, const NodeOrdinal& ordinal) {
                    if (part == Part::cell) count(ordinal, "cell");
                    if ((part == Part::caption || part == Part::term || part == Part::summary) && !words.empty())
                        count(ordinal, "caption, term or summary");
                    inlines(words, place);
                },
                [&](const Blocks& below) { blocks(below, place); });
        }
    }

    const Piece& piece_;
    std::vector<std::string> faults_;
    std::set<NodeOrdinal> ordinals_;
    std::size_t unnumbered_ = 0;
};

} // namespace

std::vector<std::string> check(const Piece& piece) { return Checker(piece).run(); }

} // namespace halfstar
