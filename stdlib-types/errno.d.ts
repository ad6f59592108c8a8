/** The numbers of `OSError.errno`. */

/** Access denied. */
export const EACCES: 13;
/** The address is in use. */
export const EADDRINUSE: 98;
/** Nothing there yet, try again. */
export const EAGAIN: 11;
/** Already on its way. */
export const EALREADY: 114;
/** The file is closed. */
export const EBADF: 9;
/** The connection was aborted. */
export const ECONNABORTED: 103;
/** The other side refused the connection. */
export const ECONNREFUSED: 111;
/** The other side reset the connection. */
export const ECONNRESET: 104;
/** It exists already. */
export const EEXIST: 17;
/** No way to the host. */
export const EHOSTUNREACH: 113;
/** It has begun and goes on. */
export const EINPROGRESS: 115;
/** Invalid argument. */
export const EINVAL: 22;
/** Input or output error: a device did not answer. */
export const EIO: 5;
/** It is a directory. */
export const EISDIR: 21;
/** No room in buffers. */
export const ENOBUFS: 105;
/** No such device. */
export const ENODEV: 19;
/** No such file or directory. */
export const ENOENT: 2;
/** Out of memory. */
export const ENOMEM: 12;
/** Not connected. */
export const ENOTCONN: 107;
/** Not supported here. */
export const EOPNOTSUPP: 95;
/** Operation not permitted. */
export const EPERM: 1;
/** It took too long. */
export const ETIMEDOUT: 110;
/** The names of the numbers. */
export const errorcode: Readonly<Record<int, string>>;
