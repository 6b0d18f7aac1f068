#include "zip_listing.h"

#include <zip.h>

namespace halfstar::fake {
namespace {

unsigned word(const std::string& bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}
std::size_t long_word(const std::string& bytes, std::size_t at) {
    return word(bytes, at) | std::size_t{word(bytes, at + 2)} << 16;
}

std::string text_of(zip_t* zip, const std::string& path) {
    zip_file_t* file = zip_fopen(zip, path.c_str(), 0);
    if (file == nullptr) return {};
    std::string text;
    char buffer[4096];
    for (zip_int64_t n = zip_fread(file, buffer, sizeof buffer); n > 0; n = zip_fread(file, buffer, sizeof buffer))
        text.append(buffer, static_cast<std::size_t>(n));
    zip_fclose(file);
    return text;
}

} // namespace

std::vector<ZipEntry> list_zip(const std::string& archive) {
    std::vector<ZipEntry> entries;
    const std::size_t end = archive.rfind("PK\x05\x06");
    if (end == std::string::npos) return entries;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
    zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    zip_error_fini(&error);
    if (zip == nullptr) return entries;
    std::size_t at = long_word(archive, end + 16);
    for (unsigned i = 0; i < word(archive, end + 10); ++i) {
        const unsigned name = word(archive, at + 28), extra = word(archive, at + 30), comment = word(archive, at + 32);
        const std::size_t local = long_word(archive, at + 42);
        ZipEntry entry;
        entry.path = archive.substr(at + 46, name);
        entry.is_stored = word(archive, at + 10) == 0;
        entry.dos_time = word(archive, at + 12);
        entry.dos_date = word(archive, at + 14);
        entry.extra = extra + word(archive, local + 28);
        entry.text = text_of(zip, entry.path);
        entries.push_back(std::move(entry));
        at += 46u + name + extra + comment;
    }
    zip_discard(zip);
    return entries;
}

} // namespace halfstar::fake
