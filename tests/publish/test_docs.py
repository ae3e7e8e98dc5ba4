"""The page about open data says what is exported."""

from pathlib import Path

from citydesk.publish import COLUMNS, HEADS

PAGE = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text("utf-8")


def test_every_column_stands_on_its_page() -> None:
    """With what it holds, in the order in which it is written."""
    told = [line for line in PAGE.splitlines() if line.startswith("| `")]
    columns = [f"| `{column.name}` | {column.about} |" for column in COLUMNS]
    heads = [f"| `{head.name}` | {head.about} |" for head in HEADS if head.about is not None]
    assert told == columns + heads
