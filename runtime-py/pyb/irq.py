# Interrupts off and on. `machine` wants each state back once; a Pyboard program may switch as often as it likes.

import machine

_blocked = False
_before = None


def disable_irq():
    # Returns whether interrupts were allowed.
    global _blocked, _before
    state = machine.disable_irq()
    if _blocked:
        machine.enable_irq(state)  # Back to blocked, one level up
        return False
    _blocked = True
    _before = state
    return True


def enable_irq(state=True):
    global _blocked
    if not state:
        disable_irq()
    elif _blocked:
        _blocked = False
        machine.enable_irq(_before)
