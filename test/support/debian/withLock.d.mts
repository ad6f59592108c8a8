/**
 * Runs `work` while no other process of this machine does so under the same lock file. A lock whose owner is gone
 * is taken over.
 */
export function withLock<T>(path: string, work: () => Promise<T>): Promise<T>;
