// libzip, which brings a library of ciphers along: opened when an ebook is written or read back.
#include "on_demand/library.h"

#include <zip.h>

HALFSTAR_FORWARD(int, zip_close, (zip_t* archive), (archive))
HALFSTAR_FORWARD(void, zip_discard, (zip_t* archive), (archive))
HALFSTAR_FORWARD(zip_error_t*, zip_get_error, (zip_t* archive), (archive))
HALFSTAR_FORWARD(const char*, zip_strerror, (zip_t* archive), (archive))
HALFSTAR_FORWARD(void, zip_error_init, (zip_error_t* error), (error))
HALFSTAR_FORWARD(void, zip_error_init_with_code, (zip_error_t* error, int code), (error, code))
HALFSTAR_FORWARD(void, zip_error_fini, (zip_error_t* error), (error))
HALFSTAR_FORWARD(void, zip_error_set, (zip_error_t* error, int code, int system), (error, code, system))
HALFSTAR_FORWARD(const char*, zip_error_strerror, (zip_error_t* error), (error))
HALFSTAR_FORWARD(zip_int64_t, zip_error_to_data, (const zip_error_t* error, void* data, zip_uint64_t length), (error, data, length))
HALFSTAR_FORWARD(zip_t*, zip_open, (const char* path, int flags, int* error), (path, flags, error))
HALFSTAR_FORWARD(zip_t*, zip_open_from_source, (zip_source_t* source, int flags, zip_error_t* error), (source, flags, error))
HALFSTAR_FORWARD(zip_source_t*, zip_source_function_create, (zip_source_callback call, void* data, zip_error_t* error), (call, data, error))
HALFSTAR_FORWARD(void, zip_source_free, (zip_source_t* source), (source))
HALFSTAR_FORWARD(void, zip_stat_init, (zip_stat_t* about), (about))
HALFSTAR_FORWARD(zip_int64_t, zip_file_add, (zip_t* archive, const char* name, zip_source_t* source, zip_flags_t flags),
                 (archive, name, source, flags))
HALFSTAR_FORWARD(int, zip_file_set_dostime, (zip_t* archive, zip_uint64_t index, zip_uint16_t time, zip_uint16_t date, zip_flags_t flags),
                 (archive, index, time, date, flags))
HALFSTAR_FORWARD(int, zip_set_file_compression, (zip_t* archive, zip_uint64_t index, zip_int32_t method, zip_uint32_t level),
                 (archive, index, method, level))
HALFSTAR_FORWARD(zip_int64_t, zip_get_num_entries, (zip_t* archive, zip_flags_t flags), (archive, flags))
HALFSTAR_FORWARD(const char*, zip_get_name, (zip_t* archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
HALFSTAR_FORWARD(zip_file_t*, zip_fopen_index, (zip_t* archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
HALFSTAR_FORWARD(zip_int64_t, zip_fread, (zip_file_t* file, void* data, zip_uint64_t length), (file, data, length))
HALFSTAR_FORWARD(int, zip_fclose, (zip_file_t* file), (file))
// The tests read archives by name, and from memory.
HALFSTAR_FORWARD(zip_file_t*, zip_fopen, (zip_t* archive, const char* name, zip_flags_t flags), (archive, name, flags))
HALFSTAR_FORWARD(zip_source_t*, zip_source_buffer_create, (const void* bytes, zip_uint64_t length, int owned, zip_error_t* error),
                 (bytes, length, owned, error))
