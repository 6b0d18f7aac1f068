#include "export/workshop.h"

#include "design/style/load.h"

#include <cstdio>
#include <utility>

namespace halfstar {
namespace {

/// What a thousand reviews come to.
constexpr std::size_t most_bytes_of_texts = 256u << 20, most_bytes_of_pages = 128u << 20;

} // namespace

Workshop::Workshop(Stop stop) : memory_(disk_), readings_(memory_), stop_(std::move(stop)), pages_(most_bytes_of_pages) {}

const Foundry& Workshop::foundry() {
    std::call_once(fonts_opened_, [&] { foundry_.emplace(fonts_.emplace(), most_bytes_of_texts); });
    return *foundry_;
}

std::optional<Style> Workshop::style(const std::string& name, ExportReport& report) {
    const bool same = style_ && style_->name == name && memory_.still_holds(style_->answers);
    if (same && style_->silent) return style_->style;
    const std::size_t said = report.diagnostics.all().size();
    const DiskWitness witness(memory_);
    std::optional<Style> style = load_style(name, witness, report.sources, report.diagnostics);
    if (!same) ++styles_loaded_;
    style_ = KeptStyle{name, witness.answers(), style, style && report.diagnostics.all().size() == said};
    return style;
}

bool Workshop::has_note(const std::string& path, const std::string& content) const {
    const std::lock_guard lock(mutex_);
    const auto found = notes_.find(path);
    return found != notes_.end() && found->second == content + " in style " + std::to_string(styles_loaded_) &&
           disk_.is_file(path);
}

void Workshop::keep_note(const std::string& path, const std::string& content) {
    const std::lock_guard lock(mutex_);
    notes_.insert_or_assign(path, content + " in style " + std::to_string(styles_loaded_));
}

void Workshop::wrote(const std::string& path) {
    const std::lock_guard lock(mutex_);
    written_.insert(path);
}

void Workshop::begin(const std::string& output) {
    written_.clear();
    come_or_gone_.clear();
    output_ = output;
    memory_.pass_over(output);
    memory_.begin();
}

void Workshop::end(const std::vector<std::string>& outputs) {
    std::set<std::string> made(outputs.begin(), outputs.end());
    for (const std::string& path : outputs_)
        if (!made.contains(path) && disk_.is_file(path)) std::remove(path.c_str());
    std::erase_if(notes_, [&](const auto& note) { return !made.contains(note.first); });
    outputs_ = std::move(made);
    readings_.forget_unused();
    if (foundry_) foundry_->forget_unused_texts();
    pages_.forget_unused();
    come_or_gone_ = memory_.end();
}

} // namespace halfstar
