# Are two texts of one length the same but for capitals, as the flag i of a pattern has it?
from tsmp.to_upper import to_upper


def same_letters(a, b):
    for i, c in enumerate(a):
        d = b[i]
        if c != d and ((c < "\x80") is not (d < "\x80") or to_upper(c) != to_upper(d)):
            return False
    return True
