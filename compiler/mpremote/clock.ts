import type { Board } from "./board.ts";

/** The board's clock has no time zone: it is given, and gives, local time. */
export async function setClock(board: Board, time: Date): Promise<void> {
  // MicroPython counts the days of the week from Monday.
  const fields = [
    time.getFullYear(),
    time.getMonth() + 1,
    time.getDate(),
    (time.getDay() + 6) % 7,
    time.getHours(),
    time.getMinutes(),
    time.getSeconds(),
    0,
  ];
  await board.evaluate(`import machine\nmachine.RTC().datetime((${fields.join(",")}))`);
}

/** As `2026-11-21 14:03:59`. */
export async function readClock(board: Board): Promise<string> {
  const text = await board.evaluate(
    "import machine\nprint('%04d-%02d-%02d %02d:%02d:%02d'%tuple(machine.RTC().datetime()[i] for i in (0,1,2,4,5,6)))",
  );
  return text.trim();
}
