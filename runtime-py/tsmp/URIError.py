# JavaScript's URIError.
class URIError(Exception):
    pass
