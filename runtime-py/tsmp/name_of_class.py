# value.constructor.name
from tsmp.class_of import class_of
from tsmp.name_of_type import name_of_type


def name_of_class(value):
    if value is None:
        raise TypeError("Cannot read properties of undefined (reading 'constructor')")
    return name_of_type(class_of(value))
