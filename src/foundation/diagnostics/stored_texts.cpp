#include "foundation/diagnostics/stored_texts.h"

#include <set>
#include <utility>

namespace halfstar {

StoredTexts::StoredTexts(Sources& sources, std::unique_ptr<Scratch> scratch) : sources_(sources), shelf_(std::move(scratch)) {
    for (SourceId id = 1; sources.contains(id); ++id) {
        texts_.push_back(shelf_.put(sources.at(id).text));
        sources.set_text(id, {});
    }
}

Result<void> StoredTexts::give_back(const std::vector<Diagnostic>& said) {
    std::set<SourceId> wanted;
    for (const Diagnostic& one : said)
        if (one.span.source > 0 && one.span.source <= texts_.size()) wanted.insert(one.span.source);
    for (const SourceId id : wanted) {
        Result<std::string> text = shelf_.get(texts_[id - 1]);
        if (!text) return text.error();
        sources_.set_text(id, std::move(*text));
    }
    return {};
}

} // namespace halfstar
