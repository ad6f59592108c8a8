# s.trim()
from tsmp.string_trim_end import string_trim_end
from tsmp.string_trim_start import string_trim_start


def string_trim(s):
    return string_trim_end(string_trim_start(s))
