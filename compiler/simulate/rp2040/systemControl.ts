import type { ChipAlarm, ChipClock } from "./chipClock.ts";
import type { CortexM0 } from "./core/cortexM0.ts";
import type { WordDevice } from "./memoryMap.ts";

/** Registers at 0xE000E000 (ARMv6-M manual, B3.2 to B3.4). */
const SYST_CSR = 0x010;
const SYST_RVR = 0x014;
const SYST_CVR = 0x018;
const NVIC_ISER = 0x100;
const NVIC_ICER = 0x180;
const NVIC_ISPR = 0x200;
const NVIC_ICPR = 0x280;
const NVIC_IPR0 = 0x400;
const NVIC_IPR7 = 0x41c;
const CPUID = 0xd00;
const ICSR = 0xd04;
const VTOR = 0xd08;
const AIRCR = 0xd0c;
const SCR = 0xd10;
const SHPR2 = 0xd1c;
const SHPR3 = 0xd20;

const PENDSVSET = 1 << 28;
const PENDSVCLR = 1 << 27;
const PENDSTSET = 1 << 26;
const PENDSTCLR = 1 << 25;
const ISRPENDING = 1 << 22;
/** Cortex-M0+ r0p1, as in the RP2040. */
const CPUID_VALUE = 0x410cc601;
const AIRCR_KEY = 0xfa05;
const SYSRESETREQ = 1 << 2;
const SLEEPDEEP = 1 << 2;
const SCR_BITS = 0b10110;

const TICK_ENABLE = 1;
const TICK_INTERRUPT = 2;
const TICK_FROM_PROCESSOR = 4;
const COUNTED_TO_ZERO = 1 << 16;
const COUNTER_MASK = 0xffffff;

/** The system registers of one core: interrupt controller, SysTick, vector table. */
export class SystemControl implements WordDevice {
  private cpu!: CortexM0;
  private readonly clock: ChipClock;
  private readonly onResetRequest: () => void;
  private readonly alarm: ChipAlarm;
  private sleepControl = 0;
  private tickControl = TICK_FROM_PROCESSOR;
  private reload = 0;
  /** The time at which the counter held its reload value. */
  private tickOrigin = 0;
  private lastFlagCheck = 0;

  constructor(clock: ChipClock, onResetRequest: () => void) {
    this.clock = clock;
    this.onResetRequest = onResetRequest;
    this.alarm = clock.createAlarm(() => this.tick());
  }

  attach(cpu: CortexM0): void {
    this.cpu = cpu;
  }

  reset(): void {
    this.alarm.cancel();
    this.sleepControl = 0;
    this.tickControl = TICK_FROM_PROCESSOR;
    this.reload = 0;
  }

  /** Whether this core's sleep is a deep one, in which clocks may stop. */
  get sleepsDeep(): boolean {
    return (this.sleepControl & SLEEPDEEP) !== 0;
  }

  readUint32(offset: number): number {
    const { exceptions } = this.cpu;
    if (offset >= NVIC_IPR0 && offset <= NVIC_IPR7) return this.readPriorities(offset - NVIC_IPR0);
    switch (offset) {
      case SYST_CSR:
        return this.tickControl | this.takeTickFlag();
      case SYST_RVR:
        return this.reload;
      case SYST_CVR:
        return this.tickCounter;
      case NVIC_ISER:
      case NVIC_ICER:
        return exceptions.enabled;
      case NVIC_ISPR:
      case NVIC_ICPR:
        return exceptions.lines | exceptions.pended;
      case CPUID:
        return CPUID_VALUE;
      case ICSR:
        return this.readState();
      case VTOR:
        return this.cpu.vectorTable;
      case AIRCR:
        return AIRCR_KEY << 16;
      case SCR:
        return this.sleepControl;
      case SHPR2:
        return exceptions.supervisorCallPriority << 30;
      case SHPR3:
        return (exceptions.sysTickPriority << 30) | (exceptions.pendSVPriority << 22);
      default:
        return 0;
    }
  }

  writeUint32(offset: number, value: number): void {
    const { exceptions } = this.cpu;
    if (offset >= NVIC_IPR0 && offset <= NVIC_IPR7) {
      for (let lane = 0; lane < 4; lane++) {
        exceptions.priorities[offset - NVIC_IPR0 + lane] = (value >>> (8 * lane + 6)) & 3;
      }
      this.cpu.exceptionsChanged();
      return;
    }
    if (offset >= SYST_CSR && offset <= SYST_CVR) {
      this.writeSysTick(offset, value);
      return;
    }
    this.writeControl(offset, value);
    this.cpu.exceptionsChanged();
  }

