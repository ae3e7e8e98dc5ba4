"""Archives of pages (WARC), as crawlers keep them: read by record, looked at quickly, taken apart where worth it."""
