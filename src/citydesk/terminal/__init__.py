"""What the command line prints: pages for people, JSON for programs, progress, summaries, and a doctor's findings."""

from citydesk.terminal.adding import AddingOptions, find_examples, print_adding, print_next_steps
from citydesk.terminal.deciding import DecideOptions, print_decision, print_decisions
from citydesk.terminal.examining import print_examination
from citydesk.terminal.explaining import print_explanation
from citydesk.terminal.following import (
    print_found,
    print_left_out,
    print_put_in,
    print_sources,
    print_watching,
    take_list,
)
from citydesk.terminal.incident import print_incident
from citydesk.terminal.queue import print_queue
from citydesk.terminal.readings import ReadingOptions, print_readings
from citydesk.terminal.rebuilding import RebuildingOptions, print_rebuild
from citydesk.terminal.reports import print_export, print_reports
from citydesk.terminal.showing import tell

__all__ = [
    "AddingOptions",
    "DecideOptions",
    "ReadingOptions",
    "RebuildingOptions",
    "find_examples",
    "print_adding",
    "print_decision",
    "print_decisions",
    "print_examination",
    "print_explanation",
    "print_export",
    "print_found",
    "print_incident",
    "print_left_out",
    "print_next_steps",
    "print_put_in",
    "print_queue",
    "print_readings",
    "print_rebuild",
    "print_reports",
    "print_sources",
    "print_watching",
    "take_list",
    "tell",
]
