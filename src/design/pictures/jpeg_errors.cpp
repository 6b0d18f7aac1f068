#include "design/pictures/jpeg_errors.h"

#include <jerror.h>

namespace halfstar {
namespace {

[[noreturn]] void leave(j_common_ptr info) {
    auto* errors = reinterpret_cast<JpegErrors*>(info->err);
    info->err->format_message(info, errors->message);
    std::longjmp(errors->jump, 1);
}

/// Odd markers and unknown colour transforms are told as warnings too, but harm no pixel.
void note(j_common_ptr info, int level) {
    if (level >= 0) return; // traces
    auto* errors = reinterpret_cast<JpegErrors*>(info->err);
    const int code = info->err->msg_code;
    if (code == JWRN_JPEG_EOF)
        errors->cut_short = true;
    else if (code != JWRN_EXTRANEOUS_DATA && code != JWRN_ADOBE_XFORM && code != JWRN_JFIF_MAJOR)
        errors->damaged = true;
    if (errors->message[0] == '\0') info->err->format_message(info, errors->message);
}

void print_nothing(j_common_ptr) {}

} // namespace

jpeg_error_mgr* install(JpegErrors& errors) {
    jpeg_std_error(&errors.manager);
    errors.manager.error_exit = leave;
    errors.manager.emit_message = note;
    errors.manager.output_message = print_nothing;
    return &errors.manager;
}

} // namespace halfstar
