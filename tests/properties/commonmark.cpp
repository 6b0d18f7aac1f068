// Every example of the CommonMark specification through the reader, the tree and the writer of fragments.
// The argument is the specification's text (spec.txt of the npm package commonmark-spec).
#include "backends/html/fragment.h"
#include "read/read.h"

#include <cstddef>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t example_count = 652; // of CommonMark 0.30

struct Example {
    std::string markdown;
    std::string html;
    std::string section;
};

/// The specification shows tabs as arrows.
std::string with_tabs(std::string_view text) {
    constexpr std::string_view arrow = "\u2192";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool tab = text.substr(at).starts_with(arrow);
        out += tab ? '\t' : text[at];
        at += tab ? arrow.size() : 1;
    }
    return out;
}

/// Examples stand between fences of 32 backticks, Markdown and HTML parted by a full stop on its line.
std::vector<Example> read_examples(std::istream& specification) {
    const std::string fence(32, '`');
    std::vector<Example> examples;
    std::string section;
    enum class Part { prose, markdown, html } part = Part::prose;
    for (std::string line; std::getline(specification, line);) {
        if (part == Part::prose && line == fence + " example") {
            examples.push_back({{}, {}, section});
            part = Part::markdown;
        } else if (part == Part::prose) {
            if (line.starts_with('#')) section = line.substr(line.find_first_not_of("# "));
        } else if (part == Part::markdown && line == ".") {
            part = Part::html;
        } else if (part == Part::html && line == fence) {
            part = Part::prose;
        } else {
            (part == Part::markdown ? examples.back().markdown : examples.back().html) += with_tabs(line) + "\n";
        }
    }
    return examples;
}

std::string to_html(const std::string& markdown) {
    halfstar::Diagnostics diagnostics;
    const halfstar::Span where{1, 0, static_cast<std::uint32_t>(markdown.size())};
    const halfstar::MarkdownOptions options{false, true};
    return halfstar::html::write_commonmark(halfstar::read_markdown(markdown, where, options, diagnostics).blocks);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: commonmark SPEC.TXT\n";
        return 2;
    }
    std::ifstream file(arguments[1], std::ios::binary);
    if (!file) {
        std::cerr << "cannot read " << arguments[1] << '\n';
        return 1;
    }
    const std::vector<Example> examples = read_examples(file);
    std::size_t failed = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const std::string html = to_html(examples[i].markdown);
        if (html == examples[i].html) continue;
        ++failed;
        std::cout << "example " << i + 1 << " (" << examples[i].section << ")\n--- markdown\n" << examples[i].markdown
                  << "--- expected\n" << examples[i].html << "--- got\n" << html << '\n';
    }
    std::cout << examples.size() - failed << " of " << examples.size() << " examples pass\n";
    return failed == 0 && examples.size() >= example_count ? 0 : 1;
}
