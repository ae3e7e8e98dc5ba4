"""From addresses on the web to answers: fetching, with bounds on all of it, and with manners."""
