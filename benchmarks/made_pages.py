"""News pages made for measuring: ten shapes of sites, stories from templates and from unrelated.jsonl, all made up.

In: a seed and a number. Out: pages as a server sends them, with what stands around a story on the web: scripts, styles,
menus, lists of other stories, comments, legal notes. About three in a hundred tell of a shooting, and one in ten of the
others is of the kind that borrows the words of violence.
"""

import html
import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

VIOLENT_SHARE, HARD_SHARE = 0.03, 0.1
_UNRELATED = [json.loads(line) for line in (Path(__file__).parent / "unrelated.jsonl").read_text().splitlines()]
_CITIES = [
    ("Tulsa", "OK", "Okla."), ("Toledo", "OH", "Ohio"), ("Fresno", "CA", "Calif."), ("Macon", "GA", "Ga."),
    ("Peoria", "IL", "Ill."), ("Spokane", "WA", "Wash."), ("Mobile", "AL", "Ala."), ("Duluth", "MN", "Minn."),
    ("Amarillo", "TX", "Texas"), ("Dayton", "OH", "Ohio"), ("Knoxville", "TN", "Tenn."), ("Flint", "MI", "Mich."),
]  # fmt: skip
_FIRST = "Ada Ben Cora Dale Elena Frank Gwen Hugo Iris Joel Kay Luis Mona Neil Opal Pete Rosa Sam Tina Vic".split()
_LAST = "Albright Bowden Castellanos Dunmore Eastman Fitch Garvey Holloway Ibsen Jarrell Kessler Lowry".split()
_STREETS = "Elm Oak Cedar Third Fifth Main Walnut Lincoln Harding Juniper Magnolia Ninth Prospect Willow".split()
_PLACES = ["a gas station", "an apartment complex", "a parking lot", "a house party", "a bar", "a park", "a car wash"]
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_THINGS = [
    "a new library branch", "the school lunch plan", "a bridge repair", "the bus routes", "a farmers market",
    "the budget", "a river trail", "the stadium lease", "a housing plan", "the water rates", "a dance festival",
    "the airport terminal",
]  # fmt: skip
_DOES = ["weighs", "approves", "puts off", "opens", "plans for", "votes on", "debates", "celebrates", "pays for"]
_SENTENCES = [
    "The {city} council {does} {thing} at its meeting on {day}.",
    "{name}, who chairs the committee, said that {thing} would cost ${number},000 in its first year.",
    "Work on {street} Street is to begin on {day} and to last {number} days.",
    '"We have waited a long time for {thing}," said {name} of {city}.',
    "About {number} people came to hear what {name} had to say about {thing}.",
    "The high school of {city} won its home game on {day} before a crowd of {number}.",
    "Rain is expected in {city} through {day}, with highs near 60 degrees.",
    "{name} has run the bakery on {street} Street for {number} months and now looks for a larger kitchen.",
    "Residents may comment on {thing} until {day} at city hall.",
    "The company will hire {number} workers in {city}, said its manager, {name}.",
    "Teachers of {city} will meet with {name} on {day} to talk about {thing}.",
    "A study found that {number} households would benefit from {thing}.",
    "Volunteers planted {number} trees along {street} Street on {day}.",
    "The museum shows {number} paintings by {name} from {day} on.",
]
_SITES = ["Tribune", "Courier", "Ledger", "Observer", "Gazette", "Herald", "Beacon", "Sentinel", "Times", "Dispatch"]


class Story(NamedTuple):
    """What a page tells."""

    number: int
    title: str
    paragraphs: list[str]
    author: str
    published: datetime
    violent: bool


class MadePage(NamedTuple):
    """A page, and whether it tells of a shooting."""

    url: str
    content: bytes
    violent: bool


def make_pages(count: int, seed: int = 20240301) -> Iterator[MadePage]:
    """Pages of all shapes, the same for the same seed."""
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)  # noqa: S311  # no secret
        story = _story(number, chance)
        site = _SITES[number % 10]
        domain = f"{site.lower()}.example"
        url = f"https://{domain}/{story.published:%Y/%m/%d}/story-{number}"
        yield MadePage(url, _written(story, site, url, chance).encode(), story.violent)


def _story(number: int, chance: random.Random) -> Story:
    zone = timezone(timedelta(hours=-6))
    published = datetime(2024, 1, 1, 8, tzinfo=zone) + timedelta(minutes=chance.randrange(400_000))
    author = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    violent = chance.random() < VIOLENT_SHARE
    title, paragraphs = _shooting(chance) if violent else _other(chance)
    return Story(number, title, paragraphs, author, published, violent)


