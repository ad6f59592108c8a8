# text.trim()
from tsmp.blanks import blanks


def trim(text):
    return text.strip(blanks)
