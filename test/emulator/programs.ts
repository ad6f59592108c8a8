/** Programs for the emulated Pico: what the stubs take, the firmware must take. */

/** Prints the name of every call that raises. */
export const callsOfMachine = `import { SPI, UART, Pin, PWM, SoftSPI, SoftI2C, Timer, Signal, RTC, ADC } from "machine";
import * as machine from "machine";
function attempt(name: string, f: () => unknown): void { try { f(); } catch { print(name); } }
attempt("spi ctor pos", () => new SPI(0, 600000));
attempt("spi init kw", () => new SPI(0).init({ baudrate: 600000, polarity: 1 }));
attempt("softspi ctor pos", () => new SoftSPI(600000, { sck: new Pin(2), mosi: new Pin(3), miso: new Pin(4) }));
attempt("softspi init pos", () => new SoftSPI({ sck: new Pin(2), mosi: new Pin(3), miso: new Pin(4) }).init(100000));
attempt("uart ctor pos", () => new UART(0, 9600, 8, null, 1, { timeout: 5 }));
attempt("uart init pos", () => new UART(0).init(9600, 8, null, 1));
attempt("uart init pos kw", () => new UART(0).init(9600, { bits: 8 }));
attempt("pin init pos", () => new Pin(3).init(Pin.IN, Pin.PULL_UP));
attempt("pin init mode kw", () => new Pin(3).init(Pin.OUT, { value: 1 }));
attempt("pin ctor null pull", () => new Pin(3, Pin.IN, null));
attempt("pwm init", () => new PWM(5).init({ freq: 100, duty_u16: 3 }));
attempt("pwm invert", () => new PWM(5, { freq: 100, invert: true }));
attempt("softi2c pos", () => new SoftI2C(5, 4, { freq: 100000 }));
attempt("softi2c init", () => new SoftI2C(5, 4).init({ scl: 5, sda: 4 }));
attempt("signal", () => new Signal(new Pin(6, Pin.OUT), { invert: true }));
attempt("signal pin args", () => new Signal(6, Pin.OUT, { invert: true, value: 1 }));
attempt("adc", () => new ADC(4).read_u16());
attempt("rtc", () => new RTC().datetime([2025, 1, 1, 0, 0, 0, 0, 0]));
attempt("irq pos", () => new Pin(3).irq(null, Pin.IRQ_FALLING));
attempt("irq pos hard", () => new Pin(3).irq((p) => {}, Pin.IRQ_FALLING, { hard: true }));
attempt("uart irq", () => new UART(0).irq(null));
attempt("uart irq pos", () => new UART(0).irq((u) => {}, UART.IRQ_RXIDLE));
attempt("timer pos id", () => new Timer(-1).init({ period: 1000, callback: () => {} }));
attempt("timer hard", () => new Timer({ freq: 2, hard: true, callback: () => {} }).deinit());
attempt("time_pulse", () => machine.time_pulse_us(new Pin(3), 1, 10));
attempt("bitstream", () => machine.bitstream(new Pin(3, Pin.OUT), 0, [400, 850, 800, 450], bytes(3)));
attempt("spi miso null", () => new SPI(0, { miso: null }));
print("end");
`;

/** Every class and function of `pyb` that an RP2 has. */
export const allOfPyb = `import pyb from "pyb";
const led = new pyb.LED(1); led.on(); led.toggle(); led.intensity(100); print("led", led.intensity());
const p = new pyb.Pin("GP15", pyb.Pin.OUT_PP); p.high(); print("pin", p.value()); p.low(); print(p());
const start = pyb.millis(); pyb.delay(20); pyb.udelay(100); print("delay", pyb.elapsed_millis(start) >= 20, pyb.elapsed_micros(pyb.micros()) >= 0);
let ticks = 0;
const t = new pyb.Timer(4, { freq: 100 }); t.callback(() => { ticks++; }); pyb.delay(105); t.callback(null); print("timer", ticks >= 9 && ticks <= 11, t.freq());
const pt = new pyb.Timer(5, { prescaler: 83, period: 999 }); print("ps", pt.prescaler(), pt.period());
const ch = new pyb.Timer(2, { freq: 1000 }).channel(1, pyb.Timer.PWM, { pin: new pyb.Pin("GP16"), pulse_width_percent: 50 }); ch.pulse_width_percent(25); print("pwm", ch.pulse_width_percent());
const adc = new pyb.ADC(26); print("adc", adc.read() >= 0 && adc.read() <= 4095);
const sw = new pyb.Switch(14); print("switch", sw.value(), sw());
let edges = 0; const ext = new pyb.ExtInt(13, pyb.ExtInt.IRQ_FALLING, pyb.Pin.PULL_UP, (line) => { edges++; }); ext.swint(); print("ext", edges, ext.line()); ext.disable(); ext.enable();
const u = new pyb.UART(1, 9600); u.init(9600, { bits: 8, parity: null, stop: 1 }); u.write("x"); print("uart", u.any());
const spi = new pyb.SPI(1, pyb.SPI.CONTROLLER, { baudrate: 600_000, polarity: 1, phase: 0 }); print("spi", spi.send_recv(bytes([1, 2])).length);
try { const i2c = new pyb.I2C(1, pyb.I2C.CONTROLLER, { baudrate: 100_000 }); print("i2c", i2c.scan().length, i2c.is_ready(0x42)); } catch (e) { print("i2c error", e); }
const rtc = new pyb.RTC(); rtc.datetime([2025, 6, 1, 7, 12, 30, 0, 0]); const d = rtc.datetime(); print("rtc", d[0], d[1], d[2], d[3], d[4]);
const servo = new pyb.Servo(17); servo.angle(45); print("servo", servo.angle(), servo.pulse_width()); servo.speed(50); print(servo.speed());
print("id", pyb.unique_id().length, pyb.freq()[0], pyb.rng() >= 0);
const s = pyb.disable_irq(); pyb.enable_irq(s); pyb.wfi(); print("end");
`;

export const shownByPyb = `led 100
pin 1
0
delay true true
timer true 100
ps 83 999
pwm 25
adc true
switch false false
ext 1 13
uart 0
spi 2
i2c 0 false
rtc 2025 6 1 7 12
servo 45 1985
50
id 8 125000000 true
end`;
