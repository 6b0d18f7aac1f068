#include "read/markdown/shortcodes.h"

#include "foundation/base/first_byte.h"
#include "foundation/base/strings.h"
#include "read/markdown/shortcode_marks.h"
#include "read/markdown/shortcode_words.h"
#include "read/markdown/vault_marks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace halfstar::markdown {
namespace {

constexpr auto none = std::string_view::npos;

bool is_as_written(Meaning meaning) {
    return meaning == Meaning::code || meaning == Meaning::raw || meaning == Meaning::comment;
}

std::string quote_tag(std::string_view name) {
    return name.starts_with("pull") ? "<blockquote class=\"pullquote\">" : "<blockquote>";
}

/// A mark of a name and the one that ends what it begins.
struct Named {
    ShortcodeMark mark;
    Meaning meaning = Meaning::unknown;
    std::size_t shortcode = 0;            ///< its number among all
    std::optional<std::size_t> partner{}; ///< among those with names
};

class Finder {
public:
    explicit Finder(std::string_view text) : text_(text) {}

    std::vector<Shortcode> find() {
        for (std::size_t at = 0; (at = next(at)) < text_.size();) at = take(at);
        pair();
        stand();
        for (const Named& each : named_) tell(each);
        for (std::size_t i : unpaired_fences_) all_[i].range.end = all_[i].range.begin;
        std::erase_if(all_, [](const Shortcode& each) { return each.range.begin == each.range.end && each.html.empty(); });
        return std::move(all_);
    }

private:
    /// The next place where a mark may begin; `import` and `export` are marks at the beginning of a line.
    std::size_t next(std::size_t at) const {
        const auto ends_words = [](auto c) {
            return (c == '{') | (c == '[') | (c == '<') | (c == ':') | (c == '%') | (c == '!') | (c == '>') | (c == '\n');
        };
        for (; at < text_.size(); ++at) {
            const bool at_line = at == 0 || text_[at - 1] == '\n';
            if (at_line && (text_[at] == 'i' || text_[at] == 'e')) return at;
            at = first_byte(text_, at, ends_words);
            if (at < text_.size() && text_[at] != '\n') return at;
        }
        return text_.size();
    }

    std::size_t take(std::size_t at) {
        if (at > 0 && text_[at - 1] == '\\') return at + 1;
        if (std::optional<Shortcode> mark = vault_mark_at(text_, at)) {
            const std::size_t end = mark->range.end;
            all_.push_back(std::move(*mark));
            return end;
        }
        std::optional<ShortcodeMark> mark = closable(at) ? shortcode_mark_at(text_, at) : std::nullopt;
        if (!mark) return at + 1;
        const Meaning meaning = meaning_of(*mark);
        if (mark->role == MarkRole::opening && (is_as_written(meaning) || may_hold_address(*mark)))
            if (const std::optional<Range> end = closing_of(*mark)) return take_whole(std::move(*mark), meaning, *end);
        return add(std::move(*mark), meaning);
    }

    /// Whether a mark in braces ends within reach; asked of each end once, so that braces without end cost nothing.
    bool closable(std::size_t at) {
        if (text_[at] != '{') return true;
        const std::string_view close = text_.substr(at).starts_with("{{<")   ? ">}}"
                                       : text_.substr(at).starts_with("{{%") ? "%}}"
                                                                             : "%}";
        std::size_t& known = closes_[close];
        if (known < at + 1) known = std::min(text_.find(close, at + 1), text_.size());
        return known < text_.size() && known - at < 4000;
    }

    std::size_t add(ShortcodeMark mark, Meaning meaning) {
        const std::size_t end = mark.range.end;
        Shortcode shortcode;
        shortcode.range = mark.range;
        named_.push_back({std::move(mark), meaning, all_.size(), {}});
        all_.push_back(std::move(shortcode));
        return end;
    }

    static bool may_hold_address(const ShortcodeMark& mark) {
        return mark.family == MarkFamily::bracket && mark.arguments.empty() && meaning_of(mark) == Meaning::link;
    }

    /// Where the mark stands that ends what is held as it is written.
    std::optional<Range> closing_of(const ShortcodeMark& mark) {
        if (endless_.contains(mark.name)) return std::nullopt;
        for (std::size_t at = mark.range.end; (at = text_.find(mark.name, at)) != none; at += mark.name.size()) {
            const std::size_t line = text_.find_last_of("{[<\n", at);
            const std::size_t begin = line == none || line == 0 || text_[line] != '{' || text_[line - 1] != '{' ? line : line - 1;
            if (begin == none || begin < mark.range.end) continue;
            const std::optional<ShortcodeMark> end = shortcode_mark_at(text_, begin);
            if (end && end->role == MarkRole::closing && end->name == mark.name) return end->range;
        }
        endless_.insert(mark.name);
        return std::nullopt;
    }