def _shooting(chance: random.Random) -> tuple[str, list[str]]:
    city, _, state = chance.choice(_CITIES)
    name, age = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}", chance.randrange(18, 70)
    suspect = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    street, cross = chance.sample(_STREETS, 2)
    block, place, day = chance.randrange(2, 99) * 100, chance.choice(_PLACES), chance.choice(_DAYS)
    hour, dead = chance.randrange(1, 12), chance.random() < 0.5
    fate = "was pronounced dead at the scene" if dead else "was taken to a hospital in critical condition"
    what = "killed" if dead else "wounded"
    title = f"{age}-year-old {what} in shooting on {street} Street in {city}"
    return title, [
        f"{city.upper()}, {state} -- A {age}-year-old man was shot outside {place} in the {block} block of {street} "
        f"Street on {day} night, according to {city} police.",
        f"Officers were called at about {hour}:{chance.randrange(10, 59)} p.m. and found {name}, {age}, with a gunshot "
        f"wound to the chest. {name.split()[1]} {fate}, police said.",
        f"Investigators believe that an argument near {cross} Street led to the shooting. {suspect}, "
        f"{chance.randrange(18, 60)}, was arrested on {chance.choice(_DAYS)} and booked into the county jail.",
        f'"We heard {chance.randrange(2, 9)} shots and then a car speeding off," said {chance.choice(_FIRST)} '
        f"{chance.choice(_LAST)}, who lives across the street.",
        "Anyone with information is asked to call detectives at 555-0147.",
    ]


def _other(chance: random.Random) -> tuple[str, list[str]]:
    """Other news: most of it plain, one in ten of the kind that borrows the words of violence."""
    if chance.random() < HARD_SHARE:
        told = chance.choice(_UNRELATED)
        return told["title"], [one for one in told["text"].split("\n") if one.strip()]
    paragraphs = [
        " ".join(_sentence(chance) for _ in range(chance.randrange(2, 5))) for _ in range(chance.randrange(5, 14))
    ]
    return _headline(chance), paragraphs


def _headline(chance: random.Random) -> str:
    return f"{chance.choice(_CITIES)[0]} {chance.choice(_DOES)} {chance.choice(_THINGS)}"


def _sentence(chance: random.Random) -> str:
    """One sentence of plain news."""
    return chance.choice(_SENTENCES).format(
        city=chance.choice(_CITIES)[0],
        name=f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
        street=chance.choice(_STREETS),
        day=chance.choice(_DAYS),
        thing=chance.choice(_THINGS),
        does=chance.choice(_DOES),
        number=chance.randrange(3, 900),
    )


def _marked(paragraphs: list[str], before: str = "<p>", behind: str = "</p>") -> str:
    return "\n".join(f"{before}{html.escape(one, quote=False)}{behind}" for one in paragraphs)


def _script(chance: random.Random, kilobytes: int) -> str:
    """A script as pages carry it: settings, and code that has been made small."""
    words = "init load track slot size ad push config event page view user data queue wrap node".split()
    parts = [
        f"{chance.choice(words)}_{chance.randrange(999)}:{{{chance.choice(words)}:{chance.randrange(10**6)},"
        f"fn:function(a,b){{return a.{chance.choice(words)}<b&&window.{chance.choice(words)}(a)}}}}"
        for _ in range(kilobytes * 9)
    ]
    return f"<script>window.site={{{','.join(parts)}}};</script>"


def _style(chance: random.Random, kilobytes: int) -> str:
    rules = [
        f".c{chance.randrange(9999)}-{number}{{margin:{number % 40}px;color:#{chance.randrange(4096):03x}}}"
        for number in range(kilobytes * 26)
    ]
    return f"<style>{''.join(rules)}</style>"


def _menu(chance: random.Random, count: int) -> str:
    sections = "News Sports Weather Business Schools Opinion".split()
    names = [f"{chance.choice(_CITIES)[0]} {chance.choice(sections)}" for _ in range(count)]
    items = "".join(f'<li><a href="/s/{number}">{name}</a></li>' for number, name in enumerate(names))
    return f'<nav class="site-nav"><ul>{items}</ul></nav>'


def _related(chance: random.Random, count: int) -> str:
    titles = [chance.choice(_UNRELATED)["title"], *(_headline(chance) for _ in range(count - 1))]
    cards = "".join(
        f'<div class="card"><a href="/r/{number}"><img src="/i/{number}.jpg" alt=""><h4>{html.escape(title)}</h4></a>'
        f'<span class="ago">{number + 1} hours ago</span></div>'
        for number, title in enumerate(titles)
    )
    return f'<aside class="related"><h3>More stories</h3>{cards}</aside>'


def _comments(chance: random.Random, count: int) -> str:
    said = "".join(
        f'<li class="comment"><b>{chance.choice(_FIRST)}{number}</b><p>Thank you for covering this.</p></li>'
        for number in range(count)
    )
    return f'<section id="comments" class="comments"><h3>Comments</h3><ol>{said}</ol></section>' if count else ""


def _linked(story: Story, site: str, url: str, how: str) -> str:
    """What search engines read: an article by itself, in a graph, or with its whole text."""
    one: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "url": url,
        "datePublished": story.published.isoformat(),
        "author": [{"@type": "Person", "name": story.author}],
        "publisher": {"@type": "Organization", "name": f"The {site}"},
        "mainEntityOfPage": url,
    }
    if how == "body":
        one["articleBody"] = "\n".join(story.paragraphs)
    told = {"@graph": [one, {"@type": "WebSite", "name": f"The {site}"}]} if how == "graph" else one
    return f'<script type="application/ld+json">{json.dumps(told)}</script>' if how else ""


