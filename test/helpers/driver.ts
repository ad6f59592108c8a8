/**
 * The Python side of `evaluate`: reads expressions from lines.txt and answers each with one line, a value
 * as `write` spells it (see `values.ts`) or `!` and the exception. The `fronts` of helpers must give the same.
 */
export const driver = `
import sys
from struct import pack, unpack


def f64(bits):
    # A float from the hexadecimal digits of its eight bytes: Python's own literals may be inexact.
    return unpack(">d", bytes(int(bits[i : i + 2], 16) for i in range(0, 16, 2)))[0]


def write(value):
    kind = type(value)
    if value is None:
        return "N"
    if kind is bool:
        return "T" if value else "F"
    if kind is int:
        return "i" + str(value)
    if kind is float:
        return "f" + "".join("%02x" % byte for byte in pack(">d", value))
    if kind is str:
        return "s" + ".".join("%x" % ord(c) for c in value) + ";"
    if kind is list or kind is tuple:
        return "[" + ",".join([write(item) for item in value]) + "]"
    if kind is dict:
        return "{" + ",".join([write([k, value[k]]) for k in value]) + "}"
    if kind in (bytes, bytearray) or kind.__name__ == "array":
        return write(list(value))
    return "s" + ".".join("%x" % ord(c) for c in "<" + kind.__name__ + ">") + ";"


def answer(line):
    try:
        return write(eval(line))
    except Exception as error:
        return "!" + type(error).__name__ + ": " + str(error).replace("\\n", "\\\\n")


def answer_all():
    for line in open("lines.txt"):
        text = answer(line)
        if fronts:
            whole = dict(globals())
            exec(fronts, globals())
            front = answer(line)
            globals().update(whole)
            if front != text:
                text = "!Front: " + front
        print("@" + text)


`;
