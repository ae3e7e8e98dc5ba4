"""Pages made for tests, about made-up people."""

from collections.abc import Sequence

from citydesk.gather.page.markup import Tree, parse_markup

PARAGRAPHS = (
    "TULSA, Okla. (KZQX) -- A 24-year-old man was shot in the leg on Elm Street on Friday night, police said.",
    "Officers were called at about 9:40 p.m. and found Mr. Ash Bell, a baker, on the steps of his shop.",
    "“I heard three bangs and then somebody running,” said a neighbor, Cora Dunn, who called for help.",
    "Detectives have asked owners of the shops around for what their cameras saw between nine and ten.",
)


def page(*, head: str = "", above: str = "", paragraphs: Sequence[str] = PARAGRAPHS, below: str = "") -> str:
    """A page of the Tulsa Tribune with a story of some paragraphs."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>Baker shot in Tulsa | Tulsa Tribune</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/sports'>Sports</a></nav><main><article><h1>Baker shot in Tulsa</h1>"
        f"{above}{body}{below}</article></main></body></html>"
    )


def linked(written: str) -> str:
    """JSON-LD as it stands in a page's head."""
    return f'<script type="application/ld+json">{written}</script>'


def tree_of(html: str) -> Tree:
    """The tree of a page that is one."""
    tree = parse_markup(html)
    assert tree is not None
    return tree
