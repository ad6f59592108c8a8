# What carries a thrown value that is no exception.
class Thrown(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value
