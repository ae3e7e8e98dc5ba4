"""Who took part in an incident."""

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
    tellings: tuple[Telling, ...]


def find_people(setting: Setting) -> People:
    """Every person of a report who may be a participant, mentions of one person joined."""
    mentions = find_mentions(setting)
    clauses = open_clauses(mentions)
    parts = find_parts(clauses)
    tellings = (*parts, *find_health(clauses, parts), *find_custody(clauses))
    tellings = (*tellings, *find_listed(mentions, tellings))
    return People(join_mentions(mentions, tellings, find_equations(clauses)), tellings)


def people_of(setting: Setting, scene: Scene, people: People) -> tuple[Participant, ...]:
    """The participants of one scene."""
    return cast_scene(setting, scene, people.cast, people.tellings)
