// The small vocabulary that every other public header speaks: results that may fail, lengths that
// are the same on every machine, and the two doors to the outside world (FileReader and Sink).
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace halfstar {

/// Failure of the world (a full disk, a library's error): never of the input, which gets diagnostics.
struct Error {
    std::string message;
};

/// A value, or the Error that kept it from being made. Test it before use; using the absent side is
/// a broken promise and asserts.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const {
        assert(state_.index() == 1);
        return *std::get_if<1>(&state_);
    }

private:
    T& value() {
        assert(state_.index() == 0);
        return *std::get_if<0>(&state_);
    }
    const T& value() const {
        assert(state_.index() == 0);
        return *std::get_if<0>(&state_);
    }
    std::variant<T, Error> state_;
};

/// Success without a value, or an Error. `return {};` is success.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), ok_(false) {}

    explicit operator bool() const { return ok_; }
    const Error& error() const {
        assert(!ok_);
        return error_;
    }

private:
    Error error_;
    bool ok_ = true;
};

/// A distance on paper as an integer count of 1/65536 pt, so that the same input gives the same
/// bytes on every machine. One pt is 1/72 inch. y grows downwards, from the trim's top edge.
struct Length {
    std::int64_t units = 0;

    static constexpr std::int64_t per_point = 65536;
    /// From points, rounded to the nearest unit (halves away from zero).
    static constexpr Length points(double pt) {
        return {static_cast<std::int64_t>(pt * per_point + (pt < 0 ? -0.5 : 0.5))};
    }
    static constexpr Length millimetres(double mm) { return points(mm * 72.0 / 25.4); }
    constexpr double to_points() const { return static_cast<double>(units) / per_point; }

    friend constexpr auto operator<=>(Length, Length) = default;
    friend constexpr Length operator+(Length a, Length b) { return {a.units + b.units}; }
    friend constexpr Length operator-(Length a, Length b) { return {a.units - b.units}; }
    friend constexpr Length operator-(Length a) { return {-a.units}; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return {a.units * n}; }
    friend constexpr Length operator*(std::int64_t n, Length a) { return {a.units * n}; }
    friend constexpr Length operator/(Length a, std::int64_t n) { return {a.units / n}; }
    constexpr Length& operator+=(Length b) { return units += b.units, *this; }
    constexpr Length& operator-=(Length b) { return units -= b.units, *this; }
    /// Scaled by a real factor, rounded to the nearest unit.
    constexpr Length scaled(double factor) const { return points(to_points() * factor); }
};

struct Point {
    Length x, y;
    friend constexpr bool operator==(const Point&, const Point&) = default;
};

struct Size {
    Length width, height;
    friend constexpr bool operator==(const Size&, const Size&) = default;
};

/// Left, top, width, height; y downwards.
struct Rect {
    Length x, y, width, height;
    constexpr Length right() const { return x + width; }
    constexpr Length bottom() const { return y + height; }
    friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

/// A name in a folder, and what it is a name of, as far as the folder knows: of a link it does not.
struct FolderEntry {
    enum class Kind : std::uint8_t { unknown, file, folder };
    std::string name;
    Kind kind = Kind::unknown;
};

/// Reads files for the stages that may (read, design, export). Paths are as the caller gave them;
/// what a path may reach (the root of the source) is the caller's to decide.
class FileReader {
public:
    virtual ~FileReader() = default;
    /// The whole file as bytes, or an Error when it is not there, not a file, or over `limit` bytes.
    virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;
    /// Whether a regular file stands at `path`.
    virtual bool is_file(const std::string& path) const = 0;
    virtual bool is_folder(const std::string& path) const = 0;
    /// The path with links, `.` and `..` resolved; for what does not exist, resolved as far as it does.
    virtual std::string canonical(const std::string& path) const = 0;
    /// Names in a folder (files and folders, no `.` and `..`), sorted by bytes; empty when there is none.
    virtual std::vector<std::string> list(const std::string& folder) const = 0;
    /// The same names, with what may be known of them without asking for each.
    virtual std::vector<FolderEntry> entries(const std::string& folder) const {
        std::vector<FolderEntry> all;
        for (std::string& name : list(folder)) all.push_back({std::move(name), FolderEntry::Kind::unknown});
        return all;
    }
};

/// One file being written. Destroying it without `close` abandons it: nothing is left behind.
class OutputFile {
public:
    virtual ~OutputFile() = default;
    /// Appends at the current position.
    virtual Result<void> write(std::string_view bytes) = 0;
    /// Moves the position to `offset` bytes from the start (at most the present size).
    virtual Result<void> seek(std::uint64_t offset) = 0;
    virtual std::uint64_t tell() const = 0;
    /// Makes the file appear whole under its name.
    virtual Result<void> close() = 0;
};

/// Bytes that are put aside while an output is made, to be had again before it is whole. No name leads to them, and
/// nothing of them is left behind. Safe to use from several threads.
class Scratch {
public:
    virtual ~Scratch() = default;
    /// Where they begin. An Error when there is no room.
    virtual Result<std::uint64_t> append(std::string_view bytes) = 0;
    /// `size` bytes from `begin` on, all of which were appended.
    virtual Result<std::string> read(std::uint64_t begin, std::size_t size) const = 0;
};

/// Where a backend's bytes go: a folder on disk, standard output, or memory.
class Sink {
public:
    virtual ~Sink() = default;
    /// Room beside the output for what is too large to be kept in memory. Null: there is none.
    virtual std::unique_ptr<Scratch> scratch() { return nullptr; }
    /// Opens `path`, relative to the sink's folder with `/` between names; a path that would leave the
    /// folder is an Error. An empty path is the one file that the sink was made for. Several threads may each
    /// have a file open; a file is one thread's.
    virtual Result<std::unique_ptr<OutputFile>> open(std::string_view path) = 0;
};

} // namespace halfstar
