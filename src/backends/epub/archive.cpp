#include "backends/epub/archive.h"

#include "foundation/base/utc.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <optional>
#include <zip.h>

namespace halfstar::epub {
namespace {

/// libzip's answer to a command that went wrong.
constexpr zip_int64_t failed = -1;

/// What libzip asks of a source, answered by `Door::answer`. The doors outlive the archive.
class Door {
public:
    Door() { zip_error_init(&error_); }
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;
    virtual ~Door() { zip_error_fini(&error_); }

    zip_source_t* source(zip_error_t* error) { return zip_source_function_create(&Door::call, this, error); }
    const std::optional<Error>& failure() const { return failure_; }

protected:
    virtual zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command) = 0;

    zip_int64_t refuse(int zip_code, int system_code = 0) {
        zip_error_set(&error_, zip_code, system_code);
        return failed;
    }
    zip_int64_t fail(const Error& error, int zip_code) {
        failure_ = error;
        return refuse(zip_code, EIO);
    }
    zip_error_t error_;

private:
    static zip_int64_t call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        Door& door = *static_cast<Door*>(self);
        if (command == ZIP_SOURCE_ERROR) return zip_error_to_data(&door.error_, data, length);
        return door.answer(data, length, command);
    }
    std::optional<Error> failure_;
};

/// One entry's bytes, there from the moment libzip asks how many they are until it has read them.
class EntryDoor : public Door {
public:
    explicit EntryDoor(const Entry& entry) : entry_(entry) {}

protected:
    zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command) override {
        switch (command) {
        case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_READABLE;
        case ZIP_SOURCE_STAT: return stat(data, length);
        case ZIP_SOURCE_OPEN: position_ = 0; return fetch() ? 0 : failed;
        case ZIP_SOURCE_READ: return read(data, length);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE: std::string().swap(packed_.bytes); return 0;
        default: return refuse(ZIP_ER_OPNOTSUPP);
        }
    }

private:
    bool fetch() {
        if (fetched_) return true;
        Result<Packed> packed = entry_.packed();
        if (!packed) {
            fail(packed.error(), ZIP_ER_READ);
            return false;
        }
        packed_ = std::move(*packed);
        packed_size_ = packed_.bytes.size();
        fetched_ = true;
        return true;
    }

    zip_int64_t stat(void* data, zip_uint64_t length) {
        if (length < sizeof(zip_stat_t)) return refuse(ZIP_ER_INVAL);
        if (!fetch()) return failed;
        auto* about = static_cast<zip_stat_t*>(data);
        zip_stat_init(about);
        // The size in advance lets libzip do without the ZIP64 extra field.
        about->size = packed_.size;
        about->mtime = 0;
        about->valid = ZIP_STAT_SIZE | ZIP_STAT_MTIME;
        if (packed_.packing == Packing::deflated) describe_deflated(*about);
        return sizeof(zip_stat_t);
    }

    /// What is deflated already libzip takes as it is, when it is told all about it.
    void describe_deflated(zip_stat_t& about) const {
        about.comp_method = ZIP_CM_DEFLATE;
        about.comp_size = packed_size_;
        about.crc = packed_.sum;
        about.valid |= ZIP_STAT_COMP_METHOD | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC;
    }

    zip_int64_t read(void* data, zip_uint64_t length) {
        const std::size_t n = std::min<std::size_t>(length, packed_.bytes.size() - position_);
        std::memcpy(data, packed_.bytes.data() + position_, n);
        position_ += n;
        return static_cast<zip_int64_t>(n);
    }

    const Entry& entry_;
    Packed packed_;
    std::uint64_t packed_size_ = 0;
    std::size_t position_ = 0;
    bool fetched_ = false;
};

/// The output as libzip writes to it: an archive that does not exist yet.
class OutputDoor : public Door {
public:
    explicit OutputDoor(OutputFile& file) : file_(file) {}

protected:
    zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command) override {
        switch (command) {
        case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_WRITABLE;
        case ZIP_SOURCE_STAT: return refuse(ZIP_ER_READ, ENOENT);
        case ZIP_SOURCE_WRITE: return write(data, length);
        case ZIP_SOURCE_SEEK_WRITE: return seek(data, length);
        case ZIP_SOURCE_TELL_WRITE: return static_cast<zip_int64_t>(file_.tell());
        case ZIP_SOURCE_BEGIN_WRITE:
        case ZIP_SOURCE_COMMIT_WRITE:
        case ZIP_SOURCE_ROLLBACK_WRITE:
        case ZIP_SOURCE_REMOVE:
        case ZIP_SOURCE_FREE: return 0;
        default: return refuse(ZIP_ER_OPNOTSUPP);
        }
    }

