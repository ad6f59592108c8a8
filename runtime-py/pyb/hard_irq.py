# Calls a handler on edges of a pin, in the interrupt itself as on a Pyboard.


def hard_irq(pin, handler, trigger):
    try:
        pin.irq(handler=handler, trigger=trigger, hard=True)
    except TypeError:  # A pin whose firmware knows soft interrupts only
        pin.irq(handler=handler, trigger=trigger)
