"""What the command line prints: pages for people, JSON for programs, progress, summaries, and a doctor's findings."""

from citydesk.terminal.adding import AddingOptions, find_examples, print_adding, print_next_steps
from citydesk.terminal.examining import print_examination
from citydesk.terminal.readings import ReadingOptions, print_readings
from citydesk.terminal.reports import print_export, print_reports
from citydesk.terminal.showing import tell

__all__ = [
    "AddingOptions",
    "ReadingOptions",
    "find_examples",
    "print_adding",
    "print_examination",
    "print_export",
    "print_next_steps",
    "print_readings",
    "print_reports",
    "tell",
]
