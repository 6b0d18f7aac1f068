#include "phases.h"

#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace halfstar::floors {
namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::vector<std::filesystem::path> reviews_of(const std::string& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".md") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

void read(const std::filesystem::path& path, std::string& text) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    text.resize(static_cast<std::size_t>(file.tellg()));
    file.seekg(0);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
}

} // namespace

Phases::Phases() : started_(now()), marked_(started_) {}

void Phases::mark(std::string_view name) {
    auto phase = std::find_if(phases_.begin(), phases_.end(), [&](const Phase& one) { return one.name == name; });
    if (phase == phases_.end()) phase = phases_.insert(phase, Phase{std::string(name), 0});
    const double at = now();
    phase->seconds += at - marked_;
    marked_ = at;
}

void Phases::print() const {
    for (const Phase& phase : phases_)
        std::printf("%-10s %.6f\n", phase.name.c_str(), phase.seconds);
    std::printf("%-10s %.6f\n", "total", marked_ - started_);
}

void for_each_review(const std::string& folder, Phases& phases, const std::function<void(std::string_view)>& take) {
    constexpr std::string_view fence = "\n---\n";
    std::string text;
    for (const std::filesystem::path& path : reviews_of(folder)) {
        read(path, text);
        const std::size_t facts_end = text.find(fence);
        phases.mark("read");
        take(std::string_view(text).substr(facts_end == std::string::npos ? 0 : facts_end + fence.size()));
    }
}

struct Deflater::State {
    z_stream stream{};
};

Deflater::Deflater() : state_(std::make_unique<State>()) { ::deflateInit(&state_->stream, 6); }

Deflater::~Deflater() { ::deflateEnd(&state_->stream); }

std::string_view Deflater::deflate(std::string_view bytes) {
    z_stream& stream = state_->stream;
    ::deflateReset(&stream);
    packed_.resize(::deflateBound(&stream, bytes.size()));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed_.data());
    stream.avail_out = static_cast<uInt>(packed_.size());
    ::deflate(&stream, Z_FINISH);
    return std::string_view(packed_).substr(0, stream.total_out);
}

} // namespace halfstar::floors