_META = """<meta property="og:title" content="{title}"><meta property="og:site_name" content="The {site}">
<meta property="og:url" content="{url}"><meta property="article:published_time" content="{iso}">
<meta name="author" content="{author}"><link rel="canonical" href="{url}">"""
_WHOLE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The {site}</title>
{meta}{linked}{style}{script}</head><body>{menu}{body}{related}{comments}
<footer class="site-footer"><p>© 2024 The {site}. All rights reserved. This material may not be published, broadcast,
rewritten or redistributed.</p><a href="/privacy">Privacy policy</a> <a href="/terms">Terms of use</a></footer>
</body></html>"""


class Shape(NamedTuple):
    """How a site makes its pages."""

    name: str
    body: str
    """Around the story."""
    script_kb: int = 0
    style_kb: int = 0
    menu: int = 40
    related: int = 12
    comments: int = 0
    meta: bool = False
    linked: str = ""
    before: str = "<p>"
    behind: str = "</p>"


_SHAPES = [
    Shape(
        "a chain's paper",
        """<main><article class="story"><h1>{title}</h1><div class="byline">By {author}</div>
        <time datetime="{iso}">{day}</time><div class="story-body">{told}</div></article></main>""",
        *(30, 20),
        meta=True,
        linked="article",
    ),
    Shape(
        "a television station",
        """<div class="article-wrap"><h1 class="headline">{title}</h1><div class="posted">Posted: {posted} CST</div>
        <div class="video-player"><video></video></div><div class="article-content">{told}</div></div>""",
        *(60, 0, 90, 20),
        linked="article",
        before='<p class="story-text">',
    ),
    Shape(
        "a blog engine",
        """<div id="page"><div class="entry"><h1 class="entry-title">{title}</h1><span class="posted-on">{day}</span>
        <div class="entry-content">{told}</div></div></div>""",
        *(0, 45, 40, 12, 25),
        meta=True,
        linked="graph",
    ),
    Shape(
        "nothing but div",
        """<div class="w1"><div class="w2"><div class="hl"><h1>{title}</h1></div><div class="dt">{slashed}</div>
        <div class="body-copy">{told}</div></div></div>""",
        15,
        before='<div class="txt"><span>',
        behind="</span></div>",
    ),
    Shape(
        "filled in by scripts",
        """<div id="root"><section data-r="1"><h1>{title}</h1><p class="by">{author}</p>{told}</section></div>""",
        *(110, 30),
        meta=True,
        linked="body",
    ),
    Shape(
        "tables of 1999",
        """<table width="100%"><tr><td width="160"><a href="/">Front</a></td><td><h1>{title}</h1><b>By {author}</b><br>
        {weekday}<br><br>{told}</td></tr></table>""",
        menu=20,
        before="",
        behind="<br><br>",
    ),
    Shape(
        "a radio station, microdata",
        """<main role="main"><div itemscope itemtype="https://schema.org/NewsArticle">
        <h1 itemprop="headline">{title}</h1>
        <span itemprop="author">{author}</span><meta itemprop="datePublished" content="{iso}">
        <div itemprop="articleBody">{told}</div></div></main>""",
        *(25, 15, 40, 30),
    ),
    Shape(
        "adverts between paragraphs",
        """<article><header><h1>{title}</h1><p class="dek">The latest from The {site}</p></header>
        <div class="content">{told}<div class="newsletter">Sign up for our newsletter</div></div></article>""",
        *(80, 0, 40, 16, 60),
        meta=True,
        behind='</p><div class="ad-slot"><span>Advertisement</span><div id="gpt"></div></div>',
    ),
    Shape(
        "an agency's releases",
        """<div class="release"><h2>Press releases</h2><h1>{title}</h1><p>Release date: {day}</p>{told}</div>""",
        menu=15,
        related=3,
    ),
    Shape(
        "a magazine",
        """<article class="longform"><h1>{title}</h1><figure><img src="/lead.jpg"><figcaption>Photo by {author}
        </figcaption></figure><div class="prose">{told}</div></article>""",
        *(0, 60),
        meta=True,
        linked="article",
    ),
]


def _written(story: Story, site: str, url: str, chance: random.Random) -> str:
    shape = _SHAPES[story.number % len(_SHAPES)]
    when = story.published
    told = {
        "title": html.escape(story.title), "site": site, "url": url, "author": story.author, "iso": when.isoformat(),
        "day": f"{when:%B %d, %Y}", "weekday": f"{when:%A, %B %d, %Y}", "posted": f"{when:%b %d, %Y / %I:%M %p}",
        "slashed": f"{when:%m/%d/%Y}", "told": _marked(story.paragraphs, shape.before, shape.behind),
    }  # fmt: skip
    return _WHOLE.format(
        **told,
        meta=_META.format(**told) if shape.meta else "",
        body=shape.body.format(**told),
        linked=_linked(story, site, url, shape.linked),
        style=_style(chance, shape.style_kb),
        script=_script(chance, shape.script_kb),
        menu=_menu(chance, shape.menu),
        related=_related(chance, shape.related),
        comments=_comments(chance, shape.comments),
    )
