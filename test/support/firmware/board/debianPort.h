// The port's own settings, but for three libraries of mbedtls, which Debian takes out of the source.
#include "mpconfigport.h"

#undef MICROPY_SSL_MBEDTLS
#undef MICROPY_PY_HASHLIB_SHA1
#undef MICROPY_PY_CRYPTOLIB
