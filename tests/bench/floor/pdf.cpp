// The floor of printed pages: the text work and nothing else. Words are looked up, new ones shaped and hyphenated,
// paragraphs broken as well as can be, lines written as content streams with one-byte codes and kerns, streams deflated
// and written.
//     floor_pdf FOLDER OUTPUT FACE PATTERNS
#include "phases.h"
#include "words.h"

#include <cstdio>
#include <fstream>
#include <limits>
#include <vector>

using namespace halfstar::floors;

namespace {

constexpr double measure_em = 33;                               ///< of an A5 page in 10 points
constexpr double space_em = 0.25, stretch = 0.5, shrink = 0.33; ///< of a space
constexpr std::size_t lines_a_page = 38;

using Paragraph = std::vector<const Word*>;

void take_words(std::string_view text, Words& words, Paragraph& paragraph) {
    paragraph.clear();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \n", at);
        if (begin == std::string_view::npos) return;
        at = std::min(text.find_first_of(" \n", begin), text.size());
        paragraph.push_back(&words.find(text.substr(begin, at - begin)));
    }
}

/// Breaks a paragraph where the sum of its lines' demerits is least, as Knuth and Plass rate them: between words, and
/// without their hyphens.
class Breaker {
public:
    explicit Breaker(std::int32_t em) : measure_(measure_em * em), space_(space_em * em) {}

    /// The first word of each line but the first, and the end.
    const std::vector<std::size_t>& breaks(const Paragraph& words) {
        const std::size_t count = words.size();
        reach_.assign(count + 1, Reach{});
        reach_[0].demerits = 0;
        for (std::size_t end = 1; end <= count; ++end) {
            double width = -space_;
            for (std::size_t begin = end; begin-- > 0;) {
                width += space_ + words[begin]->width;
                const double gaps = static_cast<double>(end - begin - 1) * space_;
                if (width - gaps * shrink > measure_ && begin + 1 < end) break;
                try_line(begin, end, width, gaps, end == count);
            }
        }
        breaks_.clear();
        for (std::size_t at = count; at > 0; at = reach_[at].from)
            breaks_.insert(breaks_.begin(), at);
        return breaks_;
    }
    double space_of(double width, std::size_t gaps) const {
        return gaps == 0 ? space_ : space_ + (measure_ - width) / static_cast<double>(gaps);
    }
    double space() const { return space_; }

private:
    struct Reach {
        double demerits = std::numeric_limits<double>::max();
        std::size_t from = 0;
    };

    void try_line(std::size_t begin, std::size_t end, double width, double gaps, bool last) {
        const double wanting = measure_ - width;
        const double ratio =
            last && wanting >= 0 ? 0 : wanting / std::max(1.0, gaps * (wanting >= 0 ? stretch : shrink));
        const double badness = 100 * std::abs(ratio * ratio * ratio);
        const double demerits = reach_[begin].demerits + (1 + badness) * (1 + badness);
        if (demerits < reach_[end].demerits) reach_[end] = {demerits, begin};
    }

    double measure_, space_;
    std::vector<Reach> reach_;
    std::vector<std::size_t> breaks_;
};

/// Lines as pages' streams.
class Content {
public:
    void line(const Paragraph& words, std::size_t begin, std::size_t end, double space, std::int32_t em) {
        stream_ += "0 -13 Td[";
        const std::string gap = std::to_string(-static_cast<int>(space * 1000 / em));
        for (std::size_t i = begin; i < end; ++i) {
            stream_ += words[i]->shown;
            if (i + 1 < end) stream_ += gap;
        }
        stream_ += "]TJ\n";
        ++lines_;
    }
    bool page_is_full() const { return lines_ >= lines_a_page; }
    const std::string& stream() const { return stream_; }
    void turn() { stream_.clear(), lines_ = 0; }

private:
    std::string stream_;
    std::size_t lines_ = 0;
};

class Printer {
public:
    Printer(Phases& phases, Words& words, std::ofstream& output)
        : phases_(phases), words_(words), breaker_(words.em()), output_(output) {}

    void print(std::string_view body) {
        for (std::size_t at = 0; at < body.size();) {
            const std::size_t end = std::min(body.find("\n\n", at), body.size());
            take_words(body.substr(at, end - at), words_, paragraph_);
            at = end + 2;
            phases_.mark("words");
            const std::vector<std::size_t>& breaks = breaker_.breaks(paragraph_);
            phases_.mark("break");
            set_lines(breaks);
        }
    }
    void turn_page() {
        const std::string_view packed = deflater_.deflate(content_.stream());
        phases_.mark("deflate");
        output_.write(packed.data(), static_cast<std::streamsize>(packed.size()));
        phases_.mark("write");
        content_.turn();
    }

private:
    void set_lines(const std::vector<std::size_t>& breaks) {
        std::size_t begin = 0;
        for (const std::size_t end : breaks) {
            content_.line(paragraph_, begin, end, end == paragraph_.size() ? breaker_.space() : space_in(begin, end),
                          words_.em());
            begin = end;
            phases_.mark("content");
            if (content_.page_is_full()) turn_page();
        }
    }
    double space_in(std::size_t begin, std::size_t end) const {
        double width = static_cast<double>(end - begin - 1) * breaker_.space();
        for (std::size_t i = begin; i < end; ++i)
            width += paragraph_[i]->width;
        return breaker_.space_of(width, end - begin - 1);
    }

    Phases& phases_;
    Words& words_;
    Breaker breaker_;
    Content content_;
    Deflater deflater_;
    Paragraph paragraph_;
    std::ofstream& output_;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    Phases phases;
    Words words(argv[3], argv[4]);
    phases.mark("load");
    std::ofstream output(argv[2], std::ios::binary);
    Printer printer(phases, words, output);
    for_each_review(argv[1], phases, [&](std::string_view body) { printer.print(body); });
    printer.turn_page();
    phases.print();
    std::printf("%-10s %.6f of words\n%-10s %.6f of words\n", "shape", words.shaping(), "hyphenate",
                words.hyphenating());
    return output.good() ? 0 : 1;
}
