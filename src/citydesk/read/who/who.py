"""Who took part in an incident: the table of contents of the modules that read people.

In: a report's setting and a scene. Out: participants. Mentions are found and told of by rules here; a trained reader
may hand on `Mentions` and `Telling`s in their place, and joining and assembling people go on as they are.
"""

from dataclasses import dataclass

from citydesk.model import Participant
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.who.cast import Cast
from citydesk.read.who.clauses import open_clauses
from citydesk.read.who.custody import find_custody
from citydesk.read.who.equations import find_equations
from citydesk.read.who.joining import join_mentions
from citydesk.read.who.listed import find_listed
from citydesk.read.who.outcomes import find_health
from citydesk.read.who.participants import cast_scene
from citydesk.read.who.persons import find_mentions
from citydesk.read.who.roles import find_parts
from citydesk.read.who.told import Telling


@dataclass(frozen=True, slots=True)
class People:
    """All persons found in a report, before they are given to scenes."""

    cast: Cast
    """Who each mention is."""
    tellings: tuple[Telling, ...]
    """What is told of the mentions, in no particular order."""


def find_people(setting: Setting) -> People:
    """Everybody in a report who may be a participant, mentions of one person joined."""
    mentions = find_mentions(setting)
    clauses = open_clauses(mentions)
    parts = find_parts(clauses)
    tellings = (*parts, *find_health(clauses, parts), *find_custody(clauses, parts))
    tellings = (*tellings, *find_listed(mentions, tellings))
    return People(join_mentions(mentions, tellings, find_equations(clauses)), tellings)


def people_of(setting: Setting, scene: Scene, people: People) -> tuple[Participant, ...]:
    """The participants of one scene."""
    return cast_scene(setting, scene, people.cast, people.tellings)
