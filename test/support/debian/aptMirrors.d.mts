/** Base addresses that may hold `dists/SUITE`, the most likely first, each without a slash at its end. */
export function aptMirrors(aptFolder?: string): string[];