    std::size_t take_whole(ShortcodeMark mark, Meaning meaning, Range end) {
        const std::string_view content = text_.substr(mark.range.end, end.begin - mark.range.end);
        Shortcode whole;
        whole.range = {mark.range.begin, meaning == Meaning::raw ? mark.range.end : end.end};
        const bool alone = begins_line(text_, mark.range.begin) && ends_line(text_, end.end);
        whole.stretch = alone && meaning != Meaning::raw ? Stretch::own_lines : Stretch::in_line;
        if (meaning == Meaning::code) {
            std::string language = mark.arguments.at(0);
            if (language.empty()) language = mark.arguments.named({"lang", "language"});
            whole.html = "<pre><code class=\"language-" + escape_xml(language) + "\">" +
                         escape_xml(content.substr(content.starts_with('\n') ? 1 : 0)) + "</code></pre>";
        } else if (meaning == Meaning::link) {
            whole.html = link_html(mark.name, mark.arguments, content);
            if (alone) whole.html = "<p>" + whole.html + "</p>";
        }
        all_.push_back(std::move(whole));
        if (meaning == Meaning::raw) {
            Shortcode last;
            last.range = end;
            all_.push_back(std::move(last));
        }
        return end.end;
    }

    void pair() {
        std::map<std::string, std::vector<std::size_t>> open;
        for (std::size_t i = 0; i < named_.size(); ++i) {
            const ShortcodeMark& mark = named_[i].mark;
            const std::string key = mark.family == MarkFamily::fence ? ":::" : mark.name;
            std::vector<std::size_t>& waiting = open[key];
            if (mark.role == MarkRole::opening) {
                waiting.push_back(i);
            } else if (!waiting.empty()) {
                named_[i].partner = waiting.back();
                named_[waiting.back()].partner = i;
                waiting.pop_back();
            }
        }
    }

    /// What stands alone on its line, or next to others that do, is on lines of its own. Marks that hold whole
    /// paragraphs are parted from the words beside them.
    void stand() {
        const auto gap = [&](std::uint32_t from, std::uint32_t to) {
            return text_.substr(from, to - from).find_first_not_of(" \t") == none;
        };
        std::vector<bool> begins(all_.size()), ends(all_.size());
        for (std::size_t i = 0; i < all_.size(); ++i)
            begins[i] = begins_line(text_, all_[i].range.begin) ||
                        (i > 0 && begins[i - 1] && gap(all_[i - 1].range.end, all_[i].range.begin));
        for (std::size_t i = all_.size(); i-- > 0;)
            ends[i] = ends_line(text_, all_[i].range.end) ||
                      (i + 1 < all_.size() && ends[i + 1] && gap(all_[i].range.end, all_[i + 1].range.begin));
        for (const Named& each : named_) {
            const bool in_words = each.meaning == Meaning::address;
            if (begins[each.shortcode] && ends[each.shortcode] && !in_words)
                all_[each.shortcode].stretch = Stretch::own_lines;
        }
        for (const Named& each : named_) {
            if (!each.partner || each.mark.role == MarkRole::closing) continue;
            Shortcode& first = all_[each.shortcode];
            Shortcode& last = all_[named_[*each.partner].shortcode];
            const bool apart = each.meaning == Meaning::quote || each.meaning == Meaning::aside ||
                               (each.meaning == Meaning::spoiler &&
                                (first.stretch == Stretch::own_lines || last.stretch == Stretch::own_lines ||
                                 text_.substr(first.range.end, last.range.begin - first.range.end).find("\n\n") != none));
            if (apart) first.stretch = last.stretch = Stretch::own_lines;
        }
    }