  private writeControl(offset: number, value: number): void {
    const { exceptions } = this.cpu;
    switch (offset) {
      case NVIC_ISER:
        exceptions.enabled |= value;
        return;
      case NVIC_ICER:
        exceptions.enabled &= ~value;
        return;
      case NVIC_ISPR:
        exceptions.pended |= value;
        return;
      case NVIC_ICPR:
        exceptions.pended &= ~value;
        return;
      case ICSR:
        if ((value & PENDSVSET) !== 0) exceptions.pendingPendSV = true;
        if ((value & PENDSVCLR) !== 0) exceptions.pendingPendSV = false;
        if ((value & PENDSTSET) !== 0) exceptions.pendingSysTick = true;
        if ((value & PENDSTCLR) !== 0) exceptions.pendingSysTick = false;
        return;
      case VTOR:
        this.cpu.vectorTable = value & ~255;
        return;
      case AIRCR:
        if (value >>> 16 === AIRCR_KEY && (value & SYSRESETREQ) !== 0) this.onResetRequest();
        return;
      case SCR:
        this.sleepControl = value & SCR_BITS;
        return;
      case SHPR2:
        exceptions.supervisorCallPriority = value >>> 30;
        return;
      case SHPR3:
        exceptions.sysTickPriority = value >>> 30;
        exceptions.pendSVPriority = (value >>> 22) & 3;
        return;
      default:
    }
  }

  private readPriorities(first: number): number {
    const { priorities } = this.cpu.exceptions;
    let word = 0;
    for (let lane = 0; lane < 4; lane++) word |= priorities[first + lane]! << (8 * lane + 6);
    return word;
  }

  private readState(): number {
    const { exceptions } = this.cpu;
    const pending = exceptions.next(4);
    return (
      (exceptions.pendingPendSV ? PENDSVSET : 0) |
      (exceptions.pendingSysTick ? PENDSTSET : 0) |
      (((exceptions.lines | exceptions.pended) & exceptions.enabled) !== 0 ? ISRPENDING : 0) |
      (pending << 12) |
      this.cpu.exceptionNumber
    );
  }

  /** Nanoseconds of one count: the processor's clock, or the microsecond tick of the watchdog. */
  private get tickNanos(): number {
    const processor = (this.tickControl & TICK_FROM_PROCESSOR) !== 0;
    return processor ? this.clock.nanosAt(1) - this.clock.nanosAt(0) : 1000;
  }

  private get ticks(): number {
    return Math.floor((this.clock.nanos - this.tickOrigin) / this.tickNanos + 1e-6);
  }

  private get tickCounter(): number {
    if ((this.tickControl & TICK_ENABLE) === 0 || this.reload === 0) return 0;
    return this.reload - (this.ticks % (this.reload + 1));
  }

  private takeTickFlag(): number {
    if ((this.tickControl & TICK_ENABLE) === 0 || this.reload === 0) return 0;
    const turns = Math.floor((this.ticks + 1) / (this.reload + 1));
    const counted = turns > this.lastFlagCheck;
    this.lastFlagCheck = turns;
    return counted ? COUNTED_TO_ZERO : 0;
  }

  private writeSysTick(offset: number, value: number): void {
    switch (offset) {
      case SYST_CSR: {
        const started = (value & ~this.tickControl & TICK_ENABLE) !== 0;
        this.tickControl = value & 7;
        if (started) this.restartTick();
        else this.planTick();
        return;
      }
      case SYST_RVR:
        this.reload = value & COUNTER_MASK;
        return;
      default:
        this.restartTick();
    }
  }

  private restartTick(): void {
    this.tickOrigin = this.clock.nanos;
    this.lastFlagCheck = 0;
    this.planTick();
  }

  private planTick(): void {
    this.alarm.cancel();
    if ((this.tickControl & (TICK_ENABLE | TICK_INTERRUPT)) !== (TICK_ENABLE | TICK_INTERRUPT))
      return;
    if (this.reload === 0) return;
    this.alarm.schedule(
      (this.tickCounter === 0 ? this.reload + 1 : this.tickCounter) * this.tickNanos,
    );
  }

  private tick(): void {
    this.cpu.exceptions.pendingSysTick = true;
    this.cpu.exceptionsChanged();
    this.alarm.schedule((this.reload + 1) * this.tickNanos);
  }
}
