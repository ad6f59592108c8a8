# The name of an object's class; "" for an object literal, a record or the result of JSON.parse.
def class_name(value):
    if type(value) is dict or getattr(value, "__plain__", False):
        return ""
    return getattr(value, "__label__", "") or type(value).__name__
