# s.trimEnd()
from tsmp.white_space import WHITE_SPACE


def string_trim_end(s):
    s = s.rstrip()
    # str.rstrip knows ASCII only
    while s and s[-1] > "\x7f" and s[-1] in WHITE_SPACE:
        s = s[:-1].rstrip()
    return s
