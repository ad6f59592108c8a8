# typeof value; `none` says what a None stands for.
def type_of(value, none="undefined"):
    kind = type(value)
    if kind is str:
        return "string"
    if kind is int or kind is float:
        return "bigint" if "bigint" in none else "number"
    if kind is bool:
        return "boolean"
    if value is None:
        return "object" if none == "object" or "null" in none else "undefined"
    if getattr(value, "__kind__", "") == "Symbol":
        return "symbol"
    return "function" if callable(value) else "object"
