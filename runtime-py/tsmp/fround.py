# Math.fround(x): rounded to single precision.
from array import array


def fround(x):
    return array("f", [x])[0]
