"""Who took part in an incident: the table of contents of the modules that read people.

In: a report's setting and a scene. Out: participants. Mentions are found and told of by rules here; a trained reader
may hand on `Mentions` and `Telling`s in their place, and joining and assembling people go on as they are.
"""

from dataclasses import dataclass, replace

from citydesk.model import Participant
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.who.cast import Cast
from citydesk.read.who.clauses import open_clauses
from citydesk.read.who.custody import find_custody
from citydesk.read.who.equations import find_equations
from citydesk.read.who.joining import join_mentions
from citydesk.read.who.judging import judge_people, open_judges
from citydesk.read.who.listed import find_listed
from citydesk.read.who.marked import weigh_marked
from citydesk.read.who.mention_opinions import MentionOpinions, find_opinions
from citydesk.read.who.mentions import Mentions
from citydesk.read.who.outcomes import find_health
from citydesk.read.who.participants import cast_scene
from citydesk.read.who.persons import find_mentions
from citydesk.read.who.roles import find_parts
from citydesk.read.who.told import Telling


@dataclass(frozen=True, slots=True)
class People:
    """All persons found in a report, before they are given to scenes."""

    mentions: Mentions
    cast: Cast
    """Who each mention is."""
    tellings: tuple[Telling, ...]
    """What is told of the mentions, in no particular order."""
    opinions: MentionOpinions | None = None
    """What the encoder makes of them, if it was asked."""


def find_people(setting: Setting) -> People:
    """Everybody in a report who may be a participant, mentions of one person joined."""
    people = gather_people(setting)
    if people.opinions is None:
        return people
    judged = judge_people(people.cast, people.tellings, people.opinions, open_judges())
    return replace(people, tellings=judged)


def gather_people(setting: Setting) -> People:
    """The same before the judges decide of anybody: what rules and encoder find."""
    mentions = find_mentions(setting)
    clauses = open_clauses(mentions)
    parts = find_parts(clauses)
    tellings = (*parts, *find_health(clauses, parts), *find_custody(clauses, parts))
    tellings = (*tellings, *find_listed(mentions, tellings))
    opinions = None if setting.looked is None else find_opinions(setting.looked, mentions)
    if opinions is not None:
        tellings = weigh_marked(tellings, mentions, opinions)
    return People(mentions, join_mentions(mentions, tellings, find_equations(clauses), opinions), tellings, opinions)


def people_of(setting: Setting, scene: Scene, people: People) -> tuple[Participant, ...]:
    """The participants of one scene."""
    return cast_scene(setting, scene, people.cast, people.tellings, people.opinions)
