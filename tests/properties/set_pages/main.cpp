// Sets made-up reviews, each as a note and each folder as a zine, in every style in turn, and zines also at the trims of small sheets; and
// looks at the pages: nothing
// leaves them, no words stand on others, and every word of every flow is there once and in order.
//
//     set_pages FOLDER...              exit 1 and a line for each fault
//     set_pages --self-test FOLDER     spoils pages in each way and sees each fault found
#include "heard.h"
#include "placement.h"

#include "export/editions.h"
#include "export/manuscript.h"
#include "export/press.h"
#include "proof/compare.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

constexpr std::array<const char*, 3> styles = {"programme", "book", "xerox"};

/// Sheets whose pages are no page of a style.
constexpr struct {
    Scheme scheme;
    const char* paper;
} trims[] = {{Scheme::quarter, "A4"}, {Scheme::mini8, "A4"}, {Scheme::booklet, "A3"}, {Scheme::booklet, "Legal"}, {Scheme::mini16, "Letter"}};

struct Tally {
    std::size_t documents = 0, pages = 0, words = 0, faults = 0;
};

/// A document's pages with what they must say.
struct SetPages {
    std::string name; ///< of what was set, for messages
    std::vector<Page> pages;
    const StructureTree* structure = nullptr;
    const std::vector<Piece>* pieces = nullptr; ///< one for each article
};

/// Compares what a piece says with what is heard; returns a message for each flow that differs.
class Comparison {
public:
    Comparison(const Piece& piece, const proof::FoundFlows& found)
        : wanted_(proof::flows_of(piece, proof::Medium::print)), reading_{proof::Spelling::letters, piece.language} {
        using proof::Among;
        add(compare(wanted_.body, found.body, Among::others, reading_));
        add(compare(wanted_.epigraph, found.body, Among::others, reading_));
        add(compare(wanted_.notes, found.notes, Among::nothing, reading_));
        add(compare(wanted_.captions, found.captions, Among::others, reading_));
        add(compare(wanted_.cells, found.cells, Among::nothing, reading_));
        count_words(found);
    }

    const std::vector<std::string>& faults() const { return faults_; }
    std::size_t words() const { return wanted_.word_count(); }

private:
    void add(const std::optional<proof::Difference>& difference) {
        if (difference)
            faults_.push_back(difference->flow + ": \"" + difference->wanted + "\" is \"" + difference->found + "\"");
    }

    // Words of length that stand once in the piece; made-up reviews have hardly any others.
    void count_words(const proof::FoundFlows& found) {
        std::map<std::string, int> wanted, heard;
        wanted_.each([&](const proof::WordFlow& flow) {
            for (const proof::Words& part : flow.parts) count(part, wanted);
        });
        count(found.body, heard);
        for (const auto* flows : {&found.notes, &found.captions, &found.cells})
            for (const proof::Words& flow : *flows) count(flow, heard);
        for (const auto& [word, times] : wanted)
            if (times == 1 && word.size() >= 5 && heard[word] > 1) faults_.push_back("\"" + word + "\" stands twice");
    }

    static void count(const proof::Words& words, std::map<std::string, int>& counts) {
        for (const proof::Word& word : words) ++counts[word.text];
    }

    proof::PieceFlows wanted_;
    proof::Reading reading_;
    std::vector<std::string> faults_;
};

std::vector<std::string> faults_in(const SetPages& set, Tally& tally) {
    std::vector<std::string> faults;
    for (const Misplaced& misplaced : misplaced_on(set.pages))
        faults.push_back("page " + std::to_string(misplaced.page + 1) + ": " + name_of(misplaced.kind) + ": \"" +
                         misplaced.words + "\" \"" + misplaced.others + "\"");
    const std::vector<proof::FoundFlows> heard = heard_from(set.pages, *set.structure);
    if (heard.size() != set.pieces->size())
        faults.push_back(std::to_string(heard.size()) + " articles for " + std::to_string(set.pieces->size()) + " pieces");
    for (std::size_t i = 0; i < std::min(heard.size(), set.pieces->size()); ++i) {
        const Comparison comparison((*set.pieces)[i], heard[i]);
        tally.words += comparison.words();
        for (const std::string& fault : comparison.faults()) faults.push_back((*set.pieces)[i].key + ": " + fault);
    }
    tally.pages += set.pages.size();
    ++tally.documents;
    return faults;
}

using Look = std::function<void(const SetPages&)>;

std::vector<Page> pages_of(const PagedDocument& document) {
    std::vector<Page> pages;
    for (std::uint32_t i = 0; i < document.page_count(); ++i) pages.push_back(document.page(i));
    return pages;
}

/// A folder's reviews in one style and layout.
class Setting {
public:
    Setting(const std::string& folder, const char* style, Layout layout, std::optional<Imposition> sheets = {})
        : folder_(folder), press_(request_, report_) {
        request_.imposition = sheets;
        request_.inputs = {folder};
        request_.layout = layout;
        request_.style = style;
    }

