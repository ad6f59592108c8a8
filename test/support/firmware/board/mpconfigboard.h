// As the official firmware of this board says it: programs look at sys.implementation and at the file system's size.
#define MICROPY_HW_BOARD_NAME "Raspberry Pi Pico"
#define MICROPY_HW_FLASH_STORAGE_BYTES (1408 * 1024)
