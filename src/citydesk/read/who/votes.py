"""How much each kind of words weighs for a person's part; the part is the one with the greatest sum.

Constants only, tuned together on half of the gold (ids beginning 0 to 7) in its state of 2026-07 and confirmed on the
other half: of values in steps of 0.5 those with the best figure for people and their parts.
"""

ROLE_NOUN = 4.0
""""the gunman", "the victim"."""
WITNESS_NOUN = 2.0
SHOT_BY_POLICE = 4.0
"""Makes a suspect."""
POLICE_SHOT = 3.0
""""officers shot him" makes a suspect too, less surely: the verb may have another subject."""
FIRED = 3.5
DID_HARM = 3.0
DID_HARM_LOOSELY = 1.0
""""…, killing two": who did is further off."""
DREW_WEAPON = 3.0
HANDLED = 1.0
"""In whose hands a gun went off: less than what is said of one who was hit."""
HARMED = 2.0
FIRED_AT = 1.5
DIED = 1.5
SELF_HARM = 1.0
CHARGED = 2.5
ACCUSED = 2.5
ARRESTED = 2.0
SOUGHT = 1.5
FLED = 0.7
ON_LEAVE = 2.0
"""Makes an officer who fired."""
IN_HOSPITAL = 1.0
CONDITION = 1.0
WOUND = 0.5
SAW = 1.0
"""Makes a witness."""
PRESUMED = 0.95
"""Of people listed with their ages: below all that verbs and nouns say."""
ENOUGH = 0.9
"""The least sum that makes somebody a participant."""
AGAIN = 0.2
"""The share that the same kind of words weighs when it comes again."""
