"""Configuration: precedence, mistakes in words, and the text that shows it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.cli.settings_text import commented_file, settings_of, to_toml, values_with_origins
from xref.config import SECTIONS, Config, OriginsConfig
from xref.errors import ConfigError
from xref.settings import load_config, section_model

UNSET: dict[str, str] = {}
WHOLE_NUMBERS = st.integers(min_value=1, max_value=50)


def write(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(
    path: Path | None = None, overrides: tuple[str, ...] = (), environment: dict[str, str] | None = None
) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(path, overrides, environment or UNSET)
    first, *lines = caught.value.message.split("\n")
    assert first == f"the configuration has {len(lines)} mistake{'s' if len(lines) > 1 else ''}:"
    return [line.strip() for line in lines]


def test_without_a_file_every_value_is_the_default() -> None:
    loaded = load_config(None, (), UNSET)
    assert loaded.config == Config()
    assert set(loaded.provenance.values()) == {"default"}
    assert loaded.path is None


@settings(max_examples=60)
@given(
    in_file=st.none() | WHOLE_NUMBERS,
    in_environment=st.none() | WHOLE_NUMBERS,
    on_command_line=st.lists(WHOLE_NUMBERS, max_size=2),
)
def test_the_last_of_default_file_environment_and_command_line_wins(
    tmp_path_factory: pytest.TempPathFactory,
    in_file: int | None,
    in_environment: int | None,
    on_command_line: list[int],
) -> None:
    path = write(tmp_path_factory.mktemp("config"), f"[claims]\nmin_words = {in_file}\n" if in_file else "")
    environment = {"XREF_CLAIMS__MIN_WORDS": str(in_environment)} if in_environment else {}
    loaded = load_config(path, [f"claims.min_words={number}" for number in on_command_line], environment)

    steps = [("default", Config().claims.min_words)]
    steps += [(str(path), in_file)] if in_file else []
    steps += [("environment XREF_CLAIMS__MIN_WORDS", in_environment)] if in_environment else []
    steps += [("--set", number) for number in on_command_line]
    origin, value = steps[-1]
    assert loaded.config.claims.min_words == value
    assert loaded.provenance["claims.min_words"] == origin
    assert [key for key, place in loaded.provenance.items() if place != "default"] == (
        ["claims.min_words"] if origin != "default" else []
    )


def test_a_config_in_the_working_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xref.toml").write_text("[cluster]\nmin_link = 0.25\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    loaded = load_config(None, (), UNSET)
    assert loaded.config.cluster.min_link == 0.25
    assert loaded.path == Path("xref.toml")


def test_all_mistakes_are_told_at_once_each_with_its_place(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[ingest]\nmin_word = 3\nmax_file_mb = -1\n\n[orgins]\npartial = 0.1\n\n[stories]\nwindow_days = "ten"\n',
    )
    assert mistakes(path, ("cluster.min_link=2",), {"XREF_MATCH__MAX_CANDIDATES": "0"}) == [
        f"{path}: unknown key ingest.min_word, did you mean ingest.min_words?",
        f"{path}: unknown section [orgins], did you mean origins?",
        f"{path}: ingest.max_file_mb = -1 should be greater than 0",
        f"{path}: stories.window_days = 'ten' should be a valid number, unable to parse string as a number",
        "environment XREF_MATCH__MAX_CANDIDATES: match.max_candidates = 0 should be greater than or equal to 1",
        "--set: cluster.min_link = 2 should be less than or equal to 1",
    ]


def test_a_key_without_a_near_one_is_told_with_all_of_its_section(tmp_path: Path) -> None:
    (line,) = mistakes(write(tmp_path, "[stories]\nzzz = 1\n"))
    known = ", ".join(f"stories.{setting.key}" for setting in settings_of("stories"))
    assert line.endswith(f"unknown key stories.zzz; known: {known}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[sources]\nname = 'Harbour Post'\n", "write [[sources]], in double brackets, once an outlet"),
        ("[[ingest]]\nmin_words = 3\n", "write [ingest] on a line of its own, once, and its keys below"),
        ("ingest = 3\n", "write [ingest] on a line of its own, once, and its keys below"),
        ("min_words = 3\n[stories]\n", "min_words stands in no section; known: ingest, "),
        ("[embed]\nbatch_size = true\n", "embed.batch_size = True should be a number"),
        ("[match]\nmin_similarity = nan\n", "match.min_similarity = nan should be a finite number"),
        ("[ingest]\ntimezone = 'Mars'\n", "ingest.timezone = 'Mars' should be an IANA zone such as Europe/Kyiv"),
        ("[origins]\npartial = 0.9\n", "[origins] partial, shared_wire and near_verbatim should not fall"),
        ("[report]\nformats = ['pdf']\n", "report.formats.0 = 'pdf' should be 'csv', 'html', 'json' or 'sqlite'"),
    ],
)
def test_what_users_stumble_over_has_an_answer(tmp_path: Path, text: str, told: str) -> None:
    (line,) = mistakes(write(tmp_path, text))
    assert told in line


def test_mistakes_in_sources_name_the_entry_by_number_and_name(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[sources]]\nname = "Harbour Post"\nrelaibility = "B"\n'
        '[[sources]]\ndomains = ["a.example"]\n'
        '[[sources]]\nname = "Coast FM"\nreliability = "G"\n',
    )
    assert mistakes(path) == [
        f"{path}: [[sources]] number 1 ('Harbour Post'): unknown key relaibility, did you mean reliability?",
        f"{path}: [[sources]] number 2: name is missing",
        f"{path}: [[sources]] number 3 ('Coast FM'): reliability = 'G' should be '', 'A', 'B', 'C', 'D', 'E' or 'F'",
    ]


def test_two_sources_can_not_share_a_name_alias_or_domain(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[sources]]\nname = "HP"\naliases = ["Harbour"]\n[[sources]]\nname = "harbour"\n[[sources]]\nname = "HP"\n',
    )
    assert mistakes(path) == [
        "[[sources]] number 2 ('harbour'): 'harbour' belongs to number 1 already",
        "[[sources]] number 3 ('HP'): 'hp' belongs to number 1 already",
    ]


def test_sources_come_from_the_file_only() -> None:
    assert mistakes(overrides=("sources.name=HP",)) == [
        "--set: unknown section [sources]; [[sources]] stand in the file"
    ]


def test_one_underscore_in_the_environment_is_told() -> None:
    told = mistakes(environment={"XREF_CLAIMS_MIN_WORDS": "3", "XREFERENCE": "1", "XREF_HOME": "/"})
    assert told == [
        "environment XREF_CLAIMS_MIN_WORDS: write XREF_CLAIMS__MIN_WORDS, with two underscores after the section"
    ]


@pytest.mark.parametrize("override", ["claims.min_words", "min_words=3", "=3", ""])
def test_an_override_that_names_no_key_or_value_is_told(override: str) -> None:
    (line,) = mistakes(overrides=(override,))
    assert line.startswith(f"--set {override}: write section.key=value") or "unknown section" in line


@pytest.mark.parametrize(
    ("override", "value"),
    [
        ("report.title=2024", "2024"),
        ("report.title=true", "true"),
        ('report.title="a = b"', "a = b"),
        ("report.title=a=b", "a=b"),
        ("report.title=", ""),
        ("report.formats=['csv']", ["csv"]),
        ("report.max_clusters=1_000", 1000),
    ],
)
def test_values_on_the_command_line_are_what_they_look_like(override: str, value: Any) -> None:
    loaded = load_config(None, [override], UNSET)
    assert getattr(loaded.config.report, override.partition("=")[0].partition(".")[2]) == value


@pytest.mark.parametrize("content", [b"[ingest\n", b"\xff\xfei\x00", b"a = 1\na = 2\n"])
def test_a_file_that_is_no_toml_is_one_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match="can't be read as TOML"):
        load_config(path, (), UNSET)


def test_a_missing_file_and_a_folder_are_clear_errors(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such config file"):
        load_config(tmp_path / "none.toml", (), UNSET)
    with pytest.raises(ConfigError, match="can't be read"):
        load_config(tmp_path, (), UNSET)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "notepad.toml"
    path.write_bytes(b"\xef\xbb\xbf[claims]\r\nmin_words = 7\r\n")
    assert load_config(path, (), UNSET).config.claims.min_words == 7


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    assert load_config(None, ["embed.cache_dir=~/kept"], UNSET).config.embed.cache_dir == "/home/reader/kept"


def test_every_key_has_a_meaning_a_range_and_a_default_inside_it() -> None:
    for section in SECTIONS:
        for setting in settings_of(section):
            assert len(setting.description) > 10, setting
            assert setting.range, setting
        defaults = section_model(section)().model_dump()
        assert section_model(section).model_validate(defaults).model_dump() == defaults


def test_the_commented_file_changes_nothing_as_written_and_nothing_uncommented(tmp_path: Path) -> None:
    text = commented_file()
    path = write(tmp_path, text)
    assert load_config(path, (), UNSET).config == Config()
    uncommented = "\n".join(
        line.removeprefix("# ")
        if line.startswith("# ") and " = " in line and line.split()[1].isidentifier() and line.split()[2] == "="
        else line
        for line in text.split("\n# [[sources]]")[0].split("\n")
    )
    document = tomllib.loads(uncommented)
    assert {section: set(keys) for section, keys in document.items()} == {
        section: set(section_model(section).model_fields) for section in SECTIONS
    }
    assert Config.model_validate(document) == Config()


def test_the_example_source_in_the_commented_file_is_valid(tmp_path: Path) -> None:
    example = commented_file().split("\n# [[sources]]\n")[1]
    text = "[[sources]]\n" + "\n".join(line.removeprefix("# ") for line in example.splitlines())
    (source,) = load_config(write(tmp_path, text), (), UNSET).config.sources
    assert source.name == "Harbour Post"
    assert source.domains == ["harbourpost.example"]


def test_values_print_as_a_config_file_that_gives_the_same_configuration(tmp_path: Path) -> None:
    path = write(tmp_path, '[report]\ntitle = "Two \\"towns\\""\n[[sources]]\nname = "Coast FM"\nagency = true\n')
    loaded = load_config(path, ["cluster.min_link=0.7"], {"XREF_EMBED__DEVICE": "cpu"})
    text = values_with_origins(loaded)
    assert load_config(write(tmp_path, text), (), UNSET).config == loaded.config
    (line,) = [line for line in text.splitlines() if line.startswith("device")]
    assert line.split("# ")[1] == "environment XREF_EMBED__DEVICE"


@given(
    st.recursive(
        st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(codec="utf-8")),
        st.lists,
        max_leaves=5,
    )
)
def test_values_survive_toml(value: Any) -> None:
    assert tomllib.loads(f"value = {to_toml(value)}") == {"value": value}


def test_a_configuration_can_not_be_changed_after_it_was_made() -> None:
    with pytest.raises(ValueError, match="frozen"):
        OriginsConfig().partial = 0.3  # type: ignore[misc]


def test_a_value_of_the_wrong_form_is_told_what_the_key_should_hold() -> None:
    with pytest.raises(ConfigError) as told:
        load_config(None, ["embed.device=gpu", "claims.language=xx9"])
    assert "embed.device = 'gpu' should be: auto, cpu, cuda or mps" in told.value.message
    assert "pattern" not in told.value.message
