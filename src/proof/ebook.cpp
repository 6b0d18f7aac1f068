#include "proof/ebook.h"

#include <zip.h>

namespace halfstar::proof {
namespace {

zip_t* archive_of(void* archive) { return static_cast<zip_t*>(archive); }

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// All bytes of an entry; libzip checks their sum when the last is read.
std::string bytes_of(zip_t* archive, zip_uint64_t index) {
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
    if (!file) return {};
    std::string bytes;
    char buffer[16384];
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), buffer, sizeof buffer);
        if (count < 0) return {};
        if (count == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
}

} // namespace

void Ebook::Close::operator()(void* archive) const { zip_discard(archive_of(archive)); }

Result<Ebook> Ebook::open(const std::string& path) {
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (archive != nullptr) return Ebook(archive);
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    Error told{"cannot read back '" + path + "': " + zip_error_strerror(&error)};
    zip_error_fini(&error);
    return told;
}

std::string Ebook::document(std::string_view name) const {
    zip_t* archive = archive_of(archive_.get());
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* found = zip_get_name(archive, index, 0);
        const std::string_view path = found == nullptr ? "" : found;
        if (path.substr(path.find_last_of('/') + 1) == name) return bytes_of(archive, index);
    }
    return {};
}

} // namespace halfstar::proof
