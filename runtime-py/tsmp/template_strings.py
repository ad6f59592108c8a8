# What a tag gets first: the texts of its template, and as `raw` the same as written.
class TemplateStrings(list):
    pass


def template_strings(texts, raw):
    strings = TemplateStrings(texts)
    strings.raw = raw
    return strings
