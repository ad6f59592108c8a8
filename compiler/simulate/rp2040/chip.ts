import { RP2040 } from "rp2040js";
import type { BootRom, RomBoard, RomCaller } from "./bootRom/contract.ts";
import type { ChipClock } from "./chipClock.ts";
import type { FaultReport } from "./core/coreFault.ts";
import { type CoreSurroundings, CortexM0 } from "./core/cortexM0.ts";
import { CoreSio } from "./coreSio.ts";
import { FlashDevice } from "./flashDevice.ts";
import { CoreMailbox } from "./mailbox.ts";
import { MemoryMap, type SharedMemory, type WordDevice } from "./memoryMap.ts";
import { PinMatrix } from "./outputs/pinMatrix.ts";
import { Crystal } from "./peripherals/crystal.ts";
import { FlashSerialInterface, QspiPins } from "./peripherals/flashSerialInterface.ts";
import { GatedClocks } from "./peripherals/gatedClocks.ts";
import { MicrosecondTimer } from "./peripherals/microsecondTimer.ts";
import { ChipPio } from "./peripherals/pio/chipPio.ts";
import { PowerStateMachine } from "./peripherals/powerStateMachine.ts";
import { Pwm } from "./peripherals/pwm/pwm.ts";
import { RegisterFile } from "./peripherals/registerFile.ts";
import { RingOscillator } from "./peripherals/ringOscillator.ts";
import { SerialBuses } from "./peripherals/serialBuses.ts";
import type { Uart } from "./peripherals/uart.ts";
import { Watchdog, type WatchdogMemory } from "./peripherals/watchdog.ts";
import { WatchedDma } from "./peripherals/watchedDma.ts";
import { SharedSio } from "./sharedSio.ts";
import { SystemControl } from "./systemControl.ts";
import { UsbController } from "./usb/usbController.ts";

/** Interrupt numbers (RP2040 datasheet, 2.3.2). */
const USB_INTERRUPT = 5;
const MAILBOX_INTERRUPT = 15;

/** How far one core may run ahead of the other while both run: half a microsecond at 125 MHz. */
const QUANTUM_CYCLES = 64;

/** CHIP_RESET of the voltage regulator: the last full reset was the power coming on. */
const CHIP_RESET = 0x08;
const HAD_POWER_ON = 1 << 8;
const VOLTAGE_REGULATOR = 0x00;
/** VREG: 1.10 V, regulated. */
const VREG_ENABLED = 0x10b1;
/** SYSINFO: revision B2, as the boot ROM says too, made in silicon. */
const SYSTEM_INFORMATION = { 0: 0x20002927, 4: 2, 64: 0xe0c912e8 };
const XIP_CONTROL = 0x00;
const XIP_STATUS = 0x08;

export interface ChipParts {
  readonly clock: ChipClock;
  readonly rom: BootRom;
  /** The bytes of the flash chip, which the caller keeps. */
  readonly flash: Uint8Array;
  readonly uniqueId: Uint8Array;
  readonly watchdog: WatchdogMemory;
  readonly coldStart: boolean;
  readonly randomSeed: number;
  /** Called before each erase of a sector and each program of a page. */
  readonly onFlashOperation: () => void;
}

/** Why a chip no longer runs. */
export type ChipEnd =
  | { readonly kind: "reset" }
  | { readonly kind: "boot loader" }
  | { readonly kind: "lock-up"; readonly fault: FaultReport };

/** The chip from power or reset to the next reset. */
export class Chip extends RP2040 {
  readonly cores: readonly [CortexM0, CortexM0];
  readonly usb: UsbController;
  readonly flashDevice: FlashDevice;
  readonly stateMachines: ChipPio;
  readonly pins: PinMatrix;
  /** Its crystal was stopped: nothing happens any more before a reset. */
  dormant = false;
  /** Set once the chip has stopped; it does not run again. */
  end: ChipEnd | undefined;
  private readonly time: ChipClock;
  private readonly rom: BootRom;
  private readonly romBoard: RomBoard;
  private readonly dmaMemory: MemoryMap;
  private readonly systems: readonly [SystemControl, SystemControl];
  private readonly gatedClocks: GatedClocks;
  private readonly buses: SerialBuses;
  private readonly watchedDma: WatchedDma;
  private readonly pulses: Pwm;
  private readonly watchdog: Watchdog;
  private executing: CortexM0 | undefined;
  private interruptLines = 0;
  private readonly callers: readonly [RomCaller, RomCaller];

