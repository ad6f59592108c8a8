# A coroutine begun as a call of an async function begins: at once, up to its first wait. Gives its promise.
from tsmp.Promise import start
