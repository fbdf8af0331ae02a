from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.system.files import PRIVATE, WholeFileSink, lines_up_to, open_stream, read_limited


def refusal(action, *arguments):
    with pytest.raises(KnownError) as told:
        action(*arguments)
    assert told.value.facts["path"] == os.fspath(arguments[0])
    return told.value.code


# ---- reading
def test_a_file_is_read_up_to_the_limit_and_not_beyond(tmp_path):
    file = tmp_path / "case.json"
    file.write_bytes(b"0123456789")
    assert read_limited(file, 10) == b"0123456789"
    assert refusal(read_limited, file, 9) is ErrorCode.FILE_TOO_LARGE
    assert read_limited(str(file), 11) == b"0123456789"


def test_an_empty_file_is_read_as_nothing(tmp_path):
    (tmp_path / "empty").touch()
    assert read_limited(tmp_path / "empty", 0) == b""


def test_a_huge_file_takes_no_more_memory_than_the_limit(tmp_path):
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(1 << 40)  # says it holds a terabyte
    assert refusal(read_limited, tmp_path / "huge", 1000) is ErrorCode.FILE_TOO_LARGE


def test_what_is_no_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")  # nobody writes into it: reading would wait for ever
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").touch()
    for path, code in (
        (tmp_path, ErrorCode.FILE_IS_FOLDER),
        (tmp_path / "none", ErrorCode.FILE_MISSING),
        (tmp_path / "file" / "below", ErrorCode.FILE_MISSING),
        (tmp_path / "pipe", ErrorCode.FILE_NOT_READABLE),
        (tmp_path / "loop", ErrorCode.FILE_NOT_READABLE),
        (tmp_path / ("x" * 300), ErrorCode.FILE_NOT_READABLE),
        ("/dev/zero", ErrorCode.FILE_NOT_READABLE),
        ("/dev/null", ErrorCode.FILE_NOT_READABLE),
        ("with\0zero", ErrorCode.FILE_MISSING),
        ("lone \ud800", ErrorCode.FILE_MISSING),
    ):
        assert refusal(read_limited, path, 100) is code, path


def test_a_link_is_read_as_what_it_points_to(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "dangling").symlink_to(tmp_path / "none")
    assert read_limited(tmp_path / "link", 1) == b"x"
    assert refusal(read_limited, tmp_path / "dangling", 1) is ErrorCode.FILE_MISSING


def test_a_file_nobody_may_read_is_told(ordinary_folder):
    file = ordinary_folder / "secret"
    file.write_bytes(b"x")
    file.chmod(0)
    assert refusal(read_limited, file, 100) is ErrorCode.FILE_NOT_READABLE


def test_a_file_that_becomes_a_pipe_while_we_look_is_refused(tmp_path, monkeypatch):
    file = tmp_path / "case.json"
    file.touch()
    really = os.open

    def swapped(path, flags):
        file.unlink()
        os.mkfifo(file)
        return really(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert refusal(read_limited, file, 10) is ErrorCode.FILE_NOT_READABLE


def test_a_disk_that_fails_while_reading_is_told(tmp_path):
    assert refusal(read_limited, "/proc/self/mem", 10) is ErrorCode.FILE_NOT_READABLE


@given(st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b""))), st.integers(1, 15))
def test_long_lines_are_cut_and_the_others_come_whole(lines, limit):
    text = b"".join(line + b"\n" for line in lines)
    found = list(lines_up_to(io.BytesIO(text), limit))
    assert found == [(line + b"\n")[: limit + 1] for line in lines]


def test_a_stream_is_only_of_a_file(tmp_path):
    (tmp_path / "lines").write_bytes(b"a\nb")
    with open_stream(tmp_path / "lines") as stream:
        assert list(lines_up_to(stream, 100)) == [b"a\n", b"b"]
    assert refusal(open_stream, tmp_path) is ErrorCode.FILE_IS_FOLDER


# ---- writing
@pytest.fixture
def sink():
    return WholeFileSink()


def write(path, content=b"new"):
    WholeFileSink().write(path, content)


def names(folder):
    return sorted(found.name for found in folder.iterdir())


@pytest.mark.parametrize("content", [b"", b"%PDF", bytes(3_000_000)])
def test_what_is_written_is_there_whole_and_alone(tmp_path, sink, content):
    sink.write(str(tmp_path / "out é.pdf"), content)
    assert (tmp_path / "out é.pdf").read_bytes() == content
    assert names(tmp_path) == ["out é.pdf"]


