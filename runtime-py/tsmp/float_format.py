# The float format of this build: significant bits, exponent of the smallest step, decimal digits that always survive.
BITS, LOWEST, DIGITS = (53, -1074, 15) if float("1e39") < float("inf") else (24, -149, 6)
