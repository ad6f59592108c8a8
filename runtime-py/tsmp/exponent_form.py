# The digits d as "d.ddde+n", where the number is d * 10**e; d is an int or digits.
def exponent_form(d, e):
    text = str(d)
    e += len(text) - 1
    if len(text) > 1:
        text = text[0] + "." + text[1:]
    return text + ("e" if e < 0 else "e+") + str(e)
