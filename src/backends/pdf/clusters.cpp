#include "backends/pdf/clusters.h"

#include "design/fonts/face.h"
#include "foundation/base/utf8.h"

#include <algorithm>

namespace halfstar::pdf {
namespace {

/// Said by a glyph that shows no character of its own: U+2060, which neither shows nor separates.
constexpr std::string_view nothing_of_its_own = "\xE2\x81\xA0";

std::string_view part(const GlyphRun& run, const Glyph& glyph) {
    const std::size_t size = run.text.size();
    const std::size_t begin = std::min<std::size_t>(glyph.text_begin, size);
    const std::size_t end = std::clamp<std::size_t>(glyph.text_end, begin, size);
    return std::string_view(run.text).substr(begin, end - begin);
}

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

Cluster cluster_at(const GlyphRun& run, std::uint32_t first) {
    Cluster cluster;
    cluster.first = first;
    cluster.end = first + 1;
    const Glyph& glyph = run.glyphs[first];
    while (cluster.end < run.glyphs.size() && run.glyphs[cluster.end].text_begin == glyph.text_begin &&
           run.glyphs[cluster.end].text_end == glyph.text_end) {
        ++cluster.end;
    }
    cluster.text = part(run, glyph);
    cluster.replaced = cluster.end - first > 1 || cluster.text.empty();
    return cluster;
}

/// Whether the clusters, read in the run's direction, say its text once and in full.
bool say_everything(const GlyphRun& run, const std::vector<Cluster>& clusters) {
    const char* at = run.text.data();
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const Cluster& cluster = clusters[run.right_to_left ? clusters.size() - 1 - i : i];
        if (cluster.text.data() != at) {
            return false;
        }
        at += cluster.text.size();
    }
    return at == run.text.data() + run.text.size();
}

Cluster whole_run(const GlyphRun& run, const std::vector<Cluster>& clusters) {
    Cluster whole;
    whole.end = static_cast<std::uint32_t>(run.glyphs.size());
    whole.text = run.text;
    whole.replaced = true;
    for (const Cluster& cluster : clusters) {
        for (std::uint32_t i = cluster.first; i < cluster.end; ++i) {
            whole.per_glyph.emplace_back(text_of(cluster, i));
        }
    }
    return whole;
}

} // namespace

std::string_view text_of(const Cluster& cluster, std::uint32_t index) {
    if (!cluster.per_glyph.empty()) {
        return cluster.per_glyph[index - cluster.first];
    }
    return cluster.text.empty() ? nothing_of_its_own : cluster.text;
}

std::vector<Cluster> clusters_of(const GlyphRun& run, const Face& face) {
    std::vector<Cluster> clusters;
    clusters.reserve(run.glyphs.size());
    for (std::uint32_t at = 0; at < run.glyphs.size(); at = clusters.back().end) {
        clusters.push_back(cluster_at(run, at));
        Cluster& cluster = clusters.back();
        if (cluster.end - cluster.first > 1) {
            cluster.per_glyph = spelled(run, cluster, face);
        }
    }
    if (!clusters.empty() && !say_everything(run, clusters)) {
        return {whole_run(run, clusters)};
    }
    return clusters;
}

} // namespace halfstar::pdf
