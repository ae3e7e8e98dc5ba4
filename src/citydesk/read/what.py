"""What happened: the dead and the wounded, the five flags, weapons, shots. The front of the modules that find them."""

from citydesk.read.counts import Counts, counts_of
from citydesk.read.flags import flags_of
from citydesk.read.weapons import shots_of, weapons_of

__all__ = ["Counts", "counts_of", "flags_of", "shots_of", "weapons_of"]
