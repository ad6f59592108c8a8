# What a decorator is told of what it decorates.
class DecoratorContext:
    def __init__(self, kind, name, private=False):
        self.kind = kind
        self.name = name
        self.private = private
        self.static = False
