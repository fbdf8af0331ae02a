#!/bin/sh
# Make .venv from the hash-pinned lock and put the program in it, editable. Fast when nothing changed.
# Usage: setup_venv.sh run|dev      PYTHON=/path/to/python3 chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."

kind=${1:-dev}
lock=packaging/requirements/$kind.txt
[ -f "$lock" ] || { echo "setup: unknown kind '$kind' (run or dev)" >&2; exit 2; }

# A stamp names what was installed, by content, and where: a switched branch or a moved folder is noticed.
stamp_of() { { pwd; cat "packaging/requirements/$1.txt" pyproject.toml packaging/setup_venv.sh; } | cksum; }
installed() { [ -f ".venv/.installed-$1" ] && [ "$(cat ".venv/.installed-$1")" = "$(stamp_of "$1")" ]; }

if PYTHON=.venv/bin/python sh packaging/find_python.sh >/dev/null 2>&1; then
    # dev holds everything that run holds.
    if installed "$kind" || installed dev; then exit 0; fi
else
    python=$(sh packaging/find_python.sh)
    echo "setup: making .venv with $("$python" -V)"
    rm -rf .venv
    "$python" -m venv .venv || {
        rm -rf .venv
        echo "setup: this Python cannot make a venv; on Debian and Ubuntu: apt-get install python3-venv" >&2
        exit 1
    }
fi

echo "setup: installing the pinned packages of $lock (the first time downloads about 100 MB)"
rm -f .venv/.installed-*
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r "$lock"
# No build isolation: the build back end came with the lock, so nothing unpinned is fetched.
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
stamp_of "$kind" >".venv/.installed-$kind"
