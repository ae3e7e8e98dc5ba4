"""Who has spoken so far."""

from citydesk.read.page.document import Span
from citydesk.read.page.setting import Voice
from citydesk.read.said.memory import Heard, Memory


def _heard(at: int, name: str, *, person: bool = True) -> Heard:
    return Heard(at, Voice(name, (Span(at, at + 1),), person=person), None)


def test_the_last_voice_that_fits_is_found_first() -> None:
    """The memory is looked through from the last voice back."""
    memory = Memory()
    for at, name in enumerate(("Roe", "Poe", "Roe")):
        memory.add(_heard(at, name))
    last = memory.last(lambda heard: heard.voice.name == "Roe")
    assert last is not None
    assert last.at == 2
    assert memory.last(lambda heard: heard.several) is None
    assert memory.has("Poe")
    assert not memory.has("Marlow")


def test_whom_others_are_cited_by_goes_on_speaking() -> None:
    """After a sentence its first person is the last heard; a body that is first is not."""
    cited, body = Memory(), Memory()
    for memory, person in ((cited, True), (body, False)):
        memory.add(_heard(10, "Roe", person=person))
        memory.add(_heard(20, "Poe"))
        memory.close_sentence(5)
    assert [next(iter(memory)).voice.name for memory in (cited, body)] == ["Roe", "Poe"]
