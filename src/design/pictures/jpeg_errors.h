// libjpeg's errors as messages. An error leaves by longjmp; so what runs under setjmp keeps nothing that
// needs destroying. A warning is noted when it means that picture data is damaged.
#pragma once

#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <csetjmp>

namespace halfstar {

struct JpegErrors {
    jpeg_error_mgr manager; ///< first, since libjpeg hands back its address
    std::jmp_buf jump;
    bool damaged = false;   ///< codes that are none, data that ends too early
    bool cut_short = false; ///< the file ends before its end marker
    char message[JMSG_LENGTH_MAX] = "";
};

/// Makes `errors` the one of a compressor or decompressor about to be created.
jpeg_error_mgr* install(JpegErrors& errors);

/// Calls `step(reader)`, a function that may end in a libjpeg error; false then.
template <class Reader>
bool run_guarded(JpegErrors& errors, Reader& reader, void (Reader::*step)()) {
    if (setjmp(errors.jump) != 0) return false;
    (reader.*step)();
    return true;
}

} // namespace halfstar
