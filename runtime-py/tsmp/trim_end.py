# text.trimEnd()
from tsmp.blanks import blanks


def trim_end(text):
    return text.rstrip(blanks)
