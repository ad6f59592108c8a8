/** The name that `asyncio` had before MicroPython 1.21; both are the same module. */
export * from "asyncio";
