#include <halfstar/diagnostics.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace halfstar {
namespace {

struct Row {
    std::string_view name;
    Severity severity;
    std::string_view message;
};

constexpr Row rows[] = {
#define HALFSTAR_CODE(name, text, severity, message) {text, Severity::severity, message},
#include <halfstar/diagnostic_codes.def>
#undef HALFSTAR_CODE
};

const Row& row(Code code) {
    const auto index = static_cast<std::size_t>(code);
    assert(index < std::size(rows));
    return rows[index];
}

/// The message with its `{}` filled. Words are not looked into: one that holds `{}` stays as it is.
std::string fill(std::string_view message, std::initializer_list<std::string_view> words) {
    std::string out;
    const std::string_view* word = words.begin();
    for (std::size_t at = 0; at < message.size();) {
        if (message.substr(at, 2) != "{}") {
            out += message[at++];
            continue;
        }
        if (word != words.end()) out += *word++;
        at += 2;
    }
    return out;
}

} // namespace

std::string_view code_name(Code code) { return row(code).name; }

Severity code_severity(Code code) { return row(code).severity; }

std::vector<Code> all_codes() {
    std::vector<Code> codes;
    for (std::size_t i = 0; i < std::size(rows); ++i) codes.push_back(static_cast<Code>(i));
    return codes;
}

void Diagnostics::report(Code code, Span span, std::initializer_list<std::string_view> words,
                         std::vector<std::string> hints) {
    all_.push_back({code, code_severity(code), span, fill(row(code).message, words), std::move(hints)});
}

void Diagnostics::append(Diagnostics&& other) {
    all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
    other.all_.clear();
}

void Diagnostics::sort_by_place() {
    const auto key = [](const Diagnostic& d) { return std::pair(d.span.source - 1, d.span.begin); }; // 0 is no source
    std::stable_sort(all_.begin(), all_.end(), [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

bool Diagnostics::has_errors() const {
    return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

} // namespace halfstar
