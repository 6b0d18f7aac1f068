#include "foundation/data/packed_value.h"

#include <cassert>

namespace halfstar {
namespace {

/// What a value is, and below it, in bits of their own, what else is known of it.
enum Kind : std::uint8_t { null = 0, plain = 1, quoted = 2, list = 3, map = 4, kinds = 7, has_span = 8, has_key_span = 16 };

class Packer {
public:
    void value(const Value& value) {
        const bool spanned = value.span.source != 0, keyed = value.key_span.source != 0;
        bytes_ += static_cast<char>(kind_of(value) | (spanned ? has_span : 0) | (keyed ? has_key_span : 0));
        if (spanned) span(value.span);
        if (keyed) span(value.key_span);
        if (const Scalar* scalar = value.scalar()) text(scalar->text);
        if (const auto* items = value.list()) {
            number(items->size());
            for (const Value& item : *items) this->value(item);
        }
        if (const Members* members = value.members()) {
            number(members->size());
            for (const auto& [key, member] : *members) text(key), this->value(member);
        }
    }
    std::string take() { return std::move(bytes_); }

private:
    static std::uint8_t kind_of(const Value& value) {
        if (const Scalar* scalar = value.scalar()) return scalar->quoted ? quoted : plain;
        if (value.list() != nullptr) return list;
        return value.members() != nullptr ? map : null;
    }
    void number(std::uint64_t number) {
        for (; number > 0x7f; number >>= 7) bytes_ += static_cast<char>(number | 0x80);
        bytes_ += static_cast<char>(number);
    }
    void span(const Span& span) { number(span.begin), number(span.end - span.begin); }
    void text(std::string_view text) { number(text.size()), bytes_ += text; }

    std::string bytes_;
};

class Unpacker {
public:
    Unpacker(std::string_view bytes, SourceId source) : bytes_(bytes), source_(source) {}

    void value(Value& value) {
        const auto about = static_cast<std::uint8_t>(bytes_[at_++]);
        if (about & has_span) value.span = span();
        if (about & has_key_span) value.key_span = span();
        switch (about & kinds) {
        case plain: value.node = Scalar{std::string(text()), false}; break;
        case quoted: value.node = Scalar{std::string(text()), true}; break;
        case list: items(value.node.emplace<std::vector<Value>>()); break;
        case map: members(value.node.emplace<Members>()); break;
        default: break;
        }
    }

private:
    std::uint32_t number() {
        std::uint32_t number = 0;
        for (unsigned shift = 0;; shift += 7) {
            assert(at_ < bytes_.size());
            const auto byte = static_cast<std::uint8_t>(bytes_[at_++]);
            number |= (byte & 0x7fu) << shift;
            if (byte < 0x80) return number;
        }
    }
    Span span() {
        const std::uint32_t begin = number();
        return {source_, begin, begin + number()};
    }
    std::string_view text() {
        const std::uint32_t length = number();
        at_ += length;
        return bytes_.substr(at_ - length, length);
    }
    void items(std::vector<Value>& items) {
        items.resize(number());
        for (Value& item : items) value(item);
    }
    void members(Members& members) {
        const std::uint32_t count = number();
        members.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::string_view key = text();
            value(members.emplace_back(std::string(key), Value{}).second);
        }
    }

    std::string_view bytes_;
    SourceId source_;
    std::size_t at_ = 0;
};

} // namespace

std::string packed(const Value& value) {
    Packer packer;
    packer.value(value);
    return packer.take();
}

Value unpacked(std::string_view bytes, SourceId source) {
    Value value;
    Unpacker(bytes, source).value(value);
    return value;
}

} // namespace halfstar
