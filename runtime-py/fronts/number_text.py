# Ints.
def number_text(x):
    global number_text
    if type(x) is int and len(str(x)) < 22:
        return str(x)
    from tsmp.number_text import number_text

    return number_text(x)
