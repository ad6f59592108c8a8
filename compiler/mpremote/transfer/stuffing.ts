/**
 * A payload without the bytes 3 and 4: the first would interrupt the code that receives it, the
 * second would end it at a prompt. Runs without these two stand behind a code that says how long the
 * run is and what comes behind it, offset by 5 so that no code is 3 or 4 either:
 *
 *     5 + n          n bytes, then a 3       (n < 125)
 *     130 + n        n bytes, then a 4       (n < 125)
 *     255            125 bytes
 *
 * What would come behind the last run is beyond the end and does not count. Costs 0.5 % of what
 * looks random.
 */
export function stuff(plain: Uint8Array): Buffer {
  const stuffed = Buffer.alloc(plain.length + Math.ceil(plain.length / longestRun) + 1);
  let end = 0;
  for (let start = 0; start <= plain.length; ) {
    const stop = endOfRun(plain, start);
    const isFull = stop - start === longestRun;
    stuffed[end++] = isFull ? 255 : 5 + (stop - start) + (plain[stop] === 4 ? longestRun : 0);
    stuffed.set(plain.subarray(start, stop), end);
    end += stop - start;
    if (isFull && stop === plain.length) break;
    start = isFull ? stop : stop + 1;
  }
  return stuffed.subarray(0, end);
}

function endOfRun(plain: Uint8Array, start: number): number {
  let at = start;
  while (at < plain.length && at - start < longestRun && plain[at] !== 3 && plain[at] !== 4) at++;
  return at;
}

const longestRun = 125;
