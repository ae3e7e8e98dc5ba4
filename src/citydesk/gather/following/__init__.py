"""From sources to pages: feeds, news sitemaps and listing pages, found on a site and read."""
