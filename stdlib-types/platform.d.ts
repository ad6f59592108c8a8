/** What the program runs on, in words. */
/** The C library and its version. */
export function libc_ver(): readonly [lib: string, version: string];
/** Firmware and chip, such as "MicroPython-1.26.1-armv6m-with-newlib4.3.0". */
export function platform(): string;
/** The compiler that built the firmware. */
export function python_compiler(): string;
