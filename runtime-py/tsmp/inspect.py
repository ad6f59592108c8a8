# What console.log shows for a value that is no text: Node's util.inspect.
#
# none says what a None stands for, and whether an int is a bigint: words as "null", "bigint", "null bigint";
# a pair (own, inner) where what a container holds differs from the container itself.
from tsmp.Inspector import Inspector


def inspect(value, none="undefined", depth=2):
    return Inspector(depth).show(value, none, 0)
