# The plain letters that a Latin letter beyond ASCII is made of, and a number for its accent: ("e", 1) of e acute.
_BASE = (
    "AAAAAA.CEEEEIIIIDNOOOOO.OUUUUY..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiI...JjKk.LlLlLlL"
    "lLlNnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZzs"
)
# The accents in their order: acute, grave, breve, circumflex, ... ("a" to "m"); "z" is a stroke.
_ACCENT = (
    "badigf.kbadgbadgzibadig.zbadga..badigf.kbadgbadgzibadig.zbadga.g"
    "mmccllaaddjjeeeezzmmccjjlleeddccjjkkddzziimmccllj...ddkk.aakkeez"
    "zzzaakkee...mmcchh..aakkeeaaddkkeekkee..iimmccffhhllddddgaajjeez"
)
_PAIRS = {0xC6: "AE", 0xDF: "ss", 0xE6: "ae", 0x132: "IJ", 0x133: "ij", 0x152: "OE", 0x153: "oe", 0x1E9E: "SS"}


def latin_letter(c):
    code = ord(c)
    if code in _PAIRS:
        return _PAIRS[code], 26
    if not 0xC0 <= code < 0x180 or _BASE[code - 0xC0] == ".":
        return c, 0
    return _BASE[code - 0xC0], ord(_ACCENT[code - 0xC0]) - 96
