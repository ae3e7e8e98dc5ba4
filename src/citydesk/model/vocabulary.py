"""The closed vocabularies of a reading, as in the gold guidelines. Their values are the published words."""

from enum import StrEnum


class FieldName(StrEnum):
    """The two fields of a report that evidence can stand in."""

    TITLE = "title"
    TEXT = "text"


class Kind(StrEnum):
    """What sort of report it is."""

    INCIDENT = "incident"
    FOLLOW_UP = "follow_up"
    ROUNDUP = "roundup"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What sort of place an incident happened at."""

    HOME = "home"
    STREET = "street"
    VEHICLE = "vehicle"
    BUSINESS = "business"
    BAR_OR_CLUB = "bar_or_club"
    SCHOOL = "school"
    PARK = "park"
    PARKING_LOT = "parking_lot"
    HOTEL = "hotel"
    WORSHIP = "worship"
    MEDICAL = "medical"
    PUBLIC_BUILDING = "public_building"
    OTHER = "other"


class Precision(StrEnum):
    """How closely coordinates are known: the level that they are of."""

    NEIGHBORHOOD = "neighborhood"
    CITY = "city"
    COUNTY = "county"
    STATE = "state"


class Role(StrEnum):
    """A participant's part in an incident."""

    VICTIM = "victim"
    SUSPECT = "suspect"
    OFFICER = "officer"
    WITNESS = "witness"


class Sex(StrEnum):
    """Said, or clear from pronouns and words such as "man" and "girl"."""

    MALE = "male"
    FEMALE = "female"


class Outcome(StrEnum):
    """What became of a participant, as last reported."""

    KILLED = "killed"
    INJURED = "injured"
    UNHARMED = "unharmed"


class Custody(StrEnum):
    """Where a participant stands with the law, as last reported."""

    ARRESTED = "arrested"
    CHARGED = "charged"
    SOUGHT = "sought"
    AT_LARGE = "at_large"
    CONVICTED = "convicted"
    DEAD = "dead"


class WeaponKind(StrEnum):
    """What sort of weapon."""

    HANDGUN = "handgun"
    RIFLE = "rifle"
    SHOTGUN = "shotgun"
    KNIFE = "knife"
    VEHICLE = "vehicle"
    AIR_GUN = "air_gun"
    FIREARM = "firearm"
    OTHER = "other"


class AgencyRole(StrEnum):
    """What a law enforcement body had to do with an incident."""

    INVESTIGATING = "investigating"
    RESPONDING = "responding"
    EMPLOYER = "employer"
    SPEAKING = "speaking"


class Certainty(StrEnum):
    """How surely the words say it."""

    STATED = "stated"
    ALLEGED = "alleged"
    BELIEVED = "believed"
    UNKNOWN = "unknown"
    DENIED = "denied"


class Medium(StrEnum):
    """How a quotation reached the reporter, where the report says."""

    TWITTER = "Twitter"
    FACEBOOK = "Facebook"
    NEWS_RELEASE = "news release"
    COURT_DOCUMENT = "court document"
    EMERGENCY_CALL = "911 call"
    NEWS_CONFERENCE = "news conference"


FLAGS = ("officer_shot", "shot_by_officer", "self_inflicted", "unintentional", "domestic")
"""The five yes/no questions of an incident, in the order in which they are published."""
