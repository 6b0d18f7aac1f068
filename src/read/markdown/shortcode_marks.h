// How shortcodes are written: `{{< name arguments >}}`, `{% name arguments %}`, `[name arguments]`,
// `<Name arguments />`, `::: name`. What a name means is another matter (shortcode_words.h).
#pragma once

#include "read/markdown/lines.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::markdown {

enum class MarkRole : std::uint8_t { opening, closing };
enum class MarkFamily : std::uint8_t { hugo, liquid, bracket, component, fence };

/// Arguments in their order; a positional one has no name.
class Arguments {
public:
    /// Parted by white space or commas; quoted by `"`, `'` or a backtick, or in braces.
    static Arguments parse(std::string_view text);

    /// The first of these names that has a value, or nothing.
    std::string named(std::initializer_list<std::string_view> names) const;
    /// The positional argument of this number, or nothing.
    std::string at(std::size_t position) const;
    bool empty() const { return all_.empty(); }
    const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

struct ShortcodeMark {
    Range range;
    MarkFamily family = MarkFamily::hugo;
    MarkRole role = MarkRole::opening;
    std::string name; ///< lower case; of an include, the name of its file
    Arguments arguments;
};

/// The mark that begins at `at`, if one does.
std::optional<ShortcodeMark> shortcode_mark_at(std::string_view text, std::size_t at);

/// Whether nothing but white space and marks of quotations stands on the line before `at`.
bool begins_line(std::string_view text, std::size_t at);
/// Whether nothing but white space stands on the line from `at` on.
bool ends_line(std::string_view text, std::size_t at);

} // namespace halfstar::markdown