  constructor(parts: ChipParts) {
    super(parts.clock);
    this.logger = { debug() {}, info() {}, warn() {}, error() {} };
    this.time = parts.clock;
    this.rom = parts.rom;
    this.bootrom.set(parts.rom.image);
    this.flashDevice = new FlashDevice(parts.flash, (nanos) => this.chargeNanos(nanos));
    this.flashDevice.beforeOperation = parts.onFlashOperation;
    this.romBoard = {
      flash: this.flashDevice,
      enterBootLoader: () => this.finish({ kind: "boot loader" }),
    };
    const shared = this.sharedMemory();
    this.dmaMemory = new MemoryMap(shared);
    const mailboxes = connectedMailboxes((core, level) =>
      this.setCoreInterrupt(core, MAILBOX_INTERRUPT + core, level),
    );
    const sharedSio = new SharedSio(this);
    const onReset = (): void => this.finish({ kind: "reset" });
    this.systems = [
      new SystemControl(parts.clock, onReset),
      new SystemControl(parts.clock, onReset),
    ];
    const core = (index: 0 | 1): CortexM0 => {
      const sio = new CoreSio(index, mailboxes[index], this.interpolators(), sharedSio);
      const system = this.systems[index];
      const cpu = new CortexM0(index, new MemoryMap(shared, sio, system), this.surroundings());
      system.attach(cpu);
      return cpu;
    };
    this.cores = [core(0), core(1)];
    this.callers = [caller(this.cores[0]), caller(this.cores[1])];
    this.gatedClocks = new GatedClocks(this, () => this.usb.clockChanged());
    this.usb = new UsbController(this, parts.clock, this.usbDPRAM, {
      onInterrupt: (level) => this.setInterrupt(USB_INTERRUPT, level),
      hasClock: () => this.gatedClocks.usbRuns,
    });
    this.buses = new SerialBuses(this, parts.clock, (uart, level) =>
      this.pins.driveReceivePins(uart, level),
    );
    this.watchedDma = new WatchedDma(this, () => this.pulses.replan());
    this.pulses = new Pwm(this, parts.clock, {
      onInterrupt: (interrupt, level) => this.setInterrupt(interrupt, level),
      waitsForWrap: (slice) => this.watchedDma.waitsForWrap(slice),
      onWrap: (slice) => this.watchedDma.onWrap(slice),
    });
    this.stateMachines = new ChipPio(this, parts.clock, () => this.pins.watchersChanged());
    this.pins = new PinMatrix(
      this,
      parts.clock,
      { spi: this.buses.spi, uarts: this.uarts, i2c: this.buses.i2c, pwm: this.pulses.outputs },
      () => this.stateMachines.anyEnabled,
    );
    this.watchdog = new Watchdog(this, parts.clock, parts.watchdog, onReset);
    this.replacePeripherals(parts);
    this.addClockListener((hertz) => {
      parts.clock.setFrequency(hertz);
      this.pulses.replan();
    });
    for (const cpu of this.cores) {
      cpu.cycles = parts.clock.cyclesAt(parts.clock.nanos);
      cpu.reset();
    }
  }

  /** Runs until the given time, until the chip ends, or with `whileBusy` until both cores sleep. */
  advanceTo(nanos: number, whileBusy = false): void {
    const { time } = this;
    const [core0, core1] = this.cores;
    while (this.end === undefined && time.nanos < nanos) {
      const limit = Math.min(nanos, time.nextAlarm);
      const cycleLimit = time.cyclesAt(limit);
      let reached = cycleLimit;
      if (core0.running && core1.running) {
        const [behind, ahead] = core0.cycles <= core1.cycles ? [core0, core1] : [core1, core0];
        this.execute(behind, Math.min(cycleLimit, ahead.cycles + QUANTUM_CYCLES));
        reached = Math.min(core0.cycles, core1.cycles);
      } else if (core0.running || core1.running) {
        const cpu = core0.running ? core0 : core1;
        this.execute(cpu, cycleLimit);
        reached = cpu.cycles;
      } else if (whileBusy) {
        return;
      }
      // A cycle is not a whole number of nanoseconds: at the limit, the limit is the time.
      time.advanceTo(reached < cycleLimit ? time.nanosAt(reached) : limit);
    }
  }

