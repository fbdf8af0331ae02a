#!/bin/sh
# Every test once, on two cores: the core's in a venv without Qt, PDF and database, all others beside them.
# PYTEST_ARGS narrows the run; then everything it names runs in the full venv, and nothing beside it.
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen HYPOTHESIS_PROFILE="${HYPOTHESIS_PROFILE:-ci}"
if [ -n "${PYTEST_ARGS:-}" ]; then
    # shellcheck disable=SC2086  # several words are meant
    exec .venv/bin/python -m pytest $PYTEST_ARGS
fi

core_log=$(mktemp)
trap 'rm -f "$core_log"' EXIT
sh packaging/test_core_without_qt.sh >"$core_log" 2>&1 &
core=$!
rest=0
core_failed=0
# What the core's environment runs is not run a second time.
ignored=$(sh packaging/test_core_without_qt.sh --folders | sed 's,[^ ][^ ]*,--ignore=&,g')
# shellcheck disable=SC2086
.venv/bin/python -m pytest $ignored || rest=$?
wait "$core" || core_failed=$?
cat "$core_log"
[ "$rest" = 0 ] || echo "tests: some of those with a window, paper or a store failed" >&2
[ "$core_failed" = 0 ] || echo "tests: some of the core's failed" >&2
exit $((rest > core_failed ? rest : core_failed))
