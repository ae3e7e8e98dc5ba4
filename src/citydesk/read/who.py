"""Who took part in an incident: the table of contents of the modules that read people.

In: a report's setting and a scene. Out: participants. Mentions are found and told of by rules here; a trained reader
may hand on `Mentions` and `Telling`s in their place, and joining and assembling people go on as they are.
"""

from dataclasses import dataclass

from citydesk.model import Participant
from citydesk.read.cast import Cast
from citydesk.read.clauses import open_clauses
from citydesk.read.custody import find_custody
from citydesk.read.equations import find_equations
from citydesk.read.joining import join_mentions
from citydesk.read.listed import find_listed
from citydesk.read.outcomes import find_health
from citydesk.read.participants import cast_scene
from citydesk.read.persons import find_mentions
from citydesk.read.roles import find_parts
from citydesk.read.setting import Scene, Setting
from citydesk.read.told import Telling


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
    tellings = (*parts, *find_health(clauses, parts), *find_custody(clauses))
    tellings = (*tellings, *find_listed(mentions, tellings))
    return People(join_mentions(mentions, tellings, find_equations(clauses)), tellings)


def people_of(setting: Setting, scene: Scene, people: People) -> tuple[Participant, ...]:
    """The participants of one scene."""
    return cast_scene(setting, scene, people.cast, people.tellings)
