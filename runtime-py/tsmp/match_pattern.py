# Where a match of a compiled pattern ends that begins at text[i], or -1: a backtracking matcher with a stack of its
# own, for all that MicroPython's `re` has not: looking ahead and behind, references, boundaries, counts, lone turns.
# The steps are those of compiler/lower/library/regexps/operations.ts. `slots` takes the ends of groups,
# `is_same` says what a reference may differ in.
from tsmp.in_ranges import in_ranges

_WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_BREAKS = "\n\r\u2028\u2029"


def match_pattern(steps, pc, text, i, slots, is_same):
    n = len(text)
    # Choices to go back to: (pc, i, lowest i), and changed slots to put back: (-1 - slot, value, 0)
    stack = []
    while True:
        step = steps[pc]
        op = step[0]
        pc += 1
        if op == 4 or op == 5:  # As many of a set as there are
            most = n if step[4] < 0 else min(n, i + step[4])
            low = i + step[3]
            characters = step[1]
            negated = step[2]
            if op == 4:
                while i < most and (text[i] in characters) is not negated:
                    i += 1
            else:
                while i < most and in_ranges(text[i], characters) is not negated:
                    i += 1
            if i >= low:
                if i > low:
                    stack.append((pc, i - 1, low))
                continue
        elif op == 1:  # A text
            part = step[1]
            if text.startswith(part, i):
                i += len(part)
                continue
        elif op == 2:  # One of a set
            if i < n and (text[i] in step[1]) is not step[2]:
                i += 1
                continue
        elif op == 3:
            if i < n and in_ranges(text[i], step[1]) is not step[2]:
                i += 1
                continue
        elif op == 6:  # One way, and if that fails another
            stack.append((step[2], i, i))
            pc = step[1]
            continue
        elif op == 7:
            pc = step[1]
            continue
        elif op == 8:  # An end of a group
            slot = step[1]
            stack.append((-1 - slot, slots[slot], 0))
            slots[slot] = i
            continue
        elif op == 0:
            return i
        elif op == 15:
            if i == n or step[1] and text[i] in _BREAKS:
                continue
        elif op == 14:
            if i == 0 or step[1] and text[i - 1] in _BREAKS:
                continue
        elif op == 16:
            before = i > 0 and text[i - 1] in _WORD
            if (before is not (i < n and text[i] in _WORD)) is not step[1]:
                continue
        elif op == 9:  # Groups start unset
            _unset(stack, slots, step[1], step[2])
            continue
        elif op == 10:  # A loop that counts begins
            slot = step[1]
            stack.append((-1 - slot, slots[slot], 0))
            slots[slot] = 0
            continue
        elif op == 11:
            _, slot, least, most, greedy, end = step
            turns = slots[slot]
            if turns < least:
                continue
            if 0 <= most <= turns:
                pc = end
            elif greedy:
                stack.append((end, i, i))
            else:
                stack.append((pc, i, i))
                pc = end
            continue
        elif op == 12:  # A turn begins
            slot = step[1]
            stack.append((-1 - slot, slots[slot], 0))
            stack.append((-2 - slot, slots[slot + 1], 0))
            slots[slot] += 1
            slots[slot + 1] = i
            _unset(stack, slots, step[2], step[3])
            continue
        elif op == 13:  # A turn ends: past the least count, one that took nothing fails
            slot = step[1]
            if slots[slot] <= step[2] or slots[slot + 1] != i:
                pc = step[3]
                continue
        elif op == 17:
            end = _back(text, i, slots, step, is_same)
            if end >= 0:
                i = end
                continue
        elif op == 18:
            kept = slots[:]
            found = match_pattern(steps, pc, text, i, slots, is_same) >= 0
            if found is not step[2]:
                pc = step[1]
                if found:
                    for slot, value in enumerate(kept):
                        if slots[slot] != value:
                            stack.append((-1 - slot, value, 0))
                continue
            slots[:] = kept
        elif op == 19:  # The same to the left
            part = step[1]
            if i >= len(part) and text.startswith(part, i - len(part)):
                i -= len(part)
                continue
        elif op == 20:
            if i > 0 and (text[i - 1] in step[1]) is not step[2]:
                i -= 1
                continue
        elif op == 21:
            if i > 0 and in_ranges(text[i - 1], step[1]) is not step[2]:
                i -= 1
                continue
        while stack:
            pc, i, low = stack.pop()
            if pc >= 0:
                if i > low:
                    stack.append((pc, i - 1, low))
                break
            slots[-1 - pc] = i
        else:
            return -1


def _unset(stack, slots, slot, end):
    while slot < end:
        if slots[slot] is not None:
            stack.append((-1 - slot, slots[slot], 0))
            slots[slot] = None
        slot += 1


# Where the text of a group ends that stands at i, or begins that ends there; -1 where it does not.
def _back(text, i, slots, step, is_same):
    _, slot, behind = step
    start = slots[slot]
    end = slots[slot + 1]
    if start is None or end is None:
        return i
    size = end - start
    first = i - size if behind else i
    if first < 0 or first + size > len(text):
        return -1
    part = text[start:end]
    other = text[first : first + size]
    if part != other and not (is_same and is_same(part, other)):
        return -1
    return first if behind else first + size
