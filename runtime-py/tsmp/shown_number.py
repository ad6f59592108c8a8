# What console.log shows for a number: its text, but -0 with its sign.
from tsmp.number_text import number_text


def shown_number(x):
    text = number_text(x)
    return "-0" if text == "0" and str(x)[0] == "-" else text
