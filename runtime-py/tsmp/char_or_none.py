# text[i]: None outside of the text.
def char_or_none(text, i):
    if i is None:
        return None
    if type(i) is not int:
        if i != int(i):
            return None
        i = int(i)
    return text[i] if 0 <= i < len(text) else None
