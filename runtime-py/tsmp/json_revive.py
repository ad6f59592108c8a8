# The second argument of JSON.parse: every value is replaced by what f(key, value) gives, the innermost first.
# An answer of None removes the property, unless it was null already.
from tsmp.Obj import Obj


def json_revive(value, f):
    return _revived("", value, f)


def _revived(key, value, f):
    if type(value) is Obj:
        for name in list(value):
            item = value[name]
            revived = _revived(name, item, f)
            if revived is None and item is not None:
                del value[name]
            else:
                value[name] = revived
    elif type(value) is list:
        for i, item in enumerate(value):
            value[i] = _revived(str(i), item, f)
    return f(key, value)
