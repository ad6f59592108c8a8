# it.next(value), it.return(value) and it.throw(error) of Python generators and iterators.
from tsmp.IteratorResult import IteratorResult


def iterator_next(it, value=None):
    if hasattr(it, "next"):
        return it.next(value)
    try:
        if value is None or not hasattr(it, "send"):
            return IteratorResult(next(it), False)
        try:
            return IteratorResult(it.send(value), False)
        except TypeError as e:
            if "just-started" not in str(e):
                raise
            return IteratorResult(next(it), False)  # The first value has nobody to take it
    except StopIteration as e:
        return IteratorResult(e.value, True)
    except GeneratorExit as e:  # Of a `return` that a `finally` has held up by a `yield`
        return IteratorResult(e.args[0] if e.args else None, True)


def iterator_return(it, value=None):
    if hasattr(it, "return_"):
        return it.return_(value)
    if hasattr(it, "throw"):
        try:
            return IteratorResult(it.throw(GeneratorExit(value)), False)
        except StopIteration as e:
            return IteratorResult(e.value, True)
        except GeneratorExit:
            pass
    return IteratorResult(value, True)


def iterator_throw(it, error):
    if hasattr(it, "throw_"):
        return it.throw_(error)
    try:
        return IteratorResult(it.throw(error), False)
    except StopIteration as e:
        return IteratorResult(e.value, True)
