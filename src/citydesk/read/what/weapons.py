"""The weapons of an incident, and how many shots were fired.

In: a report's setting and a scene. Out: one weapon a kind, on its most telling words, and a number of shots.
"""

import re

from citydesk.model import Fact, Weapon, WeaponKind
from citydesk.read.page.beginnings import opening
from citydesk.read.page.document import Document, Span
from citydesk.read.page.numerals import NUMBER, resolve_number
from citydesk.read.page.patterns import at_words
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.what.passing import Telling, find_telling

_CALIBER = (
    r"(?:loaded |stolen |semi-?automatic |high-powered |black |silver |small[- ]caliber |sawed-off )?"
    r"(?:(?:\.\d{2,3}|\d{2})[- ]?(?:caliber|cal\.?)[- ,]{0,2}|\.\d{2,3}[- ]|9[- ]?(?:mm\.?|millimeter)[- ]?|"
    r"\d{2}[- ]gauge[- ])?(?:loaded |semi-?automatic )?"
)
_MADE = r"(?:glock|ruger|taurus|beretta|colt|kel-?tec|smith (?:&|and) wesson)"
_OF_HANDGUNS = r"(?:\.(?:25|32|38|357|380|40|44|45)|\b9[- ]?(?:mm|millimeter))"
_KINDS: tuple[tuple[WeaponKind, str], ...] = (
    (WeaponKind.AIR_GUN, r"(?:bb|pellet|airsoft|air)[- ](?:gun|rifle|pistol)s?"),
    (WeaponKind.SHOTGUN, rf"{_CALIBER}shotguns?"),
    (
        WeaponKind.RIFLE,
        rf"{_CALIBER}(?:(?:assault|hunting|black-powder|semi-automatic|long-barrel|long|assault-(?:style|type)) )?"
        r"(?:ak-?47(?: rifle)?|ar-?15(?: rifle)?|sks rifle|rifles?)|long guns?|assault weapons?",
    ),
    (
        WeaponKind.HANDGUN,
        rf"{_CALIBER}(?:{_MADE} )?(?:hand ?guns?|pistols?|revolvers?)"
        rf"|{_OF_HANDGUNS}(?:[- ]caliber,?)?(?: semi-?automatic)?(?: {_MADE})?(?: gun)?(?![- ]caliber "
        rf"(?:firearm|weapon))|glock",
    ),
    (WeaponKind.KNIFE, r"(?:kitchen |pocket |folding |hunting |steak )?(?:knife|knives)|machetes?|box cutters?"),
    (
        WeaponKind.FIREARM,
        rf"{_CALIBER}(?:firearms?|guns?)|loaded weapon|gunpoint|(?:small|large)[- ]caliber weapons?|"
        rf"\.22(?:[- ]caliber)?"
        r"|(?:the|his|her|a|two|three|multiple|large|their) weapons?",
    ),
)
_NOT_WEAPON = (
    r"gun (?:violence|control|owners?|ownership|laws?|rights?|shop|store|safety|range|shows?|locks?|safes?|battles?|"
    r"dealers?|crimes?|charges?|cabinet|buyback|club|fight|deaths?|fire|possession|powder|down|shots?|nuts|"
    r"sense|sellers?)"
    r"|(?:top|big|stun|spray|nail|glue|radar|hired|jumping the|under the|cap) guns?|ranger? rifle|and firearms|"
    r"of firearms"
    r"|(?:deadly|concealed|dangerous) weapons?|weapons? (?:charges?|violations?|of)"
)
_NAMED = (
    rf"(?P<no>\b(?:{_NOT_WEAPON}|knife (?:and|party)|rifle (?:club|range|association))\b)",
    *(rf"(?P<{kind.name}>(?<![\w.])(?:{words})(?![\w-]))" for kind, words in _KINDS),
)
_BEGINS = rf"(?:\b(?=\w)|(?=\.\d)){opening('|'.join(_NAMED))}"
"""Where a word begins that may be one of a weapon's name, or a caliber."""
_WEAPON = re.compile(f"{_BEGINS}(?:{'|'.join(opening(named) + named for named in _NAMED)})")
"""For small letters."""
_USED = re.compile(
    r"\b(?:with|using|fir(?:ed|ing|es)|pull(?:ed|s|ing)|drew|draw(?:s|n|ing)?|wield\w*|brandish\w*|point\w*|"
    r"aim\w*|armed|grabb\w*|retriev\w*|pick\w*|found|finds?|handl\w*|clean\w*|play\w*|discharg\w*|dropp\w*|went off|"
    r"obtain\w*|belong\w*|brought|access\w*|locat\w*|hidden|hid|tossed|threw|hands?|took|stole\w*|involving|"
    r"placed|left|"
    r"recover\w*|carry\w*|carri\w*|turn\w*|gunshot|got (?:a |the )|holding|loaded|used|unload\w*|seiz\w*|weapon)\b",
    re.IGNORECASE,
)
_WEAPON_USED = re.compile(
    r"\b(?:fir(?:ed|ing|es)|discharg\w*|went off|clean\w*|unload\w*|drew|pointed)\b", re.IGNORECASE
)
_KNIFE_USED = re.compile(r"\b(?:stabb\w*|slash\w*|lung\w*|armed|wield\w*|brandish\w*|attack\w*|cut)\b", re.IGNORECASE)
_CHARGE = re.compile(
    r"\b(?:charge\w*|count\w* of|possession|unlawful\w*|carrying|felon|accused of)\b[^.;]{0,60}$", re.IGNORECASE
)
_NEAR = 300
"""Characters of a sentence on either side of a weapon that are looked at."""
_GUNS = (WeaponKind.HANDGUN, WeaponKind.RIFLE, WeaponKind.SHOTGUN, WeaponKind.AIR_GUN)

