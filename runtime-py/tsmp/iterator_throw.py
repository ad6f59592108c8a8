# it.throw(...) of Python generators and iterators.
from tsmp.iterator_next import iterator_throw
