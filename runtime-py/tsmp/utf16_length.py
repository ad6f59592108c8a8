# The length of a str in JavaScript, where a character beyond the first 65,536 counts twice.
def utf16_length(text):
    length = len(text)
    if length != len(text.encode()):
        for c in text:
            if c > "\uffff":
                length += 1
    return length
