"""The reader made of rules: from one report to its reading, stage by stage.

This file is the table of contents of the room: each stage is one module's function, in the order in which they need
each other. Nothing here looks at words.
"""

from dataclasses import replace
from typing import NamedTuple

from citydesk.model import Attribution, Fact, Incident, Kind, ReaderName, Reading, ReadReport, Report, published_day
from citydesk.read.confidence.calibrate import calibrate
from citydesk.read.confidence.scales import open_scales
from citydesk.read.encoder.opinions import Opinions
from citydesk.read.page.document import Document, open_document
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.page.words import find_words
from citydesk.read.said.agencies import agencies_of, find_agencies
from citydesk.read.said.said import find_attributions, find_quoted, find_quotes, find_sayings, give_voice
from citydesk.read.scenes.kind import kind_of
from citydesk.read.scenes.scenes import find_scenes
from citydesk.read.what.weighed import judge_counts, open_count_judges
from citydesk.read.what.what import counts_of, find_passing, flags_of, shots_of, weapons_of
from citydesk.read.when.when import find_times, when_of
from citydesk.read.where.dateline import find_dateline
from citydesk.read.where.where import find_places, place_of, zone_of
from citydesk.read.who.who import People, find_people, people_of
from citydesk.version import __version__


class RulesReader:
    """Reads by rules, word lists and gazetteers: no trained weights, no network, the same answer every time."""

    name = ReaderName(name="rules", version=__version__)

    def read(self, report: Report) -> Reading:
        """The reading of one report. Every fact in it has its words; what the report does not say is None."""
        return self.read_setting(report, open_setting(open_document(report)))

    def read_setting(self, report: Report, setting: Setting) -> Reading:
        """The reading of a report whose first passes are done."""
        told = tell(setting)
        if setting.looked is not None:
            told = _judged(setting, setting.looked, told)
        return Reading(
            reader=self.name,
            report=_heading_of(report, setting),
            kind=told.kind,
            incidents=give_voice(setting, told.incidents, told.attributions),
            quotes=find_quotes(setting),
            attributions=told.attributions,
        )


class TrainedReader(RulesReader):
    """Reads by the same rules, with the encoder's opinion weighed in wherever it was shown to know better."""

    name = ReaderName(name="citydesk", version=__version__)

    def read(self, report: Report) -> Reading:
        """The reading of one report. Every fact in it has its words; what the report does not say is None."""
        return calibrate(self.read_raw(report), open_scales())

    def read_raw(self, report: Report) -> Reading:
        """The same with each confidence as rules and encoder have it, for fitting the scales of confidence."""
        from citydesk.read.encoder.network import open_network

        document = open_document(report)
        setting = replace(open_setting(document), looked=open_network().look_at(document.text, document.body_start))
        return self.read_setting(report, setting)


class Told(NamedTuple):
    """What a report tells, before it is given a voice."""

    kind: Fact[Kind] | None
    incidents: tuple[Incident, ...]
    attributions: tuple[Attribution, ...]


def tell(setting: Setting) -> Told:
    """The incidents of a report, and its kind, as mentions and scenes tell them."""
    attributions = find_attributions(setting)
    people = find_people(setting)
    scenes = find_scenes(setting)
    incidents = tuple(_read_scene(setting, scene, people, attributions) for scene in scenes)
    return Told(kind_of(setting, scenes), incidents, attributions)


def _judged(setting: Setting, looked: Opinions, told: Told) -> Told:
    """The same with the counts of a report's only main incident decided, by all that is known."""
    if sum(incident.main for incident in told.incidents) != 1:
        return told
    main = judge_counts(setting.document, looked, told.incidents[0], open_count_judges())
    return told._replace(incidents=(main, *told.incidents[1:]))


def open_setting(document: Document) -> Setting:
    """A report as the first passes over the whole of it find it."""
    dateline = find_dateline(document)
    today = published_day(document.report.published, zone_of(dateline))
    places = find_places(document, dateline)
    agencies, quoted = find_agencies(document, places), find_quoted(document)
    return Setting(
        document=document,
        today=today,
        dateline=dateline,
        times=find_times(document, today),
        places=places,
        agencies=agencies,
        quoted=quoted,
        sayings=find_sayings(document, agencies, quoted),
        laid_out=find_words(document),
        passing=find_passing(document),
    )


def _read_scene(setting: Setting, scene: Scene, people: People, attributions: tuple[Attribution, ...]) -> Incident:
    participants = people_of(setting, scene, people)
    when, counts = when_of(setting, scene), counts_of(setting, scene, participants)
    return Incident(
        main=scene.main,
        date=when.date,
        time=when.time,
        time_approximate=when.time_approximate,
        place=place_of(setting, scene),
        killed=counts.killed,
        injured=counts.injured,
        **flags_of(setting, scene, participants),
        weapons=weapons_of(setting, scene),
        shots_fired=shots_of(setting, scene),
        people=participants,
        agencies=agencies_of(setting, scene, participants, attributions),
        sequence=scene.sequence,
    )


def _heading_of(report: Report, setting: Setting) -> ReadReport:
    return ReadReport(
        id=report.id,
        url=report.url,
        title=report.title,
        publisher=report.publisher,
        byline=report.byline,
        published=report.published,
        dateline=setting.dateline,
        language=report.language,
        text=None if report.plain else report.text,
    )
