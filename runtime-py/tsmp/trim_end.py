# text.trimEnd(). str.rstrip compares bytes, so that only ASCII can be left to it.
from tsmp.blanks import blanks


def trim_end(text):
    text = text.rstrip()
    while text and text[-1] > "\x7f" and text[-1] in blanks:
        text = text[:-1].rstrip()
    return text
