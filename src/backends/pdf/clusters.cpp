#include "backends/pdf/clusters.h"

#include "design/fonts/face.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <utility>

namespace halfstar::pdf {
namespace {

/// Said by a glyph that shows no character of its own: U+2060, which neither shows nor separates.
constexpr std::string_view nothing_of_its_own = "\xE2\x81\xA0";

/// The characters of `text` that the face shows by these glyphs alone; a glyph that shows none says
/// nothing of its own, but the first says the whole text if no glyph says any of it.
std::vector<std::string> spelled(const GlyphRun& run, const Cluster& cluster, const Face& face) {
    std::vector<std::string> said(cluster.end - cluster.first, std::string(nothing_of_its_own));
    std::vector<bool> speaks(said.size(), false);
    bool any = false;
    for (std::size_t at = 0; at < cluster.text.size();) {
        const utf8::Decoded decoded = utf8::decode(cluster.text, at);
        const std::uint32_t wanted = face.glyph(decoded.code_point);
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (wanted != 0 && !speaks[i] && run.glyphs[cluster.first + i].id == wanted) {
                said[i] = cluster.text.substr(at, decoded.length);
                speaks[i] = any = true;
                break;
            }
        }
        at += decoded.length;
    }
    if (!any && !cluster.text.empty()) {
        said[run.right_to_left ? said.size() - 1 : 0] = cluster.text;
    }
    return said;
}

/// Whether a glyph of the cluster stands above or below another. Readers take where it ends for a gap and
/// break the word.
bool has_placed_marks(const GlyphRun& run, const Cluster& cluster) {
    return cluster.end - cluster.first > 1 &&
           std::any_of(run.glyphs.begin() + cluster.first, run.glyphs.begin() + cluster.end,
                       [](const Glyph& glyph) { return glyph.advance.units == 0; });
}

Cluster cluster_at(const GlyphRun& run, std::uint32_t first, const Face& face) {
    Cluster cluster;
    cluster.first = first;
    cluster.end = first + 1;
    const Glyph& glyph = run.glyphs[first];
    while (cluster.end < run.glyphs.size() && run.glyphs[cluster.end].text_begin == glyph.text_begin &&
           run.glyphs[cluster.end].text_end == glyph.text_end) {
        ++cluster.end;
    }
    cluster.text = shown_by(run, glyph);
    if (cluster.end - first > 1) {
        cluster.per_glyph = spelled(run, cluster, face);
    }
    cluster.has_marks = has_placed_marks(run, cluster);
    return cluster;
}

/// Whether the glyphs, in the order they are painted, say the cluster's text by themselves.
bool speaks_for_itself(const Cluster& cluster) {
    if (cluster.has_marks) {
        return false;
    }
    if (cluster.per_glyph.empty()) {
        return !cluster.text.empty();
    }
    std::string said;
    for (const std::string& text : cluster.per_glyph) {
        said += text;
    }
    return said == cluster.text;
}

/// Whether the clusters, from the left, say the run's text once and in full.
bool say_everything(const GlyphRun& run, const std::vector<Cluster>& clusters) {
    const char* at = run.text.data();
    for (const Cluster& cluster : clusters) {
        if (cluster.text.data() != at) {
            return false;
        }
        at += cluster.text.size();
    }
    return at == run.text.data() + run.text.size();
}

/// The text from the beginning of one cluster to the end of another.
std::string_view across(const Cluster& first, const Cluster& last) {
    const char* end = last.text.data() + last.text.size();
    return {first.text.data(), static_cast<std::size_t>(end - first.text.data())};
}

/// Clusters that run on without a space between them, in one way of speaking.
Piece word_at(const std::vector<Cluster>& clusters, std::size_t begin) {
    Piece word;
    for (std::size_t i = begin; i < clusters.size(); ++i) {
        word.clusters.push_back(clusters[i]);
        word.speech = speaks_for_itself(clusters[i]) ? word.speech : Speech::replaced;
        if (clusters[i].text == " ") {
            break;
        }
    }
    word.text = across(word.clusters.front(), word.clusters.back());
    return word;
}

/// Joins words while they are said by their glyphs.
std::vector<Piece> words_of(const std::vector<Cluster>& clusters) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < clusters.size();) {
        Piece word = word_at(clusters, at);
        at += word.clusters.size();
        if (!pieces.empty() && word.speech == Speech::by_glyphs && pieces.back().speech == Speech::by_glyphs) {
            std::vector<Cluster>& joined = pieces.back().clusters;
            joined.insert(joined.end(), word.clusters.begin(), word.clusters.end());
            pieces.back().text = across(joined.front(), joined.back());
        } else {
            pieces.push_back(std::move(word));
        }
    }
    return pieces;
}

std::vector<Piece> whole(const GlyphRun& run, Speech speech, std::vector<Cluster> clusters) {
    std::vector<Piece> pieces(1);
    pieces[0].speech = speech;
    pieces[0].text = run.text;
    pieces[0].clusters = std::move(clusters);
    return pieces;
}

/// Whether the glyphs, one after the other, show what follows in the text: all of it, none of them nothing.
bool is_plain(const GlyphRun& run) {
    std::uint32_t at = 0;
    for (const Glyph& glyph : run.glyphs) {
        if (glyph.text_begin != at || glyph.text_end <= at) {
            return false;
        }
        at = glyph.text_end;
    }
    return at == run.text.size() && !run.right_to_left;
}

} // namespace

std::string_view shown_by(const GlyphRun& run, const Glyph& glyph) {
    const std::size_t size = run.text.size();
    const std::size_t begin = std::min<std::size_t>(glyph.text_begin, size);
    const std::size_t end = std::clamp<std::size_t>(glyph.text_end, begin, size);
    return std::string_view(run.text).substr(begin, end - begin);
}

std::string_view text_of(const Cluster& cluster, std::uint32_t index) {
    if (!cluster.per_glyph.empty()) {
        return cluster.per_glyph[index - cluster.first];
    }
    return cluster.text.empty() ? nothing_of_its_own : cluster.text;
}

std::vector<Piece> pieces_of(const GlyphRun& run, const Face& face) {
    if (run.glyphs.empty()) {
        return {};
    }
    if (is_plain(run)) {
        return whole(run, Speech::by_glyphs, {});
    }
    std::vector<Cluster> clusters;
    clusters.reserve(run.glyphs.size());
    for (std::uint32_t at = 0; at < run.glyphs.size(); at = clusters.back().end) {
        clusters.push_back(cluster_at(run, at, face));
    }
    if (run.right_to_left) {
        return whole(run, Speech::in_structure, std::move(clusters));
    }
    if (!say_everything(run, clusters)) {
        return whole(run, Speech::replaced, std::move(clusters));
    }
    if (std::all_of(clusters.begin(), clusters.end(), speaks_for_itself)) {
        return whole(run, Speech::by_glyphs, std::move(clusters));
    }
    return words_of(clusters);
}

} // namespace halfstar::pdf
