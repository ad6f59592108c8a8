# The drivers onewire, ds18x20, dht and neopixel are in micropython-lib, which Debian does not have.
freeze("$(PORT_DIR)/modules")
include("$(MPY_DIR)/extmod/asyncio")
