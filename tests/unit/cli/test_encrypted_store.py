"""The store commands on an encrypted store: a passphrase from a file, never from the command line."""

from __future__ import annotations

import pytest

from allcounsel.bootstrap import build_core, open_desk, vault
from unit.cli.test_commands import call

RIGHT = "correct horse battery"


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with an encrypted store."""
    folder = tmp_path / "data"
    monkeypatch.setenv("ALLCOUNSEL_DATA_DIR", str(folder))
    key, code = vault().set_up("Sam", RIGHT)
    open_desk(build_core(), folder / "store.db", key).close()
    (tmp_path / "right").write_text(RIGHT + "\n")
    (tmp_path / "code").write_text(code)
    (tmp_path / "wrong").write_text("something else")
    return folder


def test_without_a_passphrase_file_it_says_what_is_wanted(data):
    for command in (["verify"], ["backup", "b"], ["restore", "b"]):
        code, out, err = call("store", *command)
        assert (code, out) == (1, "")
        assert "--passphrase-file" in err


def test_the_passphrase_or_the_code_opens_it_and_nothing_else_does(data, tmp_path):
    assert call("store", "verify", "--passphrase-file", str(tmp_path / "right"))[0] == 0
    assert call("store", "verify", "--passphrase-file", str(tmp_path / "code"))[0] == 0
    code, out, err = call("store", "verify", "--passphrase-file", str(tmp_path / "wrong"))
    assert (code, out) == (1, "")
    assert "neither a passphrase" in err
    assert "something else" not in err


def test_a_backup_is_brought_back_here_and_on_a_new_laptop(data, tmp_path, monkeypatch):
    backup = tmp_path / "away.backup"
    secret = ["--passphrase-file", str(tmp_path / "right")]
    assert call("store", "backup", str(backup), *secret)[0] == 0
    assert call("store", "restore", str(backup), *secret)[0] == 0
    monkeypatch.setenv("ALLCOUNSEL_DATA_DIR", str(tmp_path / "new laptop"))
    assert call("store", "restore", str(backup), "--passphrase-file", str(tmp_path / "wrong"))[0] == 1
    assert not (tmp_path / "new laptop" / "store.keys").exists()
    assert call("store", "restore", str(backup), *secret)[0] == 0
    assert call("store", "verify", *secret)[0] == 0


def test_where_the_store_is_can_be_asked_without_a_passphrase(data):
    assert call("store", "path") == (0, f"{data / 'store.db'}\n", "")
