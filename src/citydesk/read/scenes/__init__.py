"""Which incidents a report tells of, and what kind of report it is."""
