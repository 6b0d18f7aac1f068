// A reader that remembers what it was asked for one review and what it found: the review's own bytes, the pictures it
// shows, where links led, what was not there. The same answers make the same output, so asking once more tells whether
// an output is still what its sources make.
#pragma once

#include <halfstar/base.h>

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace halfstar {

enum class Question : char { read = 'r', is_file = 'f', is_folder = 'd', canonical = 'c' };

/// Paths in the source's root count from there ("R/stills/zone.jpg"), so that a moved folder gives the same answers;
/// all others are as they were asked for ("A/usr/share/x").
struct Answer {
    Question question{};
    std::string path;
    std::string found; ///< the digest of what was read, "1" or "0", a path; empty: it could not be read
    friend bool operator==(const Answer&, const Answer&) = default;
};

class Witness : public FileReader {
public:
    /// `root` is canonical. What is asked about `output` is of no matter. `reader` must outlive this.
    Witness(const FileReader& reader, std::string root, std::string output)
        : reader_(reader), root_(std::move(root)), output_(std::move(output)) {}

    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::string canonical(const std::string& path) const override;
    /// Not remembered: names of neighbours appear in hints alone, and nothing that is written follows from them.
    std::vector<std::string> list(const std::string& folder) const override { return reader_.list(folder); }

    /// Each question once, sorted.
    std::vector<Answer> answers() const;
    /// The digest, in hexadecimal, of what was read at `path` as it was asked for; empty when it was not.
    std::string digest_of(const std::string& path) const;

private:
    void remember(Question question, const std::string& path, std::string found) const;

    const FileReader& reader_;
    std::string root_, output_;
    mutable std::mutex mutex_; ///< stages may ask from several threads
    mutable std::map<std::pair<Question, std::string>, std::string> answers_;
};

/// Whether all of it is found again below `root`.
bool found_again(const std::vector<Answer>& answers, const FileReader& reader, const std::string& root);

} // namespace halfstar
