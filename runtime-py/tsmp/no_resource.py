# `using` of null or undefined: there is nothing to end.
class _Nothing:
    def __enter__(self):
        return None

    def __exit__(self, *_):
        return None

    async def __aenter__(self):
        return None

    async def __aexit__(self, *_):
        return None


no_resource = _Nothing()
