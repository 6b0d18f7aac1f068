// What fontconfig knows of the machine's fonts. It is asked only when no manifest helps, since its first
// answer costs a scan of every font; so its configuration is loaded with the first question.
#pragma once

#include "design/fonts/font_book.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// Not safe to share between threads without a lock.
class SystemFonts {
public:
    /// `folders` are searched besides those that the machine's configuration names.
    explicit SystemFonts(std::vector<std::string> folders);
    ~SystemFonts();

    /// The outline files of a family, sorted by path and index; variable fonts are left out, since an
    /// instance of them cannot be embedded as it is.
    std::vector<FaceFile> family(std::string_view name);
    /// Files that have `code_point`, the most fitting first, at most a handful.
    std::vector<FaceFile> with_character(char32_t code_point, std::string_view language, int weight, bool italic);

private:
    struct State;
    State& state();
    std::vector<std::string> folders_;
    std::unique_ptr<State> state_;
};

} // namespace halfstar
