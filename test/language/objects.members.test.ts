import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Methods and accessors of object literals", () => {
  test("a method with this", () =>
    sameAsNode(`
      const counter = { count: 0, next() { this.count++; return this.count; } };
      counter.next();
      console.log(counter.next(), counter.count);
    `));

  test("a method of an object made in a function", () =>
    sameAsNode(`
      function makeCounter(start: number, step: number) {
        return { value: start, next() { this.value += step; return this.value; } };
      }
      const a = makeCounter(0, 1);
      const b = makeCounter(10, 5);
      a.next();
      console.log(a.next(), b.next(), a.value, b.value);
    `));

  test("methods that close over variables", () =>
    sameAsNode(`
      function bank(balance: number) {
        return {
          deposit(n: number) { balance += n; return balance; },
          withdraw: (n: number) => (balance -= n),
          get balance2() { return 7; },
        };
      }
      const account = bank(100);
      account.deposit(50);
      console.log(account.withdraw(30), account.balance2);
    `));

  test("getters and setters in a literal", () =>
    sameAsNode(`
      const temperature = {
        celsius: 20,
        get fahrenheit() { return this.celsius * 2 + 30; },
        set fahrenheit(f: number) { this.celsius = (f - 30) / 2; },
      };
      console.log(temperature.fahrenheit);
      temperature.fahrenheit = 100;
      console.log(temperature.celsius, temperature.fahrenheit);
      console.log(temperature);
    `));

  test("a getter only", () =>
    sameAsNode(`
      const o = { first: "A", last: "B", get full() { return this.first + " " + this.last; } };
      o.first = "C";
      console.log(o.full, o);
    `));

  test("a getter that counts", () =>
    sameAsNode(`
      let calls = 0;
      const o = { get v() { calls++; return calls; } };
      console.log(o.v, o.v, calls);
    `));
});
