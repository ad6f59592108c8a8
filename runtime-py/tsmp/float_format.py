# The float format of this build: significant bits, exponent of the smallest step, decimal digits that always survive.
_is_double = float("1e39") < float("inf")
BITS = 53 if _is_double else 24
LOWEST = -1074 if _is_double else -149
DIGITS = 15 if _is_double else 6
