"""The command `entraide directory search`."""

import click
import orjson

from core.commands import opened_database
from core.i18n import in_tongue
from directory.search.document import as_document
from directory.search.parsing import parse_query
from directory.search.query import Page
from directory.service.finding import find


@click.command()
@click.argument("words", nargs=-1)
@click.option("--state", "states", multiple=True, help="A State, by code or name in any language; may be repeated.")
@click.option("--function", "functions", multiple=True, help="A function such as mla, extradition; may be repeated.")
@click.option("--kind", "kinds", multiple=True, help="A kind of authority such as court; may be repeated.")
@click.option("--limit", default=25, show_default=True, type=click.IntRange(1, 100), help="How many to print.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document, as the interface for programs does.")
def search(
    words: tuple[str, ...],
    states: tuple[str, ...],
    functions: tuple[str, ...],
    kinds: tuple[str, ...],
    limit: int,
    *,
    as_json: bool,
) -> None:
    """Find authorities by WORDS: names in any script, States, functions, articles, acronyms."""
    with opened_database() as database, database.reading() as session:
        chosen = {"state": states, "function": functions, "kind": kinds}
        query = parse_query(" ".join(words), dict(chosen), limit=str(limit))
        page = find(session, query)
    if as_json:
        click.echo(orjson.dumps(as_document(page, query)))
    else:
        _print(page)


def _print(page: Page) -> None:
    for hit in page.items:
        click.echo(f"{hit.row.state}  {in_tongue(dict(hit.row.names), 'en')}  {hit.row.id}")
    shown = len(page.items)
    click.echo(f"{page.total} found" + (f", the first {shown} shown" if shown < page.total else ""), err=True)
