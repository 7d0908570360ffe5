"""`xref explain`: why a claim, a position or a pair of claims of a finished run came out as it did."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Explain a claim, an answer, a question or a pair of claims of a finished run.")
@click.argument("run", type=click.Path(path_type=Path))
@click.argument("claims", metavar="CLAIM [CLAIM]", nargs=-1, required=True)
def command(run: Path, claims: tuple[str, ...]) -> None:
    """Explain what the finished run in folder RUN found about a CLAIM.

    One claim_id: the origins behind it and what it was compared with. One position_id: its origins. One cluster_id, as
    it stands at the foot of each question in report.html: its answers with their claims, and the pairs that conflict.
    Two claim_ids: each signal that spoke for or against the judgement of the pair. The beginning of an identifier is
    enough where only one begins so.
    """
    if len(claims) > 2:
        raise click.UsageError("name one claim, position or cluster, or two claims")
    from xref.cli import explaining
    from xref.report import load_run

    stored = load_run(run)
    if len(claims) == 2:
        lines = explaining.pair(stored, *(explaining.claim_id(stored, claim) for claim in claims))
    else:
        lines = explaining.one(stored, claims[0])
    for line in lines:
        click.echo(line)
