#!/bin/sh
# Prove that the core runs bare: its tests, in a venv that holds only PyYAML, pytest and hypothesis.
# --folders: only say which folders that are.
set -eu
cd "$(dirname "$0")/.."
folders=
for folder in tests/unit/domain tests/unit/services tests/unit/content tests/unit/helpers tests/content tests/property; do
    # A folder without a test is left out: pytest would call it an error.
    if [ -n "$(find "$folder" -name 'test_*.py' 2>/dev/null | head -n 1)" ]; then folders="$folders $folder"; fi
done
[ "${1:-}" = --folders ] && { echo "$folders"; exit 0; }

venv=.venv-core
lock=packaging/requirements/core.txt
wanted=$(cat "$lock" packaging/test_core_without_qt.sh | cksum)

if [ ! -f "$venv/.installed" ] || [ "$(cat "$venv/.installed")" != "$wanted" ]; then
    .venv/bin/python -m venv --clear "$venv"
    "$venv/bin/python" -m pip install -q -q --disable-pip-version-check --require-hashes -r "$lock"
    echo "$wanted" >"$venv/.installed"
fi

[ -n "$folders" ] || { echo "core without Qt: no core tests yet"; exit 0; }

if "$venv/bin/python" -c 'import PySide6' 2>/dev/null; then
    echo "core without Qt: this environment holds Qt, so it would prove nothing" >&2
    exit 1
fi
echo "core without Qt:$folders"
# The project's own settings speak of Qt, which the bare pytest does not know: hence a file of its own.
# shellcheck disable=SC2086
HYPOTHESIS_PROFILE="${HYPOTHESIS_PROFILE:-ci}" "$venv/bin/python" -m pytest -q -c packaging/pytest_core.ini --rootdir . $folders
