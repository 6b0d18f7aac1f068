#include "read/markdown/shortcode_words.h"

#include "foundation/base/strings.h"

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace halfstar::markdown {
namespace {

struct Word {
    std::string_view name;
    Meaning meaning;
};

constexpr Word words[] = {
    {"audio", Meaning::link},         {"baseurl", Meaning::nothing},   {"blockquote", Meaning::quote},
    {"caption", Meaning::caption},    {"code", Meaning::code},         {"codeblock", Meaning::code},
    {"collapse", Meaning::aside},     {"comment", Meaning::comment},   {"dailymotion", Meaning::link},
    {"details", Meaning::aside},      {"embed", Meaning::link},        {"endexcerpt", Meaning::cut},
    {"epigraph", Meaning::quote},     {"excerpt", Meaning::cut},       {"expand", Meaning::aside},
    {"fig", Meaning::figure},         {"figure", Meaning::figure},     {"gallery", Meaning::container},
    {"gist", Meaning::link},          {"highlight", Meaning::code},    {"image", Meaning::figure},
    {"imdb", Meaning::link},          {"img", Meaning::figure},        {"instagram", Meaning::link},
    {"link", Meaning::address},       {"more", Meaning::cut},          {"pdf", Meaning::link},
    {"photo", Meaning::figure},       {"picture", Meaning::figure},    {"post_url", Meaning::address},
    {"pull-quote", Meaning::quote},   {"pullquote", Meaning::quote},   {"quote", Meaning::quote},
    {"rating", Meaning::rating},
    {"raw", Meaning::raw},            {"readmore", Meaning::cut},      {"ref", Meaning::address},
    {"relref", Meaning::address},     {"review", Meaning::rating},     {"spoiler", Meaning::spoiler},
    {"spoilers", Meaning::spoiler},   {"spotify", Meaning::link},      {"star", Meaning::rating},
    {"star-rating", Meaning::rating}, {"starrating", Meaning::rating}, {"stars", Meaning::rating},
    {"toc", Meaning::nothing},        {"trailer", Meaning::link},      {"truncate", Meaning::cut},
    {"tweet", Meaning::link},         {"twitter", Meaning::link},      {"verbatim", Meaning::raw},
    {"video", Meaning::link},         {"vimeo", Meaning::link},        {"x", Meaning::link},
    {"youtube", Meaning::link},       {"youtubelite", Meaning::link},  {"yt", Meaning::link},
};

struct Host {
    std::string_view name, words, address;
};

/// Where an id of each leads.
constexpr Host hosts[] = {
    {"youtube", "YouTube", "https://www.youtube.com/watch?v="},
    {"youtubelite", "YouTube", "https://www.youtube.com/watch?v="},
    {"yt", "YouTube", "https://www.youtube.com/watch?v="},
    {"trailer", "YouTube", "https://www.youtube.com/watch?v="},
    {"vimeo", "Vimeo", "https://vimeo.com/"},
    {"dailymotion", "Dailymotion", "https://www.dailymotion.com/video/"},
    {"imdb", "IMDb", "https://www.imdb.com/title/"},
    {"instagram", "Instagram", "https://www.instagram.com/p/"},
    {"tweet", "Tweet", "https://twitter.com/i/status/"},
    {"twitter", "Tweet", "https://twitter.com/i/status/"},
    {"x", "Tweet", "https://twitter.com/i/status/"},
    {"spotify", "Spotify", "https://open.spotify.com/"},
};

std::string source_of(const Arguments& arguments) {
    std::string source = arguments.named({"src", "url", "image", "image_path", "path", "file", "href", "link"});
    return source.empty() ? arguments.at(0) : source;
}

bool is_picture_name(std::string_view name) {
    const std::string lower = ascii_lower(name.substr(0, name.find_first_of("?#")));
    for (const std::string_view ending : {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"})
        if (lower.ends_with(ending)) return true;
    return false;
}

bool is_address(std::string_view words) { return words.starts_with("http://") || words.starts_with("https://"); }

std::string anchor(std::string_view address, std::string_view shown) {
    return "<a href=\"" + escape_xml(address) + "\">" + escape_xml(shown) + "</a>";
}

std::string numbered_tweet(const Arguments& arguments) {
    const std::string user = arguments.named({"user"}), id = arguments.named({"id"});
    return user.empty() || id.empty() ? std::string() : "https://twitter.com/" + user + "/status/" + id;
}

} // namespace

bool holds_words(Meaning meaning) {
    return meaning == Meaning::quote || meaning == Meaning::spoiler || meaning == Meaning::aside ||
           meaning == Meaning::caption;
}

Meaning meaning_of(const ShortcodeMark& mark) {
    if (mark.family == MarkFamily::bracket && mark.name == "gallery") return Meaning::unknown;
    const auto* word = std::find_if(std::begin(words), std::end(words),
                                    [&](const Word& each) { return each.name == mark.name; });
    if (mark.family == MarkFamily::component && mark.name.find("rating") != std::string::npos) return Meaning::rating;
    if (word == std::end(words)) {
        const std::string source = source_of(mark.arguments);
        return is_picture_name(source) ? Meaning::figure : Meaning::unknown;
    }
    if (word->meaning == Meaning::link && is_picture_name(source_of(mark.arguments))) return Meaning::figure;
    return word->meaning;
}

std::string line_html(std::string_view markdown) {
    const std::unique_ptr<char, decltype(&std::free)> made(
        cmark_markdown_to_html(markdown.data(), markdown.size(), CMARK_OPT_UNSAFE), &std::free);
    std::string html(trim(made.get()));
    if (html.starts_with("<p>") && html.find("<p>", 1) == std::string::npos)
        html = replace_all(std::string_view(html).substr(3), "</p>", "");
    return html;
}

std::string figure_html(const Arguments& arguments) {
    const std::string source = source_of(arguments);
    if (source.empty()) return {};
    std::string alternative = arguments.named({"alt", "alternative"});
    if (alternative.empty()) alternative = arguments.at(1);
    std::string caption;
    for (std::string part : {arguments.named({"title", "heading"}), arguments.named({"caption", "description", "text"}),
                             arguments.named({"attr", "credit", "attribution"}), arguments.at(2)}) {
        if (!part.empty()) caption += (caption.empty() ? "" : "<br>") + line_html(part);
    }
    std::string html = "<figure><img src=\"" + escape_xml(source) + "\" alt=\"" + escape_xml(alternative) + "\">";
    if (!caption.empty()) html += "<figcaption>" + caption + "</figcaption>";
    return html + "</figure>";
}

std::string link_html(std::string_view name, const Arguments& arguments, std::string_view content) {
    const auto* host = std::find_if(std::begin(hosts), std::end(hosts), [&](const Host& each) { return each.name == name; });
    std::string id = arguments.named({"id", "videoid", "video", "video_id", "src", "url", "mp3", "mp4", "m4v", "webm", "ogg", "href",
                                      "file", "link"});
    if (id.empty()) id = arguments.at(0);
    if (id.empty()) id = trim(content);
    if (id.empty()) return {};
    std::string address = host == std::end(hosts) || is_address(id) ? id : std::string(host->address) + id;
    if (host != std::end(hosts) && host->words == "Tweet")
        if (std::string numbered = numbered_tweet(arguments); !numbered.empty()) address = std::move(numbered);
    if (name == "gist") address = "https://gist.github.com/" + arguments.at(0) + "/" + arguments.at(1);
    std::string shown = arguments.named({"title", "caption", "alt", "label", "text"});
    if (shown.empty()) shown = host == std::end(hosts) ? address : std::string(host->words);
    return anchor(address, shown);
}

std::string rating_words(const Arguments& arguments) {
    std::string value = arguments.named({"value", "rating", "stars", "score", "star"});
    if (value.empty()) value = arguments.at(0);
    const std::string best = arguments.named({"max", "best", "total", "outof", "out_of", "of", "count"});
    if (value.empty()) return {};
    return "Rating: " + value + (best.empty() || value.find('/') != std::string::npos ? "" : "/" + best);
}

} // namespace halfstar::markdown
