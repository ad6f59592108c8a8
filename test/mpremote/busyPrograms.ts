/** Programs that a board may be busy with when somebody attaches to it. */
export const busyPrograms: Readonly<Record<string, string>> = {
  nothing: "",
  "a tight loop": "while True: pass\n",
  "a loop that sleeps": "import time\nwhile True: time.sleep(0.05)\n",
  "a long sleep": "import time\ntime.sleep(1000)\n",
  "an output flood": "while True: print('x' * 70)\n",
  "a flood of lines that look like the banner": "while True: print('raw REPL; CTRL-B to exit')\n",
  asyncio: `import asyncio
async def blink(n):
    while True: await asyncio.sleep_ms(n)
async def main():
    await asyncio.gather(*(blink(n) for n in range(1, 8)))
asyncio.run(main())
`,
  "asyncio that prints": `import asyncio
async def talk():
    while True:
        print('tick')
        await asyncio.sleep_ms(1)
asyncio.run(talk())
`,
  "a handler that goes on": `import time
while True:
    try: time.sleep(0.01)
    except KeyboardInterrupt:
        print('not now')
        time.sleep_ms(20)
`,
  "two handlers, one in the other": `import time
while True:
    try:
        try:
            while True: time.sleep_ms(1)
        except KeyboardInterrupt: time.sleep_ms(10)
    except: time.sleep_ms(10)
`,
  "a handler that gives in at the third time": `count = 0
while count < 3:
    try:
        while True: pass
    except KeyboardInterrupt: count += 1
`,
  "a program that resets the board every quarter of a second": `import machine, time
print('here')
time.sleep_ms(250)
machine.reset()
`,
  "a program that reads input": "while True: input('name? ')\n",
  "a program that has ended with an exception": "print(1 / 0)\n",
};
