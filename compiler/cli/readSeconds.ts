import { InvalidArgumentError } from "commander";

/** A number of seconds above 0, of a command line. */
export function readSeconds(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0) return value;
  throw new InvalidArgumentError("It is a number of seconds above 0.");
}
