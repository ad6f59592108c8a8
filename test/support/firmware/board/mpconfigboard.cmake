# A Raspberry Pi Pico, as far as Debian's packages carry its firmware: without what needs mbedtls or micropython-lib.

set(PICO_BOARD pico)
set(PICO_PLATFORM rp2040)

set(MICROPY_FROZEN_MANIFEST ${CMAKE_CURRENT_LIST_DIR}/manifest.py)

# The SDK's operators new and delete are its only C++: without them no library of C++ is needed.
list(APPEND MICROPY_DEF_BOARD
    MP_CONFIGFILE="debianPort.h"
    PICO_CXX_DISABLE_ALLOCATION_OVERRIDES=1
)
