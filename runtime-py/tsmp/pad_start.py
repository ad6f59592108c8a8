# text.padStart(length, fill)
from tsmp.padding import padding


def pad_start(text, length, fill=" "):
    return padding(text, length, fill) + text
