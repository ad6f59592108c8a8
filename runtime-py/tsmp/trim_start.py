# text.trimStart(). str.lstrip compares bytes, so that only ASCII can be left to it.
from tsmp.blanks import blanks


def trim_start(text):
    text = text.lstrip()
    while text and text[0] > "\x7f" and text[0] in blanks:
        text = text[1:].lstrip()
    return text
