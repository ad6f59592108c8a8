# text.trim()
from tsmp.trim_end import trim_end
from tsmp.trim_start import trim_start


def trim(text):
    return trim_end(trim_start(text))
