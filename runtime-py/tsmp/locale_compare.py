# a.localeCompare(b) for text in ASCII: letters by the alphabet, small before capital.
def locale_compare(a, b):
    x = _keys(a)
    y = _keys(b)
    if x == y:
        x = [c.lower() != c for c in a]
        y = [c.lower() != c for c in b]
    return 0 if x == y else -1 if x < y else 1


_order = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz"


def _keys(text):
    return [_order.find(c) if ord(c) < 128 else ord(c) for c in text.lower()]
