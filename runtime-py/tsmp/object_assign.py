# Object.assign: copies the own properties of the sources, None among them being nothing.
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property
from tsmp.set_property import set_property


def object_assign(target, *sources):
    for source in sources:
        if source is not None and getattr(source, "__kind__", None) != "null":
            for key in object_keys(source):
                set_property(target, key, own_property(source, key))
    return target
