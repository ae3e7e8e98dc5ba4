"""What speaks for each city that a report names."""

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.page.setting import PlaceLevel, Scene, Setting
from citydesk.read.where.city_signals import around_of, find_candidates, signals_of_city, signals_of_none
from citydesk.read.where.city_weights import WEIGHTS
from citydesk.read.where.scale import scale_of
from citydesk.read.where.where import find_places

_FRAMES = ("agency", "bare", "dateline", "elsewhere", "event", "hometown", "in", "moved", "near", "people", "site")


def _signals(text: str, title: str = "") -> dict[str, dict[str, float]]:
    """The signals of each city named, by its key, and of "none"."""
    document = open_document(Report(id=ReportId("r1"), text=text, title=title))
    setting = Setting(document, None, None, (), find_places(document, None), (), ())
    whole = Span(0, len(document.text))
    scale = scale_of(setting, Scene(main=True, spans=(whole,), cue=whole))
    candidates = find_candidates([m for m in setting.places if m.level is PlaceLevel.CITY])
    around = around_of(scale, setting.places, candidates)
    found = {candidate.key: signals_of_city(scale, candidate, around, 1.0) for candidate in candidates}
    return found | {"none": signals_of_none(scale, setting.places, candidates)}


def test_a_city_has_the_signals_of_its_mentions() -> None:
    """What happened there in one breath, beside which street, and whose police are named."""
    signals = _signals(
        "A man was shot in the 100 block of Elm Street in Tulsa, Tulsa police said. He lives in Muskogee."
    )
    assert signals["tulsa"].keys() >= {"happens", "scene", "beside street", "police", "in often", "agency often"}
    assert "others' police" in signals["muskogee"]
    assert "happens" not in signals["muskogee"]


def test_a_quarter_has_its_city_beside_it() -> None:
    """Harlem's mail is New York's; a suburb with police of its own is no quarter."""
    assert _signals("A man was shot in Harlem. New York police came.")["harlem"].keys() >= {
        "quarter",
        "quarter by mail",
    }
    assert "quarter" not in _signals("Cicero police found a man in Cicero. A Chicago man was held.")["cicero"]


def test_a_county_may_be_all_that_is_told() -> None:
    """A scene in a county and its sheriff speak for no city; a scene in a city of it speaks against that."""
    assert _signals("A man was shot in Polk County, Iowa.")["none"].keys() >= {"none", "none county scene"}
    assert "none sheriff" in _signals("Polk County deputies found him.")["none"]
    assert "none county scene" not in _signals("A man was shot in Ankeny, in Polk County, Iowa.")["none"]


def test_a_borough_is_told_apart_from_its_city() -> None:
    """Where Brooklyn is named, New York is the city around it."""
    signals = _signals("A man was shot in Brooklyn. New York police came.")
    assert "borough" in signals["brooklyn"]
    assert "borough's city" in signals["new york"]
    assert "borough's city" not in _signals("A man was shot in New York.")["new york"]


def test_a_town_that_a_place_lies_away_from_is_beyond() -> None:
    """Two miles west of Cotton Plant is not in it; the town whose own place is told is."""
    assert "beyond" in _signals("He was shot two miles west of Cotton Plant, Ark.")["cotton plant"]
    signals = _signals("He was shot in Duluth, about 150 miles north of Minneapolis.")
    assert "explained" in signals["duluth"]
    assert "beyond" in signals["minneapolis"]


def test_somebodys_hometown_is_not_yet_the_scene() -> None:
    """A man of Tulsa may be shot anywhere, the more so where another county's sheriff came."""
    signals = _signals("A Tulsa man was shot. Wagoner County deputies, Okla., came.")
    assert signals["tulsa"].keys() >= {"only home", "only home by county"}
    assert "none at home" in signals["none"]
    assert "only home" not in _signals("A Tulsa man was shot in Tulsa.")["tulsa"]


def test_headlines_say_in_what_way_they_name_a_city() -> None:
    """A headline's "in Tulsa", "Tulsa police" and "Tulsa man" weigh differently."""
    text = "He was shot."
    assert "title in" in _signals(text, "Man shot in Tulsa")["tulsa"]
    assert "title agency" in _signals(text, "Tulsa police: Man shot")["tulsa"]
    assert "title people" in _signals(text, "Tulsa man shot")["tulsa"]


def test_every_weight_belongs_to_a_signal() -> None:
    """The table names no signal that a report cannot give."""
    named = {f"{frame} often" for frame in _FRAMES}
    named |= {"size", "share", "late", "happens", "scene", "called a town", "beside street", "police"}
    named |= {"title", "title in", "title agency", "title people", "most named", "borough", "beyond", "county apart"}
    named |= {"unknown", "hamlet", "county named", "called a quarter", "unknown by city", "explained", "scene first"}
    named |= {"only aside", "only dateline", "only dateline by county", "only label", "only moved", "only home"}
    named |= {"only home by county", "only dateline by scene", "borough's city", "label alone"}
    named |= {"others' scene", "others' police", "quarter", "quarter by mail", "quarter of police"}
    named |= {"outlet's city", "quarter of outlet's city", "quarter unnamed"}
    named |= {"none", "none county scene", "none sheriff", "none placed", "none police", "none county told"}
    named |= {"none at home", "only home by scene"}
    assert WEIGHTS.keys() <= named
