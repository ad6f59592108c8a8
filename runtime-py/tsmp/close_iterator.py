# Ends an iterator that a loop may have left early.
def close_iterator(it):
    if hasattr(it, "close"):
        it.close()
