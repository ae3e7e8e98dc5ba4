"""What happened: the dead and the wounded, the five flags, weapons, shots. The front of the modules that find them."""

from citydesk.read.what.counts import Counts, counts_of
from citydesk.read.what.flags import flags_of
from citydesk.read.what.passing import find_passing
from citydesk.read.what.weapons import shots_of, weapons_of

__all__ = ["Counts", "counts_of", "find_passing", "flags_of", "shots_of", "weapons_of"]