  get uarts(): readonly [Uart, Uart] {
    return this.buses.uarts;
  }

  /** Whether a core sleeps deeply, and with it all that a program does: nobody can reach it. */
  get deepAsleep(): boolean {
    return this.idle && this.cores.some((cpu) => cpu.sleepsDeep);
  }

  /** Whether both cores sleep: nothing happens before the next alarm. */
  get idle(): boolean {
    return !this.cores[0].running && !this.cores[1].running;
  }

  private execute(cpu: CortexM0, untilCycles: number): void {
    this.executing = cpu;
    this.time.during(cpu, () => cpu.run(untilCycles));
    this.executing = undefined;
  }

  private surroundings(): CoreSurroundings {
    return {
      onBreakpoint: (cpu, number) => {
        const trap = cpu.instructionAddress < 0x4000 ? this.rom.traps.get(number) : undefined;
        if (trap === undefined) cpu.fault("breakpoint", cpu.instructionAddress);
        else trap(this.callers[cpu.core], this.romBoard);
      },
      onSendEvent: (cpu) => this.cores[cpu.core === 0 ? 1 : 0].receiveEvent(),
      onWake: (cpu) => {
        cpu.cycles = Math.max(cpu.cycles, this.time.cyclesAt(this.time.nanos));
        if (this.executing !== cpu) this.executing?.stopAt(this.executing.cycles);
      },
      // A host's frames would end a deep sleep within a millisecond; ours lets a board sleep.
      deafTo: ({ core }) =>
        this.systems[core].sleepsDeep && this.gatedClocks.someStopInSleep ? 1 << USB_INTERRUPT : 0,
      onLockUp: (_cpu, fault) => {
        // A running watchdog brings a locked-up chip back.
        if (!this.watchdog.enabled) this.finish({ kind: "lock-up", fault });
      },
    };
  }

  private finish(end: ChipEnd): void {
    this.end ??= end;
    for (const cpu of this.cores) cpu.halt();
  }

  /** Without the crystal there is no clock. No input is set up to start it again. */
  private standStill(): void {
    this.dormant = true;
    for (const cpu of this.cores) cpu.halt();
    this.time.forgetAlarms();
  }

  private chargeNanos(nanos: number): void {
    const cpu = this.executing;
    if (cpu !== undefined)
      cpu.remaining -= this.time.cyclesAt(this.time.nanos + nanos) - cpu.cycles;
  }

  private sharedMemory(): SharedMemory {
    return {
      rom: this.bootrom,
      sram: this.sram,
      flash: this.flashDevice,
      usbRam: this.usbDPRAM,
      usbRamWritten: (offset) => this.usb.ramWritten(offset),
      peripheral: (address) => this.findPeripheral(address),
    };
  }

  /** The interpolators of `rp2040js` are inside its SIO; of this one nothing else is used. */
  private interpolators(): WordDevice {
    const Sio = this.sio.constructor as new (chip: RP2040) => WordDevice;
    return new Sio(this);
  }

