# setInterval
from tsmp.set_timeout import set_interval
