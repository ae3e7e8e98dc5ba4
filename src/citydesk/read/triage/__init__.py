"""Whether a report is worth reading at all."""
