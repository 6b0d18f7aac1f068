#include "backends/svg/notation.h"

#include <algorithm>
#include <cmath>

namespace halfstar::svg {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

std::int64_t thousandths(Length length) {
    const std::int64_t half = length.units < 0 ? -Length::per_point / 2 : Length::per_point / 2;
    return (length.units * 1000 + half) / Length::per_point;
}

std::string_view command(PathStep::Kind kind) {
    switch (kind) {
    case PathStep::Kind::move: return "M";
    case PathStep::Kind::line: return "L";
    case PathStep::Kind::curve: return "C";
    case PathStep::Kind::close: return "Z";
    }
    return "Z";
}

std::size_t point_count(PathStep::Kind kind) {
    switch (kind) {
    case PathStep::Kind::move:
    case PathStep::Kind::line: return 1;
    case PathStep::Kind::curve: return 3;
    case PathStep::Kind::close: return 0;
    }
    return 0;
}

bool stands_in_id(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

} // namespace

std::string decimal(std::int64_t thousandths) {
    const bool negative = thousandths < 0;
    const auto bits = static_cast<std::uint64_t>(thousandths);
    const std::uint64_t size = negative ? 0 - bits : bits;
    std::string text = negative ? "-" : "";
    text += std::to_string(size / 1000);
    const std::uint64_t rest = size % 1000;
    if (rest == 0) {
        return text;
    }
    std::string digits = std::to_string(1000 + rest).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return text + '.' + digits;
}

std::string number(Length length) {
    return decimal(thousandths(length));
}

std::string number(double value) {
    return decimal(static_cast<std::int64_t>(std::llround(value * 1000)));
}

std::string colour(Paint paint) {
    std::string text = "#";
    for (const std::uint8_t part : {paint.red, paint.green, paint.blue}) {
        text += hex_digits[part >> 4];
        text += hex_digits[part & 15];
    }
    return text;
}

std::string path_data(const Path& path) {
    std::string data;
    for (const PathStep& step : path) {
        data += command(step.kind);
        for (std::size_t i = 0; i < point_count(step.kind); ++i) {
            data += i == 0 ? "" : " ";
            data += number(step.points[i].x) + ' ' + number(step.points[i].y);
        }
    }
    return data;
}

std::string id_part(std::string_view text) {
    std::string part;
    for (const char c : text) {
        if (stands_in_id(c)) {
            part += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            part += '_';
            part += hex_digits[byte >> 4];
            part += hex_digits[byte & 15];
        }
    }
    return part;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= count ? letters[group >> (18 - 6 * i) & 63] : '=';
        }
    }
    return text;
}

} // namespace halfstar::svg
