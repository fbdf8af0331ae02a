#!/bin/sh
# Resolve the dependencies anew into packaging/requirements/{run,dev,core}.txt: hashes for every file, markers for
# every system, and no address of any registry. uv is fetched into a throw-away venv; nothing else uses it.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/python" -m pip install -q -q --disable-pip-version-check uv

out=packaging/requirements
# --no-header: the header would repeat the command line with this machine's paths.
compile() {
    "$tools/bin/uv" pip compile --quiet --universal --generate-hashes --python-version 3.11 \
        --no-header --no-emit-index-url --no-emit-find-links "$@"
}
compile pyproject.toml --group build --output-file "$out/run.txt"
# What ships is what was tested: dev and core take run's versions.
compile pyproject.toml --group dev --constraints "$out/run.txt" --output-file "$out/dev.txt"
compile --group core --constraints "$out/dev.txt" --output-file "$out/core.txt"

if grep -n '://' "$out"/*.txt; then
    echo "lock: an address got into the lock; do not commit it" >&2
    exit 1
fi