def test_an_export_is_as_open_as_other_files_and_a_private_one_is_not(tmp_path, sink):
    before = os.umask(0o022)
    try:
        sink.write(str(tmp_path / "export"), b"x")
        WholeFileSink(PRIVATE).write(str(tmp_path / "private"), b"x")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("export", "private")]
    assert modes == [0o644, 0o600]


def test_the_older_file_is_replaced(tmp_path, sink):
    (tmp_path / "out").write_bytes(b"older and longer")
    sink.write(str(tmp_path / "out"), b"new")
    assert (tmp_path / "out").read_bytes() == b"new"


def test_what_a_crash_left_is_ignored(tmp_path, sink):
    (tmp_path / "out.part").write_bytes(b"half")
    sink.write(str(tmp_path / "out"), b"new")
    assert names(tmp_path) == ["out"]


def test_a_name_without_a_folder_is_written_here(tmp_path, sink, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sink.write("out", b"new")
    assert names(tmp_path) == ["out"]


def test_a_link_goes_on_pointing_where_it_pointed(tmp_path, sink):
    (tmp_path / "link").symlink_to(tmp_path / "file")
    sink.write(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_where_no_file_can_stand_nothing_is_written(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    (tmp_path / "taken.part").mkdir()
    for path, code in (
        (str(tmp_path), ErrorCode.FILE_IS_FOLDER),
        ("/", ErrorCode.FILE_IS_FOLDER),
        (f"{tmp_path}/new/", ErrorCode.FILE_IS_FOLDER),
        (str(tmp_path / "none" / "out"), ErrorCode.FILE_MISSING),
        (str(tmp_path / "file" / "out"), ErrorCode.FILE_MISSING),
        (str(tmp_path / "pipe"), ErrorCode.FILE_NOT_WRITABLE),
        (str(tmp_path / ("x" * 255)), ErrorCode.FILE_NOT_WRITABLE),
        ("/dev/null", ErrorCode.FILE_NOT_WRITABLE),
        ("with\0zero", ErrorCode.FILE_MISSING),
    ):
        assert refusal(write, path) is code, path
    assert names(tmp_path) == ["file", "pipe", "taken.part"]
    assert Path("/dev/null").is_char_device()


def test_a_part_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "taken.part").mkdir()
    assert refusal(write, str(tmp_path / "taken")) in (
        ErrorCode.FILE_NOT_WRITABLE,
        ErrorCode.FILE_IS_FOLDER,
    )


def test_a_read_only_folder_and_a_read_only_file_stay_as_they_are(ordinary_folder):
    file = ordinary_folder / "signed"
    file.write_bytes(b"signed")
    file.chmod(0o400)
    assert refusal(write, str(file)) is ErrorCode.FILE_NOT_WRITABLE
    assert file.read_bytes() == b"signed"
    ordinary_folder.chmod(0o500)
    assert refusal(write, str(ordinary_folder / "out")) is ErrorCode.FILE_NOT_WRITABLE


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_on_a_full_disk_the_older_file_stays_and_no_part_is_left(tmp_path, monkeypatch, step):
    (tmp_path / "out").write_bytes(b"older")

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(*(("pathlib.Path.replace",) if step == "replace" else (os, step)), full)
    assert refusal(write, str(tmp_path / "out")) is ErrorCode.DISK_FULL
    monkeypatch.undo()
    assert names(tmp_path) == ["out"]
    assert (tmp_path / "out").read_bytes() == b"older"


def test_a_disk_that_takes_a_little_at_a_time_gets_everything(tmp_path, monkeypatch):
    really = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: really(handle, content[:7]))
    write(str(tmp_path / "out"), bytes(range(256)))
    assert (tmp_path / "out").read_bytes() == bytes(range(256))


def test_two_that_write_the_same_file_do_not_mix(tmp_path, monkeypatch):
    part = tmp_path / "out.part"
    really = os.fsync

    def overtaken(handle):
        really(handle)
        part.unlink()
        part.write_bytes(b"the other one, half written")

    monkeypatch.setattr(os, "fsync", overtaken)
    assert refusal(write, str(tmp_path / "out")) is ErrorCode.FILE_NOT_WRITABLE
    assert not (tmp_path / "out").exists()
