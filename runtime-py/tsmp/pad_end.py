# text.padEnd(length, fill)
from tsmp.padding import padding


def pad_end(text, length, fill=" "):
    return text + padding(text, length, fill)