    void set(std::size_t every, std::size_t first, const Look& look) {
        const ReadAs as = request_.layout == Layout::zine ? ReadAs::issue : ReadAs::pieces;
        Manuscript manuscript = read_manuscript(request_, as, press_.reader(), report_);
        if (!press_.take_style(nullptr)) std::abort();
        const PageSpec& page = *press_.page_for(request_.layout, nullptr);
        if (request_.layout == Layout::zine) return set_zine(std::move(manuscript), page, look);
        for (std::size_t i = first; i < manuscript.pieces.size(); i += every)
            set_note(std::move(manuscript.pieces[i]), page, look);
    }

private:
    void show(const Edition& edition, const PagedDocument& document, const std::string& name, const Look& look) {
        look({request_.style + ", " + name, pages_of(document), &document.structure(), &edition.pieces});
    }

    void set_zine(Manuscript manuscript, const PageSpec& page, const Look& look) {
        const Edition edition = compose_whole(std::move(manuscript), request_, report_.diagnostics);
        show(edition, *press_.zine(edition, page, report_.diagnostics), folder_, look);
    }

    void set_note(Piece piece, const PageSpec& page, const Look& look) {
        const Edition edition = compose_one(std::move(piece), request_, report_.diagnostics);
        show(edition, *press_.note(edition, 0, page, report_.diagnostics), folder_ + "/" + edition.pieces[0].key, look);
    }

    std::string folder_;
    ExportRequest request_;
    ExportReport report_;
    Press press_;
};

/// Each review as a note in one of the styles, and the folder as a zine in one.
void set_folder(const std::string& folder, std::size_t number, const Look& look) {
    for (std::size_t i = 0; i < styles.size(); ++i) Setting(folder, styles[i], Layout::notes).set(styles.size(), i, look);
    Setting(folder, styles[number % styles.size()], Layout::zine).set(1, 0, look);
    for (std::size_t i = 0; i < std::size(trims); ++i) {
        Imposition sheets;
        sheets.scheme = trims[i].scheme;
        sheets.paper = *paper_of_words(trims[i].paper);
        Setting(folder, styles[(number + i) % styles.size()], Layout::zine, sheets).set(1, 0, look);
    }
}

bool look_at(const std::vector<std::string>& folders) {
    Tally tally;
    for (std::size_t i = 0; i < folders.size(); ++i)
        set_folder(folders[i], i, [&](const SetPages& set) {
            for (const std::string& fault : faults_in(set, tally)) {
                std::printf("%s: %s\n", set.name.c_str(), fault.c_str());
                ++tally.faults;
            }
        });
    std::printf("%zu documents, %zu pages, %zu words, %zu faults\n", tally.documents, tally.pages, tally.words,
                tally.faults);
    return tally.faults == 0 && tally.words > 0;
}

// ---- spoiling ----

/// The long runs of the text, on the page that has most of them.
std::vector<GlyphRun*> runs_of_text(std::vector<Page>& pages) {
    std::vector<GlyphRun*> most;
    for (Page& page : pages) {
        std::vector<GlyphRun*> runs;
        for (Item& item : page.items)
            if (auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && item.leaf != 0 && run->place.ordinal != 0 &&
                                                               run->text.size() > 12)
                runs.push_back(run);
        if (runs.size() > most.size()) most = runs;
    }
    return most;
}

struct Spoiling {
    const char* what;
    void (*spoil)(std::vector<GlyphRun*>& runs, Page& page);
};

constexpr Spoiling spoilings[] = {
    {"a run beyond the edge", [](auto& runs, Page& page) { runs[0]->origin.x = page.trim.width - Length::points(3); }},
    {"a run on another", [](auto& runs, Page&) { runs[0]->origin = runs[2]->origin; }},
    {"words said twice", [](auto& runs, Page&) { runs[2]->text = runs[0]->text + runs[2]->text; }},
    {"words lost", [](auto& runs, Page&) { runs[1]->text.assign(runs[1]->text.size(), '.'); }},
    {"words in another order",
     [](auto& runs, Page&) {
         std::swap(runs[0]->text, runs[2]->text);
         std::swap(runs[0]->glyphs, runs[2]->glyphs);
     }},
};

bool self_test(const std::string& folder) {
    bool all = true;
    std::size_t spoilt = 0;
    Tally tally;
    Setting(folder, "programme", Layout::zine).set(1, 0, [&](SetPages set) {
        const std::size_t before = faults_in(set, tally).size();
        for (const Spoiling& spoiling : spoilings) {
            SetPages bad = set;
            std::vector<GlyphRun*> runs = runs_of_text(bad.pages);
            if (runs.size() < 3) continue;
            spoiling.spoil(runs, bad.pages[0]);
            const bool found = faults_in(bad, tally).size() > before;
            if (!found) std::printf("not found: %s\n", spoiling.what);
            all = found && all;
            ++spoilt;
        }
    });
    return all && spoilt == std::size(spoilings);
}

} // namespace

int main(int count, char** words) {
    if (count == 3 && std::string_view(words[1]) == "--self-test")
        return self_test(words[2]) ? EXIT_SUCCESS : EXIT_FAILURE;
    if (count < 2) return std::fputs("usage: set_pages [--self-test] FOLDER...\n", stderr), 2;
    return look_at({words + 1, words + count}) ? EXIT_SUCCESS : EXIT_FAILURE;
}
