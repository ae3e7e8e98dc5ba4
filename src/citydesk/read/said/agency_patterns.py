"""The forms that names of law enforcement bodies have in news, as a table: a pattern for each sort of body.

Data only: which words of a match are the name's own is left to `agency_names.py`.
"""

from enum import Enum

from citydesk.read.page.patterns import WordPattern, at_words


class Sort(Enum):
    """What sort of body a name is of."""

    POLICE = "police"
    SHERIFF = "sheriff"
    STATE = "state"
    """State police, patrols and bureaus."""
    FEDERAL = "federal"
    PROSECUTOR = "prosecutor"
    OTHER = "other"


_CAPITALS = r"(?:(?:[A-Z][\w’'&]{0,24}|St\.|Ste\.|Mt\.|Ft\.|D\.C\.)(?:-[A-Z]\w{1,20})?(?: of(?: the)?)? ){1,5}"
PATTERNS: tuple[tuple[Sort, WordPattern], ...] = (
    (
        Sort.OTHER,
        at_words(
            r"\b(?:U\.?S\.? [Mm]arshals?(?:[’']s?)? )?"
            r"(?:(?:[A-Z][\w.’'&-]{1,20}|\d{1,2}(?:st|nd|rd|th)) ){0,6}(?:[Ff]ugitive )?"
            r"[Tt]ask [Ff]orce\b(?: of (?:[A-Z]\w+ ?){1,3}(?<! ))?"
            r"|\b(?:[A-Z][\w.’'&-]{1,20} ){1,3}"
            r"(?:Violent|Major|Special|Gang) (?:Crimes?|Victims?) (?:Unit|Squad|Division)\b"
            r"|\bIndependent Police Review Authority\b|\b(?:[A-Z][\w’'-]{1,20} ){1,3}(?:State )?Crime Lab\b"
        ),
    ),
    (
        Sort.FEDERAL,
        at_words(
            r"\b(?:FBI|ATF|DEA|ICE\b(?= (?:agents?|officers?))|BATF|Federal Bureau of Investigation"
            r"|Drug Enforcement Administration"
            r"|(?:U\.?\s?S\.?|United States|Federal) [Mm]arshal[’']?s?(?:[’']s)?(?: (?:Service|Office))?"
            r"|(?:Bureau of )?Alcohol, Tobacco(?:,? and|,) Firearms(?:(?:,| and|, and) Explosives)?"
            r"|(?:U\.?S\.? )?Immigration and Customs Enforcement|(?:U\.?S\.? )?Border Patrol"
            r"|(?:U\.?S\.? )?Secret Service|U\.?S\.? Park Police"
            r"|(?:U\.?S\.? )?(?:Customs and Border Protection|Postal Inspection Service|Capitol Police)"
            r"|Homeland Security Investigations|Bureau of Indian Affairs Police)"
        ),
    ),
    (
        Sort.STATE,
        at_words(
            r"\b(?:(?:[A-Z]\w+ ){0,2}(?:[Ss]tate (?:Highway Patrol|[Pp]olice|[Pp]atrol|[Tt]roopers?"
            r"|Bureau of (?:Criminal )?"
            r"(?:Investigations?|Apprehension|Identification)|Law Enforcement Division)|Highway Patrol)"
            r"|(?:[A-Z]\w+ ){1,2}(?:Bureau of (?:Criminal )?(?:Investigations?|Apprehension)"
            r"|Department of (?:Law Enforcement"
            r"|Public Safety|Criminal Investigation|Fish and Wildlife|Game and Inland Fisheries"
            r"|Natural Resources|Corrections)"
            r"|Law Enforcement(?: Division)?(?= investigators| agents|\b(?! [A-Z]))"
            r"|Division of Criminal Investigation|Texas Rangers)"
            r"|Texas Rangers|(?:[A-Z]\w+ ){0,2}Department of (?:Natural Resources|Fish and (?:Wildlife|Game))"
            r"|(?:[A-Z]\w+ ){1,2}(?:Parks and Wildlife|Game (?:and|&) Fish|Fish and (?:Wildlife|Game)|Game)"
            r"(?: (?:Department|Commission|Division))"
            r"|(?<!, )(?:[Ss]tate )Department of (?:Public Safety|Justice)"
            r"|(?<=\bthe )Department of Public Safety\b"
            r"|(?:[A-Z]\w+ )(?:[Cc]onservation [Oo]fficers)"
            r"|Bureau of Criminal (?:Investigation|Apprehension)|Division of Criminal Investigation"
            r"|State Bureau of Investigation)"
        ),
    ),
    (
        Sort.PROSECUTOR,
        at_words(
            rf"\b{_CAPITALS}(?:(?:[Dd]istrict|[Ss]tate[’']s|[Pp]rosecuting|[Cc]ommonwealth[’']s|[Cc]ounty) )?"
            r"(?:[Aa]ttorney|[Pp]rosecutor|Solicitor)(?: General)?[’']?s?[’']? [Oo]ffice\b"
            r"|\b(?:Office of the )?(?:Attorney General|District Attorney|State[’']s Attorney)(?:[’']s)?(?: [Oo]ffice)"
            r"|\bOffice of the (?:[A-Z]\w+ ){0,3}"
            r"(?:Attorney General|District Attorney|State[’']s Attorney|Prosecut\w+)\b"
            r"|\b(?:[A-Z][\w’'.-]{1,20} ){1,3}County [Pp]rosecutors\b"
        ),
    ),
    (
        Sort.SHERIFF,
        at_words(
            rf"\b{_CAPITALS}[Ss]heriff(?:[’']s|s[’']|s)?(?: (?:[Oo]ffice|[Dd]epartment|[Dd]ept\b\.?"
            rf"|[Dd]eput(?:y|ies)|officials?"
            r"|detectives?|investigators?|Deput(?:y|ies)))?"
            r"|\b(?:[A-Z][\w’']{1,20}\.? ){1,3}(?:County|Parish) (?:[Dd]eput(?:y|ies))\b"
            r"|\b(?:[A-Z][\w’']{1,20}\.? ){1,3}(?:County|Parish)(?= (?:Undersheriff|(?:Lt|Sgt|Cpl|Capt|Dep)\.) [A-Z])"
            r"|\b[Oo]ffice of the (?:[A-Z]\w+ ){1,3}Sheriff"
        ),
    ),
    (
        Sort.POLICE,
        at_words(
            rf"\b{_CAPITALS}(?:(?:(?:city|county|metro|campus|tribal|transit|school|township|borough) )?"
            r"[Pp]olice(?: (?:[Dd]epartment|[Dd]ept\b\.?|Bureau|Division|Service|Force|PD))?"
            rf"|PD\b|P\.D\."
            r"|Department of (?:Public Safety|Police)|Public Safety(?: Department)?|Marshal[’']s Office"
            r"|Constable(?:[’']s)?(?: (?:Office|Precinct \d))?|[Cc]ops\b)"
            r"|\b(?:[A-Z][a-z]{2,14} ){0,2}[A-Z][a-z]{2,14}, (?:[A-Z][a-z]{1,5}\. [Pp]olice(?: [Dd]epartment)?\b"
            r"|(?:[A-Z][a-z]{1,5}\.|[A-Z][a-z]{3,13}), [Pp]olice [Dd]epartment\b)"
            r"|\bPolice [Dd]epartment of [A-Z]\w+(?: [A-Z]\w+){0,2}"
            r"|\b[Pp]olice in [A-Z][a-z]\w*(?: [A-Z][a-z]\w*){0,2}(?:, [A-Z][a-z]\w+ County)?"
            r"|\b(?:[A-Z][a-z]{2,14} ){1,2}(?:County )?(?:homicide )?(?:detectives|investigators)\b"
        ),
    ),
)
