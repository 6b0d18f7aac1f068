#include "export/kept_readings.h"

#include <tuple>
#include <utility>

namespace halfstar {
namespace {

bool is_same(const InputFile& a, const InputFile& b) {
    return std::tie(a.name, a.path, a.folder, a.root, a.relative) ==
           std::tie(b.name, b.path, b.folder, b.root, b.relative);
}

bool is_same(const ReadOptions& a, const ReadOptions& b) {
    const auto all = [](const ReadOptions& o) {
        return std::tie(o.root, o.title, o.language, o.rating_best, o.smart_punctuation, o.allow_raw_html,
                        o.review_conventions);
    };
    return all(a) == all(b);
}

} // namespace

std::shared_ptr<const KeptReadings::Kept> KeptReadings::find(const InputFile& file, SourceId source,
                                                             const ReadOptions& options) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(file.path);
    if (found == kept_.end()) return nullptr;
    Kept& kept = *found->second;
    if (!is_same(kept.file, file) || kept.source != source || !is_same(kept.options, options)) return nullptr;
    if (!memory_.still_holds(kept.answers)) return nullptr;
    kept.used = true;
    return found->second;
}

FileReading KeptReadings::reading(const InputFile& file, SourceId source, const ReadOptions& options,
                                  const Read& read) {
    if (const std::shared_ptr<const Kept> kept = find(file, source, options)) return kept->reading;
    const DiskWitness witness(memory_);
    FileReading reading = read(witness);
    auto kept = std::make_shared<Kept>(Kept{file, source, options, witness.answers(), reading});
    const std::lock_guard lock(mutex_);
    kept_.insert_or_assign(file.path, std::move(kept));
    read_anew_.insert(file.relative);
    return reading;
}

void KeptReadings::forget_unused() {
    const std::lock_guard lock(mutex_);
    read_anew_.clear();
    std::erase_if(kept_, [](const auto& each) { return !std::exchange(each.second->used, false); });
}

} // namespace halfstar
