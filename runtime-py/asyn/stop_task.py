# What a cancelled task receives. It is no Exception: `except Exception` lets it pass, as it should.

import asyncio

StopTask = CancelError = asyncio.CancelledError
