#!/bin/sh
# Every test once, in two lanes on two cores: the core's in a venv without Qt, PDF and database, and after them
# those of paper and command line; beside them all others, most of which need a window.
# PYTEST_ARGS narrows the run; then everything it names runs in the full venv, and nothing beside it.
set -eu
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen HYPOTHESIS_PROFILE="${HYPOTHESIS_PROFILE:-ci}"
if [ -n "${PYTEST_ARGS:-}" ]; then
    # shellcheck disable=SC2086  # several words are meant
    exec .venv/bin/python -m pytest $PYTEST_ARGS
fi

paper="tests/pdf tests/matrix tests/unit/cli"
lane_log=$(mktemp)
trap 'rm -f "$lane_log"' EXIT
first_lane() {
    failed=0
    sh packaging/test_core_without_qt.sh || failed=1
    # shellcheck disable=SC2086
    .venv/bin/python -m pytest $paper || failed=1
    return "$failed"
}
first_lane >"$lane_log" 2>&1 &
lane=$!
rest=0
lane_failed=0
# What the first lane runs is not run a second time.
ignored=$(echo "$(sh packaging/test_core_without_qt.sh --folders) $paper" | sed 's,[^ ][^ ]*,--ignore=&,g')
# shellcheck disable=SC2086
.venv/bin/python -m pytest $ignored || rest=$?
wait "$lane" || lane_failed=$?
cat "$lane_log"
[ "$rest" = 0 ] || echo "tests: some of those with a window or a store failed" >&2
[ "$lane_failed" = 0 ] || echo "tests: some of the core's, of paper or of the command line failed" >&2
exit $((rest > lane_failed ? rest : lane_failed))
