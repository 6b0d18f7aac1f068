// Shares of a list: a path belongs to one by its digest, so every machine agrees without asking.

#include "foundation/base/hash.h"

#include <halfstar/list.h>

#include <charconv>

namespace halfstar {
namespace {

constexpr std::uint32_t most_shards = 1'000'000;

/// Nothing when the words are more than a number.
std::optional<std::uint32_t> number_of(std::string_view words) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (words.empty() || error != std::errc() || end != words.data() + words.size()) return std::nullopt;
    return number;
}

} // namespace

bool Shard::has(std::string_view path) const {
    const Digest digest = sha256(path);
    std::uint64_t place = 0;
    for (std::size_t i = 0; i < 8; ++i)
        place = (place << 8) | digest[i];
    return place % count == number - 1;
}

Result<Shard> shard_of_words(std::string_view words) {
    const std::size_t slash = words.find('/');
    const auto number = number_of(words.substr(0, slash));
    const auto count = slash == std::string_view::npos ? std::nullopt : number_of(words.substr(slash + 1));
    if (!number || !count) return Error{"a shard is written as 2/8, not '" + std::string(words) + "'"};
    if (*count < 1 || *count > most_shards)
        return Error{"there are 1 to " + std::to_string(most_shards) + " shards, not " + std::to_string(*count)};
    if (*number < 1 || *number > *count)
        return Error{"of " + std::to_string(*count) + " shards the first is 1 and the last " + std::to_string(*count)};
    return Shard{*number, *count};
}

} // namespace halfstar
