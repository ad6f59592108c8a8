type Reasons = Readonly<Record<string, string>>;

const lwip = "of the network stack of a board";
const missing = "not built into the unix port";

/** Names that a Pico W has and the unix port does not. */
export const notOnUnix: Reasons = {
  "asyncio.Task.then": "a task is a Promise to TypeScript",
  "asyncio.Task.catch": "a task is a Promise to TypeScript",
  "asyncio.Task.finally": "a task is a Promise to TypeScript",
  "micropython.alloc_emergency_exception_buf": missing,
  "os.sync": missing,
  "os.uname": missing,
  "os.dupterm": missing,
  "os.dupterm_notify": missing,
  "select.select": missing,
  "socket.callback": lwip,
  "socket.print_pcbs": lwip,
  "socket.reset": lwip,
  "socket.IPPROTO_IP": lwip,
  "socket.IPPROTO_TCP": lwip,
  "socket.IP_ADD_MEMBERSHIP": lwip,
  "socket.IP_DROP_MEMBERSHIP": lwip,
  "socket.TCP_NODELAY": lwip,
  "socket.MSG_PEEK": lwip,
  "socket.MSG_DONTWAIT": lwip,
  "socket.socket.sendall": lwip,
};

/**
 * Functions that take more (or fewer) arguments than the stub says, and why the stub does not follow:
 * the answer of the interpreter, then the reason.
 */
export const otherArityOnUnix: Readonly<Record<string, readonly ["more" | "fewer", string]>> = {
  "_thread.start_new_thread": [
    "more",
    "a dict of keyword arguments, which functions here do not have",
  ],
  "asyncio.sleep_ms": ["more", "the generator that it reuses"],
  "asyncio.wait_for": ["more", "the sleep function that it uses"],
  "asyncio.get_event_loop": ["more", "sizes of queues of the first version, ignored"],
  "asyncio.TaskQueue.push": ["more", "checked in C by itself"],
  "collections.OrderedDict.update": ["fewer", "nothing to update with"],
  "io.open": ["more", "settings of CPython, ignored"],
  "io.StringIO.write": ["more", "offset and length of the part to write"],
  "io.BytesIO.write": ["more", "offset and length of the part to write"],
  "micropython.RingIO.write": ["more", "offset and length of the part to write"],
  "platform.libc_ver": ["more", "arguments of CPython, ignored"],
  "platform.platform": ["more", "arguments of CPython, ignored"],
  "re.match": ["more", "flags, which do nothing"],
  "re.search": ["more", "flags, which do nothing"],
  "re.sub": ["more", "flags, which do nothing"],
  "socket.socket.send": ["more", "flags of the unix port"],
  "socket.socket.sendto": ["more", "flags of the unix port"],
  "socket.socket.write": ["more", "offset and length of the part to write"],
  "struct.unpack": ["more", "the offset, for which there is unpack_from"],
  "websocket.websocket.write": ["more", "offset and length of the part to write"],
  "websocket.websocket.ioctl": ["fewer", "the argument that most commands take"],
};
