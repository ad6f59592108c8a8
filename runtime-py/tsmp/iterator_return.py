# it.return(...) of Python generators and iterators.
from tsmp.iterator_next import iterator_return