_MORE = r"(?:at least |more than |about |around |nearly |almost |as many as |up to |over |some |approximately |maybe )?"
_UP_TO = rf"{_MORE}(?P<n>{NUMBER})(?:(?:,| ?(?:to|or|and|-|–)) ?{NUMBER})?"
_SHOTS = at_words(
    rf"\b(?:between )?{_UP_TO} (?:more |spent |live |rifle |shell ){{0,2}}(?:gun ?shots?(?! wounds?)|shots?(?! "
    rf"(?:to|in) )|"
    r"rounds?|casings|bullets)(?![\w-])"
    r"|\b(?:fir(?:ed|ing)) (?:off )?(?P<one>a|one|a single) (?:shot|round|bullet)\b"
    r"|\b(?P<single>a single|one) (?:gun ?)?shot(?: was| rang| from|[,.])"
)
"""For small letters."""
_FIRED = re.compile(
    r"\b(?:fir(?:ed|ing|e)|heard|hear|rang|pop\w*|shots|rounds|casings|unload\w*|gun ?shots?)\b", re.IGNORECASE
)

KIND_CONFIDENCE = {
    WeaponKind.HANDGUN: 0.9,
    WeaponKind.RIFLE: 0.85,
    WeaponKind.SHOTGUN: 0.95,
    WeaponKind.AIR_GUN: 0.75,
    WeaponKind.KNIFE: 0.6,
    WeaponKind.FIREARM: 0.7,
}
SHOTS_CONFIDENCE = 0.75


def weapons_of(setting: Setting, scene: Scene) -> tuple[Weapon, ...]:
    """The weapons of a scene, one a kind, in order of first mention; a bare "gun" only where no kind is named."""
    telling, best = find_telling(setting, scene), dict[WeaponKind, Span]()
    for mark in _WEAPON.finditer(setting.document.lower):
        kind = mark.lastgroup
        if kind is not None and kind != "no" and _is_of_interest(telling, mark):
            best.setdefault(WeaponKind[kind], Span(*mark.span()))
    if any(kind in best for kind in _GUNS):
        best.pop(WeaponKind.FIREARM, None)
    document = setting.document
    return tuple(
        Weapon(text=document.words(span), kind=document.fact(kind, [span], confidence=KIND_CONFIDENCE[kind]))
        for kind, span in sorted(best.items(), key=lambda item: item[1])
    )


def shots_of(setting: Setting, scene: Scene) -> Fact[int] | None:
    """How many shots were fired, as the first words that give a number say; the lower end of a range."""
    document, telling = setting.document, find_telling(setting, scene)
    for mark in _SHOTS.finditer(document.lower):
        if not telling.counts(mark.start(), quoted=True):
            continue
        number = 1 if mark["one"] or mark["single"] else resolve_number(mark["n"])
        if number is not None and _FIRED.search(document.text, *_around(document, mark)):
            return document.fact(number, [mark.span()], confidence=SHOTS_CONFIDENCE)
    return None


def _is_of_interest(telling: Telling, mark: re.Match[str]) -> bool:
    """Whether a named weapon had a part in the scene, and does not only stand in a charge or in passing.

    A kind of gun is named for the part that it had; of a knife, a bare "gun" or "weapon", other words must say so.
    """
    document = telling.setting.document
    kind = WeaponKind[mark.lastgroup or ""]
    start, end = _around(document, mark)
    if not telling.holds(mark.start(), quoted=kind in _GUNS):
        return False
    if _CHARGE.search(document.text, max(start, mark.start() - 90), mark.start()):
        return False
    if kind in _GUNS:
        return True
    bare = mark.group().lower().endswith(("weapon", "weapons"))
    cue = _KNIFE_USED if kind is WeaponKind.KNIFE else _WEAPON_USED if bare else _USED
    return cue.search(document.text, start, end) is not None


def _around(document: Document, mark: re.Match[str]) -> Span:
    """The sentence of a match, as far as it is near."""
    sentence = document.sentence_at(mark.start())
    start, end = (sentence.start, sentence.end) if sentence is not None else mark.span()
    return Span(max(start, mark.start() - _NEAR), min(end, mark.end() + _NEAR))
