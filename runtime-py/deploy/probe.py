# What a deploy has to know of a board. The host adds the line that says which of it to print.
import gc, json, os


def say(*facts):
    print("tsmp:" + json.dumps(facts))


def tell(path, limit):
    try:
        with open(path) as file:
            say(path, file.read(limit))
    except (OSError, UnicodeError):
        pass


# The path and size of every file; folders have no size.
def tree(folder):
    try:
        for entry in os.ilistdir(folder):
            path = folder + "/" + entry[0]
            if entry[1] == 0x4000:
                found.append([path, None])
                tree(path)
            else:
                found.append([path, entry[3]])
    except OSError:
        pass


found = []
tree("/.tsmp")
gc.collect()
try:
    import deflate
except ImportError:
    deflate = None
tell("/main.py", 2000)
tell("/.tsmp/active", 9)
tell("/.tsmp/a.manifest", -1)
tell("/.tsmp/b.manifest", -1)
say(found, os.listdir("/"), os.statvfs("/"), gc.mem_free(), bool(deflate))
