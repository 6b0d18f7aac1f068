// Room beside an output that a test looks into.
#pragma once

#include <halfstar/base.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar::testing {

/// Keeps what it has room for.
class Scrap : public Scratch {
public:
    explicit Scrap(std::string& bytes, std::size_t room = 1000) : bytes_(bytes), room_(room) {}
    Result<std::uint64_t> append(std::string_view bytes) override {
        if (bytes_.size() + bytes.size() > room_) return Error{"no space left"};
        bytes_ += bytes;
        return std::uint64_t{bytes_.size() - bytes.size()};
    }
    Result<std::string> read(std::uint64_t begin, std::size_t size) const override {
        if (begin + size > bytes_.size()) return Error{"gone"};
        return bytes_.substr(begin, size);
    }

private:
    std::string& bytes_;
    std::size_t room_;
};

} // namespace halfstar::testing
