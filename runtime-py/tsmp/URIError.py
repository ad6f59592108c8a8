# JavaScript's URIError.
class URIError(Exception):
    name = "URIError"
