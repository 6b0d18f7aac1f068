// Marks without names: links and comments of vaults (`[[film|words]]`, `![[still.png]]`, `%%aside%%`), kramdown's and
// Pandoc's lists of attributes (`{: .small}`, `{#id}`), variables of sites (`{{ site.baseurl }}`), MDX's lines of
// code, and the spoilers of forums at the beginning of a line (`>!`), which CommonMark takes for a quotation.
#pragma once

#include "read/markdown/shortcodes.h"

namespace halfstar::markdown {

/// The mark that begins at `at`, if one does.
std::optional<Shortcode> vault_mark_at(std::string_view text, std::size_t at);

} // namespace halfstar::markdown
