"""Numbers as news writes them: "three", "12", "a dozen", "two and a half"."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_WORDS: dict[str, int] = {word: n for n, word in enumerate(_UNITS)} | _TENS | {"dozen": 12, "hundred": 100}
_WORDS |= {f"{ten}-{unit}": _TENS[ten] + n for ten in _TENS for n, unit in enumerate(_UNITS[1:10], 1)}
_ONE = frozenset({"a", "an", "single", "another"})

NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"(?:a |two |three |four |five )?dozen|"
    r"(?:a )?hundred|" + "|".join(sorted(_UNITS[1:], key=len, reverse=True)) + r")"
)
"""A regular expression (to be used with IGNORECASE) for a number in digits or words."""


def resolve_number(words: str) -> int | None:
    """The number that words name ("Three" is 3, "two dozen" 24, "1,200" 1200); None if they name none."""
    plain = " ".join(words.lower().replace(",", "").split())
    if plain.isdecimal() and len(plain) < 7:
        return int(plain)
    if plain in _ONE:
        return 1
    if plain in _WORDS:
        return _WORDS[plain]
    if plain.replace(" ", "-") in _WORDS:
        return _WORDS[plain.replace(" ", "-")]
    head, _, last = plain.rpartition(" ")
    if last in ("dozen", "hundred") and (times := resolve_number(head)) is not None:
        return times * _WORDS[last]
    return None
