// The floor of ebooks and web pages: parse with cmark, render XHTML, deflate, write.
//     floor_ebook FOLDER OUTPUT
#include "phases.h"

#include <cmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>

using namespace halfstar::floors;

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    Phases phases;
    Deflater deflater;
    std::ofstream output(argv[2], std::ios::binary);
    for_each_review(argv[1], phases, [&](std::string_view body) {
        const std::unique_ptr<cmark_node, void (*)(cmark_node*)> tree(
            cmark_parse_document(body.data(), body.size(), CMARK_OPT_SMART), cmark_node_free);
        phases.mark("parse");
        const std::unique_ptr<char, void (*)(void*)> page(cmark_render_html(tree.get(), CMARK_OPT_DEFAULT), std::free);
        phases.mark("render");
        const std::string_view packed = deflater.deflate(page.get());
        phases.mark("deflate");
        output.write(packed.data(), static_cast<std::streamsize>(packed.size()));
        phases.mark("write");
    });
    output.close();
    phases.mark("write");
    phases.print();
    return output.good() ? 0 : 1;
}
