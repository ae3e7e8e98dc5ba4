"""Work for the tests of this room, in a module of its own since other processes import it, and readers for it."""

import os
import signal

from citydesk.model import ReaderName, Reading, ReadReport, Report, ReportId
from citydesk.read import Reader

NAME = ReaderName(name="plain", version="1")


def make_report(number: int, text: str = "Nothing happened.") -> Report:
    """A report with this number for an id."""
    return Report(id=ReportId(f"r{number:03}"), text=text)


class PlainReader:
    """Finds nothing in any report."""

    name = NAME

    def read(self, report: Report) -> Reading:
        """An empty reading."""
        return Reading(reader=self.name, report=ReadReport(id=report.id), kind=None)


class UnstartableReader(PlainReader):
    """A reader that no process can hold."""

    def __setstate__(self, state: object) -> None:
        raise RuntimeError("this reader cannot be held")

    def __getstate__(self) -> object:
        return {"a": 1}


def tell_id(report: Report, reader: Reader) -> str:
    """The id as read; fails on some reports, and kills its process on others."""
    if "unreadable" in report.text:
        raise ValueError("a text\nthat cannot be read")
    if "deadly" in report.text:
        os._exit(9)
    return str(reader.read(report).report.id)


def tell_process(report: Report, reader: Reader) -> int:
    """Which process works."""
    return os.getpid()


def tell_variable(report: Report, reader: Reader) -> str | None:
    """What this process has for the variable that the report names."""
    return os.environ.get(report.text)


def tell_whether_interrupted(report: Report, reader: Reader) -> str:
    """Survives Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)
    return "no"
