// What libqpdf asks of GnuTLS: the ciphers, sums and random numbers of encrypted PDFs. Nothing that halfstar writes is
// encrypted; a file that is handed to a preflight may be.
#include "on_demand/library.h"

#include <gnutls/crypto.h>

HALFSTAR_FORWARD(const char*, gnutls_strerror, (int error), (error))
HALFSTAR_FORWARD(int, gnutls_rnd, (gnutls_rnd_level_t level, void* data, size_t length), (level, data, length))
HALFSTAR_FORWARD(int, gnutls_hash_init, (gnutls_hash_hd_t* handle, gnutls_digest_algorithm_t algorithm), (handle, algorithm))
HALFSTAR_FORWARD(int, gnutls_hash, (gnutls_hash_hd_t handle, const void* text, size_t length), (handle, text, length))
HALFSTAR_FORWARD(void, gnutls_hash_deinit, (gnutls_hash_hd_t handle, void* digest), (handle, digest))
HALFSTAR_FORWARD(size_t, gnutls_cipher_get_key_size, (gnutls_cipher_algorithm_t algorithm), (algorithm))
HALFSTAR_FORWARD(int, gnutls_cipher_init,
                 (gnutls_cipher_hd_t* handle, gnutls_cipher_algorithm_t cipher, const gnutls_datum_t* key, const gnutls_datum_t* iv),
                 (handle, cipher, key, iv))
HALFSTAR_FORWARD(int, gnutls_cipher_encrypt2, (gnutls_cipher_hd_t handle, const void* text, size_t length, void* out, size_t room),
                 (handle, text, length, out, room))
HALFSTAR_FORWARD(int, gnutls_cipher_decrypt2, (gnutls_cipher_hd_t handle, const void* text, size_t length, void* out, size_t room),
                 (handle, text, length, out, room))
HALFSTAR_FORWARD(void, gnutls_cipher_deinit, (gnutls_cipher_hd_t handle), (handle))
