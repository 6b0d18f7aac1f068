#include "export/standard_output.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace halfstar {
namespace {

Error failure() { return Error{std::string("standard output: ") + std::strerror(errno)}; }

struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

class Spool : public OutputFile {
public:
    explicit Spool(std::FILE* file) : file_(file) {}

    Result<void> write(std::string_view bytes) override {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return failure();
        position_ += bytes.size();
        return {};
    }

    Result<void> seek(std::uint64_t offset) override {
        if (::fseeko(file_.get(), static_cast<off_t>(offset), SEEK_SET) != 0) return failure();
        position_ = offset;
        return {};
    }

    std::uint64_t tell() const override { return position_; }

    Result<void> close() override {
        if (std::fflush(file_.get()) != 0 || ::fseeko(file_.get(), 0, SEEK_SET) != 0) return failure();
        std::array<char, 1 << 16> buffer;
        while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file_.get()))
            if (std::fwrite(buffer.data(), 1, n, stdout) != n) return failure();
        if (std::ferror(file_.get()) != 0 || std::fflush(stdout) != 0) return failure();
        return {};
    }

private:
    std::unique_ptr<std::FILE, Closer> file_;
    std::uint64_t position_ = 0;
};

} // namespace

Result<std::unique_ptr<OutputFile>> StandardOutput::open(std::string_view path) {
    if (!path.empty() || opened_) return Error{"standard output takes one file: name a folder with -o"};
    std::FILE* file = std::tmpfile();
    if (file == nullptr) return failure();
    opened_ = true;
    return std::unique_ptr<OutputFile>(std::make_unique<Spool>(file));
}

} // namespace halfstar
