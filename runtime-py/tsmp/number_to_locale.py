# x.toLocaleString(): commas between the thousands, at most three places.
from tsmp.number_to_fixed import number_to_fixed


def number_to_locale(x):
    if x != x:
        return "NaN"
    if x - x != 0:
        return "∞" if x > 0 else "-∞"
    text = str(x) if type(x) is int else number_to_fixed(x, 3) if -1e21 < x < 1e21 else str(int(x))
    whole, point, places = text.partition(".")
    places = places.rstrip("0")
    sign = "-" if whole[0] == "-" or str(x)[0] == "-" else ""
    whole = whole.lstrip("-")
    start = len(whole) % 3 or 3
    groups = [whole[:start]] + [whole[i : i + 3] for i in range(start, len(whole), 3)]
    return sign + ",".join(groups) + ("." + places if places else "")
