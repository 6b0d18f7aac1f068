// A finished PDF read back by the simplest means: objects by their numbers in the cross-reference stream,
// unpacked, streams inflated. Enough to assert what was written without trusting the writer.
#pragma once

#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <zlib.h>

namespace halfstar::fake {

inline std::string inflate(std::string_view bytes) {
    std::string out;
    z_stream state{};
    if (inflateInit(&state) != Z_OK) {
        return out;
    }
    std::string buffer(65536, '\0');
    std::string in(bytes);
    state.next_in = reinterpret_cast<Bytef*>(in.data());
    state.avail_in = static_cast<uInt>(in.size());
    int status = Z_OK;
    while (status == Z_OK) {
        state.next_out = reinterpret_cast<Bytef*>(buffer.data());
        state.avail_out = static_cast<uInt>(buffer.size());
        status = ::inflate(&state, Z_NO_FLUSH);
        out.append(buffer, 0, buffer.size() - state.avail_out);
    }
    inflateEnd(&state);
    return status == Z_STREAM_END ? out : std::string("not deflated");
}

/// Lets the outcome of a search be read in one line.
inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

struct PdfObject {
    std::string dictionary;
    std::optional<std::string> raw; ///< the stream as it stands
    std::string stream() const { return raw ? (has(dictionary, "/FlateDecode") ? inflate(*raw) : *raw) : ""; }
};

class PdfFile {
public:
    std::map<unsigned, PdfObject> objects;
    std::string trailer;
    bool sound = true; ///< every entry of the cross-reference leads to its object

    explicit PdfFile(const std::string& bytes) {
        const std::size_t start = bytes.rfind("startxref");
        const std::size_t at = number(bytes, start + 10);
        const PdfObject table = read(bytes, static_cast<unsigned>(number(bytes, at)), at);
        sound = sound && start != std::string::npos && has(table.dictionary, "/Type /XRef") && has(table.dictionary, "/W [1 4 2]");
        trailer = table.dictionary;
        const std::string rows = table.stream();
        for (unsigned id = 1; sound && 7 * id + 7 <= rows.size(); ++id) {
            const std::string_view row = std::string_view(rows).substr(7 * id, 7);
            if (row[0] == 1) stand(bytes, id, big_endian(row.substr(1, 4)));
            else unpack(bytes, rows, id, big_endian(row.substr(1, 4)), big_endian(row.substr(5, 2)));
        }
    }

    /// The object that `key` refers to in `dictionary`.
    const PdfObject& follow(std::string_view dictionary, std::string_view key) const {
        const std::size_t at = dictionary.find(std::string(key) + ' ');
        return objects.at(static_cast<unsigned>(number(dictionary, at + key.size() + 1)));
    }
    const PdfObject& root() const { return follow(trailer, "/Root"); }
    /// The dictionaries that have `part`, in the order of their numbers.
    std::map<unsigned, const PdfObject*> with(std::string_view part) const {
        std::map<unsigned, const PdfObject*> found;
        for (const auto& [id, object] : objects) {
            if (has(object.dictionary, part)) {
                found[id] = &object;
            }
        }
        return found;
    }

private:
    static std::size_t number(std::string_view text, std::size_t at) {
        std::size_t value = 0;
        while (at < text.size() && (text[at] == ' ' || text[at] == '[')) {
            ++at;
        }
        std::from_chars(text.data() + at, text.data() + text.size(), value);
        return value;
    }

    static std::size_t big_endian(std::string_view digits) {
        std::size_t value = 0;
        for (const char digit : digits) value = value * 256 + static_cast<unsigned char>(digit);
        return value;
    }

    /// A stream that stands in the file; those that carry others are no objects of the document.
    void stand(const std::string& bytes, unsigned id, std::size_t at) {
        PdfObject object = read(bytes, id, at);
        if (!has(object.dictionary, "/Type /ObjStm") && !has(object.dictionary, "/Type /XRef")) objects[id] = std::move(object);
    }

    /// The object at an index of an object stream.
    void unpack(const std::string& bytes, const std::string& rows, unsigned id, std::size_t pack, std::size_t index) {
        if (!packs_.contains(pack)) {
            const std::size_t at = big_endian(std::string_view(rows).substr(7 * pack + 1, 4));
            const PdfObject read_pack = read(bytes, static_cast<unsigned>(pack), at);
            packs_[pack] = {number(read_pack.dictionary, read_pack.dictionary.find("/First ") + 7), read_pack.stream()};
        }
        const auto& [first, text] = packs_[pack];
        std::size_t at = 0;
        for (std::size_t i = 0; i < 2 * index; ++i) at = text.find(' ', at) + 1;
        sound = sound && number(text, at) == id;
        const std::size_t begin = first + number(text, text.find(' ', at) + 1);
        objects[id].dictionary = text.substr(begin, text.find(">>\n", begin) - begin);
    }

    PdfObject read(const std::string& bytes, unsigned id, std::size_t at) {
        const std::string head = std::to_string(id) + " 0 obj";
        sound = sound && bytes.compare(at, head.size(), head) == 0;
        const std::size_t stream = bytes.find(">>\nstream\n", at);
        PdfObject object;
        object.dictionary = bytes.substr(at + head.size(), stream - at - head.size());
        const std::size_t length = number(object.dictionary, object.dictionary.rfind("/Length ") + 8);
        object.raw = bytes.substr(stream + 10, length);
        sound = sound && bytes.compare(stream + 10 + length, 10, "\nendstream") == 0;
        return object;
    }

    std::map<std::size_t, std::pair<std::size_t, std::string>> packs_; ///< where the first object begins, and all of it
};

} // namespace halfstar::fake