private:
    zip_int64_t write(const void* data, zip_uint64_t length) {
        if (Result<void> written = file_.write({static_cast<const char*>(data), length}); !written)
            return fail(written.error(), ZIP_ER_WRITE);
        end_ = std::max(end_, file_.tell());
        return static_cast<zip_int64_t>(length);
    }

    zip_int64_t seek(void* data, zip_uint64_t length) {
        const auto* arguments = ZIP_SOURCE_GET_ARGS(zip_source_args_seek_t, data, length, &error_);
        if (arguments == nullptr) return failed;
        std::int64_t base = 0;
        if (arguments->whence == SEEK_CUR) base = static_cast<std::int64_t>(file_.tell());
        if (arguments->whence == SEEK_END) base = static_cast<std::int64_t>(end_);
        const std::int64_t target = base + arguments->offset;
        if (target < 0 || static_cast<std::uint64_t>(target) > end_) return refuse(ZIP_ER_INVAL);
        if (Result<void> moved = file_.seek(static_cast<std::uint64_t>(target)); !moved)
            return fail(moved.error(), ZIP_ER_SEEK);
        return 0;
    }

    OutputFile& file_;
    std::uint64_t end_ = 0;
};

struct DosTime {
    zip_uint16_t date = 0, time = 0;
};

DosTime dos_time(std::int64_t timestamp) {
    const std::int64_t clamped = std::clamp(timestamp, utc_seconds(1980, 1, 1), utc_seconds(2107, 12, 31));
    const UtcTime t = utc_time(clamped);
    return {static_cast<zip_uint16_t>((t.year - 1980) << 9 | t.month << 5 | t.day),
            static_cast<zip_uint16_t>(t.hour << 11 | t.minute << 5 | t.second / 2)};
}

/// The archive while it is put together; discarded unless it is closed.
class Archive {
public:
    explicit Archive(OutputFile& file) : output_(file) {}
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() {
        if (zip_ != nullptr) zip_discard(zip_);
    }

    Result<void> open() {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = output_.source(&error);
        if (source != nullptr) zip_ = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
        if (zip_ == nullptr && source != nullptr) zip_source_free(source);
        const std::string message = zip_ == nullptr ? zip_error_strerror(&error) : "";
        zip_error_fini(&error);
        if (zip_ == nullptr) return Error{"archive: " + message};
        return {};
    }

    Result<void> add(const Entry& entry, DosTime time) {
        doors_.emplace_back(entry);
        zip_source_t* source = doors_.back().source(zip_get_error(zip_));
        if (source == nullptr) return failure();
        const zip_int64_t index = zip_file_add(zip_, entry.path.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return failure();
        }
        const auto at = static_cast<zip_uint64_t>(index);
        const bool deflated = entry.packing == Packing::deflated;
        if (zip_set_file_compression(zip_, at, deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) != 0) return failure();
        if (zip_file_set_dostime(zip_, at, time.time, time.date, 0) != 0) return failure();
        return {};
    }

    Result<void> close() {
        if (zip_close(zip_) != 0) return failure();
        zip_ = nullptr;
        return {};
    }

private:
    /// What went wrong behind a door says more than libzip can.
    Error failure() const {
        if (output_.failure()) return *output_.failure();
        for (const EntryDoor& door : doors_)
            if (door.failure()) return *door.failure();
        return Error{std::string("archive: ") + zip_strerror(zip_)};
    }

    OutputDoor output_;
    std::deque<EntryDoor> doors_;
    zip_t* zip_ = nullptr;
};

} // namespace

Result<void> write_archive(OutputFile& file, const std::vector<Entry>& entries, std::int64_t timestamp) {
    Archive archive(file);
    if (Result<void> opened = archive.open(); !opened) return opened;
    for (const Entry& entry : entries)
        if (Result<void> added = archive.add(entry, dos_time(timestamp)); !added) return added;
    return archive.close();
}

} // namespace halfstar::epub
