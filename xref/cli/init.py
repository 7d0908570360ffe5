"""`xref init`: a commented config file."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Write a config file that shows every setting.")
@click.argument("path", default="xref.toml", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def command(path: Path, force: bool) -> None:
    """Write a commented config file to PATH (xref.toml in the working folder unless told otherwise).

    It shows every key with its meaning, unit, range and default, and changes nothing until a line is uncommented.
    """
    from xref.cli.settings_text import commented_file
    from xref.errors import OutputError
    from xref.settings import FILE_NAME

    if path.is_dir():
        path = path / FILE_NAME
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as handle:
            handle.write(commented_file())
    except FileExistsError:
        raise OutputError(f"{path} is there already", "--force replaces it.") from None
    except OSError as error:
        raise OutputError(f"{path} can't be written: {error.strerror or error}") from error
    click.echo(f"Wrote {path}.", err=True)
