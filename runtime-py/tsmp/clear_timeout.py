# clearTimeout, clearInterval
from tsmp.set_timeout import clear_timeout
