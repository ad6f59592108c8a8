# a << n of bigints, where n may be negative; a >> n is bigint_shift_left(a, -n).
def bigint_shift_left(a, n):
    return a << n if n >= 0 else a >> -n
