// A finished PDF read back by the simplest means: objects by their numbers in the cross-reference table,
// streams inflated. Enough to assert what was written without trusting the writer.
#pragma once

#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
    bool sound = true; ///< every offset of the table leads to its object

    explicit PdfFile(const std::string& bytes) {
        const std::size_t start = bytes.rfind("startxref");
        std::size_t at = number(bytes, start + 10);
        sound = start != std::string::npos && bytes.compare(at, 4, "xref") == 0;
        trailer = bytes.substr(bytes.rfind("trailer"));
        at = bytes.find('\n', at) + 1; // "0 N"
        const std::size_t count = number(bytes, bytes.find(' ', at) + 1);
        at = bytes.find('\n', at) + 1;
        for (unsigned id = 1; sound && id < count; ++id) {
            read(bytes, id, number(bytes, at + 20 * id));
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

    void read(const std::string& bytes, unsigned id, std::size_t at) {
        const std::string head = std::to_string(id) + " 0 obj";
        sound = sound && bytes.compare(at, head.size(), head) == 0;
        const std::size_t end = bytes.find("\nendobj", at), stream = bytes.find(">>\nstream\n", at);
        PdfObject& object = objects[id];
        if (stream == std::string::npos || stream > end) {
            object.dictionary = bytes.substr(at + head.size(), end - at - head.size());
            return;
        }
        object.dictionary = bytes.substr(at + head.size(), stream - at - head.size());
        const std::size_t length = number(object.dictionary, object.dictionary.rfind("/Length ") + 8);
        object.raw = bytes.substr(stream + 10, length);
        sound = sound && bytes.compare(stream + 10 + length, 10, "\nendstream") == 0;
    }
};

} // namespace halfstar::fake
