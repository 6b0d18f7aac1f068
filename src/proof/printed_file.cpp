#include "proof/printed_file.h"

#include "proof/qpdf.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <set>

namespace halfstar::proof {
namespace {

Rect rect_of(QPDFObjectHandle box) {
    const QPDFObjectHandle::Rectangle at = box.getArrayAsRectangle();
    return {Length::points(at.llx), Length::points(at.lly), Length::points(at.urx - at.llx), Length::points(at.ury - at.lly)};
}

/// Whether a picture or a state of graphics lets through what is under it (ISO 32000-1, 11.6.5).
bool is_transparent(QPDFObjectHandle resources) {
    if (QPDFObjectHandle objects = resources.getKey("/XObject"); objects.isDictionary())
        for (const std::string& name : objects.getKeys())
            if (QPDFObjectHandle one = objects.getKey(name); one.isStream() && one.getDict().hasKey("/SMask")) return true;
    if (QPDFObjectHandle states = resources.getKey("/ExtGState"); states.isDictionary())
        for (const std::string& name : states.getKeys()) {
            QPDFObjectHandle state = states.getKey(name);
            for (const char* opacity : {"/ca", "/CA"})
                if (state.hasKey(opacity) && state.getKey(opacity).getNumericValue() < 1) return true;
            if (state.hasKey("/SMask") && state.getKey("/SMask").isDictionary()) return true;
        }
    return false;
}

/// Type 3 fonts have no file: their glyphs are in them.
bool is_embedded(QPDFObjectHandle font) {
    if (font.getKey("/Subtype").isNameAndEquals("/Type3")) return true;
    QPDFObjectHandle below = font.getKey("/DescendantFonts");
    QPDFObjectHandle descriptor = (below.isArray() ? below.getArrayItem(0) : font).getKey("/FontDescriptor");
    if (!descriptor.isDictionary()) return false;
    return descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3");
}

void note_fonts(QPDFObjectHandle resources, std::set<std::string>& apart) {
    QPDFObjectHandle fonts = resources.getKey("/Font");
    if (!fonts.isDictionary()) return;
    for (const std::string& name : fonts.getKeys()) {
        QPDFObjectHandle font = fonts.getKey(name);
        if (!font.isDictionary() || is_embedded(font)) continue;
        QPDFObjectHandle called = font.getKey("/BaseFont");
        apart.insert(called.isName() ? called.getName().substr(1) : name);
    }
}

PrintedFile::Sheet sheet_of(QPDFPageObjectHelper& page) {
    PrintedFile::Sheet sheet;
    QPDFObjectHandle trim = page.getAttribute("/TrimBox", false), bleed = page.getAttribute("/BleedBox", false);
    sheet.has_trim = trim.isRectangle();
    sheet.has_bleed = bleed.isRectangle();
    sheet.media = rect_of(page.getAttribute("/MediaBox", false));
    sheet.trim = sheet.has_trim ? rect_of(trim) : sheet.media;
    sheet.bleed = sheet.has_bleed ? rect_of(bleed) : sheet.media;
    sheet.annotations = static_cast<std::uint32_t>(page.getAnnotations().size());
    return sheet;
}

PrintedFile read(QPDF& pdf) {
    PrintedFile file;
    std::set<std::string> apart;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        file.pages.push_back(sheet_of(page));
        QPDFObjectHandle resources = page.getAttribute("/Resources", false);
        if (!resources.isDictionary()) continue;
        file.pages.back().transparent = is_transparent(resources);
        note_fonts(resources, apart);
    }
    file.outline = pdf.getRoot().getKey("/Outlines").isDictionary();
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    file.metadata = pdf.getRoot().hasKey("/Metadata") || (info.isDictionary() && !info.getKeys().empty());
    file.fonts_apart.assign(apart.begin(), apart.end());
    return file;
}

} // namespace

Result<PrintedFile> read_printed_file(const std::string& path) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processFile(path.c_str());
        return read(pdf);
    } catch (const std::exception& failure) {
        return Error{"cannot read '" + path + "': " + failure.what()};
    }
}

} // namespace halfstar::proof
