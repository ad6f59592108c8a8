# s.trimStart()
from tsmp.white_space import WHITE_SPACE


def string_trim_start(s):
    s = s.lstrip()
    # str.lstrip knows ASCII only
    while s and s[0] > "\x7f" and s[0] in WHITE_SPACE:
        s = s[1:].lstrip()
    return s
