// Bytes that wait to be had again: those of small documents in memory, of large ones beside the output.
#pragma once

#include <halfstar/base.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace halfstar {

/// Bytes on the shelf: themselves, or where they were put aside.
struct Shelved {
    std::string here;
    std::uint64_t begin = 0;
    std::uint32_t size = 0; ///< there; 0: they are here
};

/// Safe to use from several threads.
class Shelf {
public:
    /// Bytes that are kept in memory.
    static constexpr std::size_t usual_room = std::size_t{4} << 20;

    /// Keeps `room` bytes in memory, and all of them where `scratch` is null or has no room.
    explicit Shelf(std::unique_ptr<Scratch> scratch = nullptr, std::size_t room = usual_room) : scratch_(std::move(scratch)), room_(room) {}

    Shelved put(std::string bytes);
    /// The bytes as they were put there. An Error when they cannot be read.
    Result<std::string> get(const Shelved& bytes) const;

private:
    std::unique_ptr<Scratch> scratch_;
    const std::size_t room_;
    std::atomic<std::size_t> taken_{0};
};

} // namespace halfstar
