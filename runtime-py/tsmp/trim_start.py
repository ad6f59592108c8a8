# text.trimStart()
from tsmp.blanks import blanks


def trim_start(text):
    return text.lstrip(blanks)
