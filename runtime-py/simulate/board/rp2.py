# The rp2 module's small functions. PIO, DMA and flash blocks are hardware through and through.


def country(code=None):
    import network

    return network.country(code)


def bootsel_button():
    return 0


def const(expr):
    return expr


def __getattr__(name):
    if name in (
        "PIO",
        "StateMachine",
        "DMA",
        "Flash",
        "PIOASMEmit",
        "PIOASMError",
        "asm_pio",
        "asm_pio_encode",
    ):
        raise NotImplementedError("rp2." + name + " has no stand-in: it works only on the board")
    raise AttributeError("module 'rp2' has no attribute '" + name + "'")
