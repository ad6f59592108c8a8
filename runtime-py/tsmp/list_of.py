# Array.from(source) where the source may have a length and indices only.
def list_of(source):
    try:
        items = iter(source)
    except TypeError:
        from tsmp.get_property import get_property
        from tsmp.to_integer import to_integer

        return [get_property(source, str(i)) for i in range(to_integer(get_property(source, "length")))]
    return list(items)
