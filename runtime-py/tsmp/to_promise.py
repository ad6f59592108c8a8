# A coroutine, task or plain value as a promise.
from tsmp.Promise import to_promise
