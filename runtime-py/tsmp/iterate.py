# An iterator with JavaScript's protocol, next() and perhaps return(), as Python iterates it.
def iterate(it):
    return _steps(it) if hasattr(it, "next") else iter(it)


def _steps(it):
    ended = False
    try:
        while True:
            result = it.next()
            if result.done:
                ended = True
                return result.value
            yield result.value
    except GeneratorExit:
        pass
    except BaseException:
        ended = True
        raise
    finally:
        if not ended and hasattr(it, "return_"):
            it.return_()
