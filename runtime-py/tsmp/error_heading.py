# What console.log shows of an error before its properties: String(error), where a class of the program adds its name.
import builtins
from tsmp.class_name import class_name
from tsmp.error_name import error_name
from tsmp.error_text import error_text


def error_heading(error):
    text = error_text(error)
    name = error_name(error)
    kind = type(error)
    if not name.endswith("Error") or getattr(builtins, kind.__name__, None) is kind:
        return text
    label = class_name(error)
    if label == name:
        return text
    return (label if name in label else label + " [" + name + "]") + text[len(name) :]
