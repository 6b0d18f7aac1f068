// Stands in for libFuzzer: feeds every file below the folders it is given to the target, whole, cut in
// half and with a byte turned, so that the corpus is a test with any compiler.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void feed(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

void feed_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    feed(bytes);
    feed(bytes.substr(0, bytes.size() / 2));
    if (bytes.empty()) return;
    bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 0x55);
    feed(bytes);
}

} // namespace

int main(int argc, char** argv) {
    int fed = 0;
    for (int i = 1; i < argc; ++i)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i]))
            if (entry.is_regular_file() && entry.file_size() < 400'000) {
                feed_file(entry.path());
                ++fed;
            }
    std::printf("%d files replayed\n", fed);
    return fed == 0 ? 1 : 0;
}
