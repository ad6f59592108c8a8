# A pause that a cancelled task does not sit out.

import asyncio

_LONGEST_MS = 0x10000000  # Three days; longer than twice that, ticks_ms() cannot tell the future from the past


async def sleep(t, granularity=100):
    # Seconds. asyncio ends any sleep at once when its task is cancelled, so there is no latency to bound.
    if granularity < 0:
        raise ValueError("sleep() granularity must be >= 0")
    ms = int(t * 1000)
    while ms > _LONGEST_MS:
        await asyncio.sleep_ms(_LONGEST_MS)
        ms -= _LONGEST_MS
    await asyncio.sleep_ms(ms)