    void tell(const Named& each) {
        Shortcode& shortcode = all_[each.shortcode];
        if (each.mark.role == MarkRole::closing) return tell_closing(each, shortcode);
        const Arguments& arguments = each.mark.arguments;
        const bool alone = shortcode.stretch == Stretch::own_lines;
        switch (each.meaning) {
        case Meaning::nothing: return;
        case Meaning::cut: shortcode.html = "<!--more-->"; return;
        case Meaning::figure: shortcode.html = figure_html(arguments); break;
        case Meaning::link: shortcode.html = link_html(each.mark.name, arguments, {}); break;
        case Meaning::rating: shortcode.html = escape_xml(rating_words(arguments)); break;
        case Meaning::address:
            shortcode.address = arguments.named({"path"}).empty() ? arguments.at(0) : arguments.named({"path"});
            if (!shortcode.address.empty())
                shortcode.html = "<a href=\"" + escape_xml(shortcode.address) + "\">" + escape_xml(shortcode.address) + "</a>";
            break;
        case Meaning::quote:
        case Meaning::spoiler:
        case Meaning::aside:
        case Meaning::caption: tell_opening(each, shortcode); break;
        case Meaning::container:
            if (each.partner) return;
            break;
        default: break;
        }
        const bool plain = each.meaning == Meaning::link || each.meaning == Meaning::rating;
        if (alone && plain && !shortcode.html.empty()) shortcode.html = "<p>" + shortcode.html + "</p>";
        if (!shortcode.html.empty()) return;
        if (each.mark.family != MarkFamily::fence) shortcode.unknown = each.mark.name;
        else if (!each.partner) unpaired_fences_.push_back(each.shortcode);
    }

    void tell_opening(const Named& each, Shortcode& shortcode) {
        const Arguments& arguments = each.mark.arguments;
        if (!each.partner) {
            if (each.meaning == Meaning::quote && !arguments.at(0).empty())
                shortcode.html = quote_tag(each.mark.name) + "<p>" + line_html(arguments.at(0)) + "</p></blockquote>";
            return;
        }
        std::string title = arguments.named({"title", "summary", "label"});
        if (title.empty() && each.meaning != Meaning::quote) title = arguments.at(0);
        const std::string summary = title.empty() ? title : "<summary>" + line_html(title) + "</summary>";
        if (each.meaning == Meaning::quote) {
            std::string source = arguments.named({"author", "by", "source", "cite", "attribution"});
            if (source.empty()) source = arguments.at(0);
            shortcode.html = quote_tag(each.mark.name) + (source.empty() ? source : "<footer>" + line_html(source) + "</footer>");
        } else if (each.meaning == Meaning::aside) {
            shortcode.html = "<details>" + summary;
        } else if (each.meaning == Meaning::spoiler) {
            shortcode.html = shortcode.stretch == Stretch::own_lines ? "<details class=\"spoiler\">" + summary
                                                                     : "<span class=\"spoiler\">";
        } else {
            shortcode.html = "<figure>";
            part_caption(each);
        }
    }

    void tell_closing(const Named& each, Shortcode& shortcode) {
        if (!each.partner) {
            if (each.mark.family == MarkFamily::fence) unpaired_fences_.push_back(each.shortcode);
            return;
        }
        switch (named_[*each.partner].meaning) {
        case Meaning::quote: shortcode.html = "</blockquote>"; return;
        case Meaning::aside: shortcode.html = "</details>"; return;
        case Meaning::spoiler:
            shortcode.html = shortcode.stretch == Stretch::own_lines ? "</details>" : "</span>";
            return;
        case Meaning::caption: shortcode.html = "</figcaption></figure>"; return;
        default: return;
        }
    }

    /// In WordPress's `[caption]<img> words[/caption]` the words behind the picture are its caption.
    void part_caption(const Named& each) {
        const Range opening = each.mark.range, closing = named_[*each.partner].mark.range;
        const std::string_view inside = text_.substr(opening.end, closing.begin - opening.end);
        std::size_t end = inside.rfind("</a>");
        if (end != none) end += 4;
        else if (const std::size_t tag = inside.rfind("<img"); tag != none) end = inside.find('>', tag) + 1;
        else if (inside.find("![") != none) end = inside.find(')') + 1;
        if (end == none || end == 0) return;
        Shortcode& shortcode = all_[each.shortcode];
        // The picture goes with the mark before it: both are HTML.
        if (inside.substr(0, end).find("<img") == none) {
            shortcode.html = "<figure>" + line_html(trim(inside.substr(0, end))) + "<figcaption>";
        } else {
            shortcode.html += std::string(trim(inside.substr(0, end))) + "<figcaption>";
        }
        shortcode.range.end = static_cast<std::uint32_t>(opening.end + end);
        shortcode.stretch = Stretch::in_line;
    }

    std::string_view text_;
    std::vector<Shortcode> all_;
    std::vector<Named> named_;
    std::vector<std::size_t> unpaired_fences_;
    std::set<std::string> endless_;
    std::map<std::string_view, std::size_t> closes_;
};

} // namespace

std::vector<Shortcode> find_shortcodes(std::string_view text) { return Finder(text).find(); }

} // namespace halfstar::markdown
