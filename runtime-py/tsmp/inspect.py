# What console.log shows for a value that is no text: Node's util.inspect.
#
# none says what a None stands for, and whether an int is a bigint: words as "null", "bigint", "null bigint";
# a pair (own, inner) where what a container holds differs from the container itself.
# It is long, so it is loaded when a program first shows such a value.


def inspect(value, none="undefined", depth=2):
    from tsmp.Inspector import Inspector

    return Inspector(depth).show(value, none, 0)