  private replacePeripherals(parts: ChipParts): void {
    const { peripherals } = this;
    const flashSerial = new FlashSerialInterface(this, parts.uniqueId);
    peripherals[0x14000] = new RegisterFile(this, "XIP_CTRL", {
      [XIP_CONTROL]: 3,
      [XIP_STATUS]: 3,
    });
    peripherals[0x18000] = flashSerial;
    peripherals[0x40000] = new RegisterFile(this, "SYSINFO", SYSTEM_INFORMATION);
    peripherals[0x40008] = this.gatedClocks;
    peripherals[0x40010] = new PowerStateMachine(this, (off) => this.holdCore1(off));
    peripherals[0x40018] = new QspiPins(this, (low) => flashSerial.select(low));
    peripherals[0x40024] = new Crystal(this, () => this.standStill());
    this.buses.replace();
    peripherals[0x40050] = this.pulses;
    // Pins that count pulses tell it here.
    Object.defineProperty(this, "pwm", { value: this.pulses });
    peripherals[0x40054] = new MicrosecondTimer(this, parts.clock, (alarm, level) =>
      this.setInterrupt(alarm, level),
    );
    peripherals[0x40058] = this.watchdog;
    peripherals[0x40060] = new RingOscillator(this, parts.randomSeed);
    peripherals[0x40064] = new RegisterFile(this, "VREG_AND_CHIP_RESET", {
      [VOLTAGE_REGULATOR]: VREG_ENABLED,
      [CHIP_RESET]: parts.coldStart ? HAD_POWER_ON : 0,
    });
    peripherals[0x50000] = this.watchedDma;
    peripherals[0x50110] = this.usb;
    this.stateMachines.replace();
  }

  /** The level of a pin is about to change: those that lag behind have seen it until now. */
  beforeInput(): void {
    this.stateMachines.beforeInput();
  }

  inputChanged(pin: number): void {
    this.stateMachines.inputChanged(pin);
    this.pins.inputChanged(pin);
  }

  /** An interrupt of pins was set up, or came. */
  override updateIOInterrupt(): void {
    super.updateIOInterrupt();
    this.pins.watchersChanged();
  }

  private holdCore1(off: boolean): void {
    const core1 = this.cores[1];
    if (off) {
      core1.halt();
      return;
    }
    this.systems[1].reset();
    core1.cycles = Math.max(core1.cycles, this.time.cyclesAt(this.time.nanos));
    core1.reset();
    core1.exceptions.lines = this.interruptLines;
    this.executing?.stopAt(this.executing.cycles);
  }

  /** An interrupt line of a peripheral, which both cores see. */
  override setInterrupt(interrupt: number, level: boolean): void {
    const bit = 1 << interrupt;
    const lines = level ? this.interruptLines | bit : this.interruptLines & ~bit;
    if (lines === this.interruptLines) return;
    this.interruptLines = lines;
    for (const cpu of this.cores) {
      cpu.exceptions.lines = level ? cpu.exceptions.lines | bit : cpu.exceptions.lines & ~bit;
      if (level) cpu.exceptionsChanged();
    }
  }

  private setCoreInterrupt(core: 0 | 1, interrupt: number, level: boolean): void {
    const cpu = this.cores[core];
    const bit = 1 << interrupt;
    cpu.exceptions.lines = level ? cpu.exceptions.lines | bit : cpu.exceptions.lines & ~bit;
    if (level) cpu.exceptionsChanged();
  }

  /** Called by the constructor of the base class; cores and flash are this class's own. */
  override reset(): void {
    this.pwm.reset();
  }

  // What the DMA reads and writes.
  override readUint32(address: number): number {
    return this.dmaMemory.readUint32(address) >>> 0;
  }

  override readUint16(address: number): number {
    return this.dmaMemory.readUint16(address);
  }

  override readUint8(address: number): number {
    return this.dmaMemory.readUint8(address);
  }

  override writeUint32(address: number, value: number): void {
    this.dmaMemory.writeUint32(address, value);
  }

  override writeUint16(address: number, value: number): void {
    this.dmaMemory.writeUint16(address, value);
  }

  override writeUint8(address: number, value: number): void {
    this.dmaMemory.writeUint8(address, value);
  }
}

function connectedMailboxes(
  onInterrupt: (core: 0 | 1, level: boolean) => void,
): readonly [CoreMailbox, CoreMailbox] {
  const first = new CoreMailbox((level) => onInterrupt(0, level));
  const second = new CoreMailbox((level) => onInterrupt(1, level));
  CoreMailbox.connect(first, second);
  return [first, second];
}

function caller(cpu: CortexM0): RomCaller {
  return {
    core: cpu.core,
    registers: cpu.registers,
    memory: cpu.bus as MemoryMap,
    charge: (cycles) => {
      cpu.remaining -= cycles;
    },
    sendEvent: () => cpu.onSendEvent(),
  };
}
