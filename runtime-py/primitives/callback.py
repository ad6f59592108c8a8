# Launches a user's callback for a task that must outlive it.

import asyncio
from .launching import launch


def callback(func, args):
    # An exception goes where that of a task goes which nobody awaits.
    try:
        return launch(func, args)
    except Exception as e:
        asyncio.get_event_loop().call_exception_handler(
            {"message": "Exception in a callback", "exception": e, "future": asyncio.current_task()}
        )
