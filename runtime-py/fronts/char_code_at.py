# Ints inside of the text.
def char_code_at(text, i=0):
    global char_code_at
    if type(i) is int and 0 <= i < len(text):
        return ord(text[i])
    from tsmp.char_code_at import char_code_at

    return char_code_at(text, i)
