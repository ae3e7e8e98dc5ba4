"""Ctrl-C while something is being written."""

import signal

import pytest

from citydesk.ledger.patience import Patience


def test_what_is_underway_is_finished_first() -> None:
    """An interrupt inside `until_done` is raised at its end."""
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        _work(done, interrupts=1)
    assert done == ["begun", "finished"]


def test_between_two_reports_it_stops_at_once() -> None:
    """An interrupt outside `until_done` is not held back."""
    with pytest.raises(KeyboardInterrupt), Patience():
        signal.raise_signal(signal.SIGINT)


def test_the_second_interrupt_is_not_held_back() -> None:
    """Who presses Ctrl-C twice does not want to wait."""
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        _work(done, interrupts=2)
    assert done == ["begun"]


def _work(done: list[str], *, interrupts: int) -> None:
    with Patience() as patience, patience.until_done():
        done.append("begun")
        for _ in range(interrupts):
            signal.raise_signal(signal.SIGINT)
        done.append("finished")


def test_the_handler_before_is_put_back() -> None:
    """After adding, Ctrl-C does what it did."""
    before = signal.getsignal(signal.SIGINT)
    with Patience():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before
