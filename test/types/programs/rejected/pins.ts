import type { Rejected } from "./table.ts";

const machine = `import { ADC, I2C, Pin, PWM, SPI, Signal, SoftI2C, UART } from "machine";`;

/** Pins of a Pico W. */
export const pins: Rejected = {
  given: machine,
  programs: [
    ["new Pin(23);", "GPIO 23 is not free on this board: it powers the radio"],
    ["new Pin(24);", "GPIO 24 is not free on this board: it carries the data of the radio"],
    ["new Pin(25);", "GPIO 25 is not free on this board: it selects the radio"],
    ["new Pin(29);", "GPIO 29 is not free on this board: it is the clock of the radio"],
    ["new Pin(30);", "there is no GPIO 30 on this board"],
    ["new Pin(-1);", "there is no GPIO -1 on this board"],
    ["new Pin(25, Pin.OUT);", "GPIO 25 is not free on this board"],
    ["new Pin(24, { mode: Pin.IN });", "GPIO 24 is not free on this board"],
    ["new Pin(23, Pin.OUT, { value: 1 });", "GPIO 23 is not free on this board"],
    [`new Pin("GP23");`, "GPIO 23 is not free on this board"],
    [`new Pin("GPIO29");`, "GPIO 29 is not free on this board"],
    [`new Pin("GP30");`, 'this board has no pin \\"GP30\\"'],
    [`new Pin("gp15");`, 'this board has no pin \\"gp15\\"'],
    [`new Pin("led");`, 'this board has no pin \\"led\\"'],
    [`new Pin("X1");`, 'this board has no pin \\"X1\\"'],
    [`new Pin("15");`, 'this board has no pin \\"15\\"'],
    ["new Pin(true);", "boolean"],
    ["new Pin();", "Expected 1-4 arguments"],
    ["Pin(15);", "is not callable"],
    ["Pin.board.GP24.on();", "Property 'GP24' does not exist"],
    ["Pin.board.LED_RED.on();", "Property 'LED_RED' does not exist"],
    ["Pin.cpu.GPIO25.on();", "Property 'GPIO25' does not exist"],
    ["new ADC(15);", "GPIO 15 has no analog input; the pins with one are 26, 27 and 28"],
    ["new ADC(new Pin(3));", "GPIO 3 has no analog input"],
    [`new ADC("GP22");`, "GPIO 22 has no analog input"],
    [`new ADC("LED");`, "only the pins 26, 27 and 28 have an analog input"],
    ["new ADC(29);", "GPIO 29 is not free on this board"],
    ["new ADC(Pin.board.GP5);", "GPIO 5 has no analog input"],
    ["new ADC(5);", "GPIO 5 has no analog input"],
    [`new PWM("LED");`, "is a pin of the radio chip: it can only be switched"],
    [`new PWM(new Pin("WL_GPIO1"));`, "is a pin of the radio chip"],
    ["new PWM(25);", "GPIO 25 is not free on this board"],
    ["new I2C(0, { scl: new Pin(6) });", "GPIO 6 cannot be scl of I2C 0: that is GPIO 1, 5, 9"],
    ["new I2C(0, { sda: 1 });", "GPIO 1 cannot be sda of I2C 0"],
    [`new I2C(1, { scl: "GP5" });`, "GPIO 5 cannot be scl of I2C 1"],
    ["new I2C(1, { sda: new Pin(4), scl: new Pin(3) });", "GPIO 4 cannot be sda of I2C 1"],
    ["new I2C(0, { sda: 24 });", "GPIO 24 is not free on this board"],
    [`new I2C(0, { sda: new Pin("LED") });`, "LED cannot be sda of I2C 0"],
    ["new I2C(2);", "'2'"],
    ["new SPI(0, 1_000_000, { sck: new Pin(3) });", "GPIO 3 cannot be sck of SPI 0"],
    ["new SPI(0, { mosi: new Pin(16) });", "GPIO 16 cannot be mosi of SPI 0"],
    ["new SPI(1, { miso: 11 });", "GPIO 11 cannot be miso of SPI 1"],
    [`new SPI(1, { sck: "GP18" });`, "GPIO 18 cannot be sck of SPI 1"],
    ["new UART(0, { tx: new Pin(4) });", "GPIO 4 cannot be tx of UART 0"],
    ["new UART(1, 9600, { tx: new Pin(0) });", "GPIO 0 cannot be tx of UART 1: that is GPIO 4, 8"],
    ["new UART(1, { rx: 4 });", "GPIO 4 cannot be rx of UART 1"],
    ["new UART(0, { rts: 2 });", "GPIO 2 cannot be rts of UART 0"],
    ["new UART(0, 9600, 8, null, 1, { cts: 3 });", "GPIO 3 cannot be cts of UART 0"],
    ["new UART(2, 9600);", "'2'"],
    ["new SoftI2C({ scl: 25, sda: 4 });", "25"],
    ["new Signal(24);", "24"],
  ],
};

/** Pins of other boards. */
export const otherBoards: Readonly<Record<"pico" | "pico2" | "pyboard", Rejected>> = {
  pico: {
    given: machine,
    programs: [
      [`new Pin("WL_GPIO0");`, "this board has no pin"],
      ["new Pin(30);", "there is no GPIO 30"],
      ["new ADC(25);", "GPIO 25 has no analog input"],
      ["new UART(0, { tx: 2 });", "GPIO 2 cannot be tx of UART 0"],
    ],
  },
  pico2: {
    given: machine,
    programs: [
      ["new Pin(47);", "there is no GPIO 47"],
      ["new UART(0, { tx: 4 });", "GPIO 4 cannot be tx of UART 0"],
    ],
  },
  pyboard: {
    given: machine,
    programs: [
      ["new Pin(15);", "there is no GPIO 15"],
      [`new Pin("X99");`, "this board has no pin"],
      [`new Pin("GP15");`, "this board has no pin"],
    ],
  },
};
