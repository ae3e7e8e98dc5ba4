"""Source and certainty on facts."""

from citydesk.model import Certainty, Fact, Incident, Outcome, Participant, Role
from citydesk.read.page.setting import Setting
from citydesk.read.said.attributions import find_attributions
from citydesk.read.said.voice import give_voice
from tests.read.heard import make_heard


def _incident(setting: Setting, words: str, cue: str) -> Incident:
    document = setting.document
    start = document.text.index(words)
    at = document.text.index(cue)
    role = document.fact(Role.VICTIM, [(start, start + len(words))])
    outcome = document.fact(Outcome.KILLED, [(at, at + len(cue))])
    return Incident(main=True, people=(Participant(text=words, role=role, outcome=outcome),))


def _voiced(text: str, words: str, cue: str) -> Fact[Outcome]:
    setting = make_heard(text)
    (incident,) = give_voice(setting, (_incident(setting, words, cue),), find_attributions(setting))
    outcome = incident.people[0].outcome
    assert outcome is not None
    return outcome


def test_a_fact_in_an_attributed_clause_has_its_source() -> None:
    """Facts deep in an incident get the clause's source and certainty."""
    fact = _voiced("According to Ohio State Police, the man has died.", "the man", "died")
    assert (fact.source, fact.certainty) == ("Ohio State Police", Certainty.STATED)


def test_a_tag_behind_the_clause_covers_it() -> None:
    """A clause with "…, he said" is the word of whoever "he" is, with what he only believes."""
    fact = _voiced("Sheriff Carl Marlow came. The man is believed to have died, he said.", "The man", "died")
    assert (fact.source, fact.certainty) == ("Carl Marlow", Certainty.BELIEVED)


def test_the_next_sentence_does_not_reach_back() -> None:
    """What the report says in its own voice stays its own."""
    fact = _voiced("The man died. Police said it was late.", "The man", "died")
    assert (fact.source, fact.certainty) == (None, Certainty.STATED)


def test_what_is_not_known_about_it_leaves_a_fact_stated() -> None:
    """Only what "whether" leaves open is unknown; "who shot the man" tells that he was shot."""
    who = _voiced("Police have not said who killed the man.", "the man", "killed")
    whether = _voiced("It is unclear whether the man died.", "the man", "died")
    assert (who.source, who.certainty) == ("police", Certainty.STATED)
    assert (whether.source, whether.certainty) == (None, Certainty.UNKNOWN)


def test_a_report_without_attributions_stays_the_same_object() -> None:
    """Nothing is rebuilt where nothing changes."""
    setting = make_heard("The man died.")
    incidents = (_incident(setting, "The man", "died"),)
    assert give_voice(setting, incidents, ()) is incidents
    other = make_heard("The man died. Police said it was late.")
    (incident,) = (_incident(other, "The man", "died"),)
    assert give_voice(other, (incident,), find_attributions(other))[0] is incident
