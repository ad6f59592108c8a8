# import(): a module as the value of a promise; it runs when the code at hand has ended.
from tsmp.Promise import Promise


def import_module(name):
    def load(_):
        module = __import__(name)
        for part in name.split(".")[1:]:
            module = getattr(module, part)
        return module

    return Promise.resolve().then(load)
