// Markup in the making: tags, escaped words, and the places where the bytes of a picture go in when
// the page is sent out, so that no picture is held while a page is written.
#pragma once

#include "backends/html/fragment.h"

#include <halfstar/resources.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::html {

/// Words for element content and quoted attribute values: `& < > "` as entities; controls,
/// noncharacters and broken UTF-8 as U+FFFD, since neither HTML nor XML may hold them.
std::string escape(std::string_view text);

/// The words with what neither HTML nor XML may hold as U+FFFD, and nothing escaped.
std::string permitted(std::string_view text);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

/// `hundredths` / 100 without needless zeros and with a point: 450 is "4.5".
std::string decimal(std::int64_t hundredths);

/// A start tag: a name and its attributes in the order they are set.
class Tag {
public:
    explicit Tag(std::string_view name) : name_(name) {}
    /// Sets an attribute, escaped; an empty value stays.
    Tag& set(std::string_view name, std::string_view value);
    /// As set, but nothing for an empty value.
    Tag& maybe(std::string_view name, std::string_view value);
    /// lang (and xml:lang in XHTML) for a well-formed BCP 47 tag, and dir.
    Tag& language(Syntax syntax, std::string_view language, Direction direction);

    const std::string& name() const { return name_; }
    const std::string& attributes() const { return attributes_; }

private:
    std::string name_;
    std::string attributes_;
};

/// A picture whose data: URI stands at `offset` of a Markup's text.
struct Embedding {
    std::size_t offset = 0;
    const Picture* picture = nullptr;
};

class Markup {
public:
    explicit Markup(Syntax syntax) : syntax_(syntax) {}

    void open(const Tag& tag);
    void open(std::string_view name) { open(Tag(name)); }
    /// As open, with one more attribute whose value is the picture as a data: URI.
    void open(const Tag& tag, std::string_view attribute, const Picture& picture);
    void close(std::string_view name);
    /// An element that is always empty: `<br>` in HTML, `<br/>` in XHTML.
    void single(const Tag& tag);
    /// As single, with one more attribute whose value is the picture as a data: URI.
    void single(const Tag& tag, std::string_view attribute, const Picture& picture);
    /// An element with words in it.
    void element(const Tag& tag, std::string_view words);
    /// Escaped words.
    void text(std::string_view words);
    /// Markup that is right already.
    void raw(std::string_view markup) { text_ += markup; }
    /// Ends the line, if anything stands on it.
    void line();
    /// Room for so many bytes more, where much is to come.
    void make_room(std::size_t bytes) { text_.reserve(text_.size() + bytes); }

    Syntax syntax() const { return syntax_; }
    bool is_xhtml() const { return syntax_ == Syntax::xhtml; }
    const std::string& str() const { return text_; }
    /// The text, which leaves the markup.
    std::string take() { return std::move(text_); }
    const std::vector<Embedding>& embeddings() const { return embeddings_; }

private:
    Syntax syntax_;
    std::string text_;
    std::vector<Embedding> embeddings_;
};

/// Whether `tag` has the shape of a BCP 47 language tag: subtags of letters and digits, the first of
/// two, three or five to eight letters.
bool is_language_tag(std::string_view tag);
/// Whether both tags name one language, whatever region or script: "en-GB" and "en".
bool same_language(std::string_view a, std::string_view b);

} // namespace halfstar::html
