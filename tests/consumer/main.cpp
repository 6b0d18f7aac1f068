#include <halfstar/export.h>

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    halfstar::ExportRequest request;
    request.inputs = {argv[1]};
    request.output = argv[2];
    request.backend = "html";
    halfstar::ExportReport report;
    const halfstar::Result<void> done = halfstar::export_pieces(request, report);
    if (!done) {
        std::fprintf(stderr, "%s\n", done.error().message.c_str());
        return 3;
    }
    std::fputs(render_short(report.diagnostics.all(), report.sources).c_str(), stderr);
    std::printf("%zu\n", report.pieces);
    return report.diagnostics.has_errors() ? 1 : 0;
}
