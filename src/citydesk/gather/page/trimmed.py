"""The lines of a page's text that belong to its story: titles told twice and calls to subscribe are left out.

In: the lines that extraction gives, and the titles that the page states. Out: those of the story, unchanged and in
order. The rules know no outlet: each is a form that such lines have on many sites.
"""

import re
from collections.abc import Iterable, Sequence

_HEAD_LINES = 6
"""Title, section, standfirst, byline and posting line stand within so many."""
_TAIL_LINES = 12
_LONGEST_CALL = 400
"""Characters of a line that only calls for something; a paragraph of the story may call too, in passing."""


def _one_of(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_HEAD = _one_of(
    r"^(?:by|written by|posted by|story by|photos? by)\s[^.!?]{2,80}$",
    r"^(?:(?:posted|published|(?:last )?updated|created|first published|date|modified)\b[ :]|\d{1,2}:\d\d\b).{0,100}$",
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}\.? )?[^\W\d]{3,12}\.? (?:\d{1,2}, )?\d{4}"
    r"(?:[ ,|/-]{1,3}(?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?$",
    r"^share(?: this)?(?: (?:story|article|on).{0,60})?$",
)
"""Lines above the story that say who wrote it and when: `stated` has these."""
_ANYWHERE = _one_of(
    r"^(?:advertisement|story continues below(?: advertisement)?|article continues (?:below|after).{0,40})$",
    r"^(?:continue reading|read (?:more|next|also)\b.{0,160}|see also\b.{0,160})$",
    r"^related(?: (?:stor(?:y|ies)|articles?|links?|content|coverage))?\b(?::.{0,200})?$",
    r"^more(?: (?:on this|from|stories|coverage|news|info(?:rmation)?)\b.{0,80})?:?$",
    r"^(?:also|watch|listen|must[- ]reads?|recommended|trending|don['’]t miss|explore further|top stories|up next"
    r"|video|photos?|gallery|in pictures|pictured|editor['’]s picks?|you may also like|popular|comments?)\s?:?$",
    r"^(?:also|watch|listen|must[- ]read|recommended|trending|don['’]t miss|up next|gallery)\s?:.{1,160}$",
    r"^(?:copyright\b|©).{0,300}$",
    r"^all rights reserved\b.{0,100}$",
    r"^(?:source:.{1,60}|loading\.{0,3}|share this.{0,60})$",
    r"^(?:click here\b.{0,160}|\[?click (?:here )?to\b.{0,120}|view (?:comments|gallery).{0,40})$",
    r"^(?:(?:tap|swipe) (?:here|to)\b.{0,80}|skip (?:ad|to)\b.{0,40}|report a (?:typo|correction|mistake)\b.{0,100})$",
)
"""Lines that lead to other stories, or belong to the page's machinery, wherever they stand."""
_NETWORK = r"(?:twitter|facebook|instagram|youtube|tiktok|threads)"
_CALL = _one_of(
    r"\bsubscribe\b|\bsign[- ]up\b|\bnewsletters?\b|\bin your inbox\b|\bstraight to your inbox\b",
    rf"\bfollow (?:us|him|her|them|me|@|\w+(?: \w+)? on {_NETWORK})|\blike us on\b|\bon {_NETWORK} (?:at )?@",
    rf"\b{_NETWORK}\b.{{0,30}}\b{_NETWORK}\b",
    r"\bdownload (?:the|our) .{0,40}app\b|\btell us what you think\b|\blet us know in the comments\b",
    r"\bjoin the (?:conversation|discussion)\b|\b(?:reached|reach|e-?mail|contact)\b.{0,60}\S@\S+\.\w",
    r"\bhave a (?:news )?tip\b|\bgot a (?:news )?(?:tip|story)\b|\bsend (?:us|your)\b",
    r"\bsupport (?:our|local) journalism\b",
    r"\bfor more (?:news|stories)\b|\bfor more information,? (?:visit|click|go to)\b",
    r"\baffiliate (?:links?|commission)|\bmay (?:earn|get|receive) an? .{0,30}(?:commission|share)",
    r"\ball rights reserved\b|\bcopyright \d{4}|© ?\d{4}|\bmay not be (?:published|reproduced|broadcast)\b",
    r"\blisten (?:live )?to .{0,40}(?:weekdays|live|podcast)|\bclick here\b|\bget access to\b",
    r"\buse (?:the )?(?:promo )?code\b|\bterms of (?:use|service)\b|\bprivacy policy\b",
    r"\bthis (?:story|article|post) (?:originally|first) appeared\b",
    r"^\W*(?:\d{1,2}|(?:next|previous)(?: page)?|page \d{1,2} of \d{1,2})\W*$",
)
"""What calls upon the reader of the page, and stands at its end."""
_OWN = _one_of(
    r"\bcontributed to this (?:report|story|article)",
    r"\bcrime ?stoppers\b|\banyone (?:with|who)\b|\bwitness|\b(?:detective|police|sheriff|investigator|trooper|deput)",
    r"\bhot ?line\b|\btip ?line\b|\bdispatch\b|\bgofundme\b|\breward\b",
)
"""Calls that belong to a report of a crime: whom to tell, and who helped to write it."""
_SIGNS = re.compile(r"[\W_]+")
_BULLET = re.compile(r"^[-*•–]\s+")


def trim_lines(lines: Sequence[str], *, titles: Iterable[str], posts: Iterable[str]) -> list[str]:
    """The story's own lines; `posts` are kept whatever they say."""
    told = {plain for title in titles if (plain := _plain(title))}
    sacred = set(posts)
    kept = _without_head(list(lines), told)
    kept = [line for line in kept if line in sacred or not _ANYWHERE.match(_BULLET.sub("", line))]
    return _without_tail(kept, sacred)


def _without_head(lines: list[str], titles: set[str]) -> list[str]:
    head = [line for line in lines[:_HEAD_LINES] if _plain(line) not in titles and not _HEAD.match(line)]
    return head + lines[_HEAD_LINES:]


def _without_tail(lines: list[str], sacred: set[str]) -> list[str]:
    """The lines up to the last that is not a call to follow, to subscribe, to write."""
    tail = lines[-_TAIL_LINES:] if len(lines) > _TAIL_LINES else lines[1:]
    before = lines[: len(lines) - len(tail)]
    kept = [line for line in tail if line in sacred or not _calls(line)]
    return before + kept


def _calls(line: str) -> bool:
    return len(line) <= _LONGEST_CALL and bool(_CALL.search(line)) and not _OWN.search(line)


def _plain(words: str) -> str:
    return _SIGNS.sub("", words).casefold()
