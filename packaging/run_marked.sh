#!/bin/sh
# Run the tests of one marker that the ordinary run leaves out: prove, soak or matrix.
set -eu
cd "$(dirname "$0")/.."
marker=$1
status=0
QT_QPA_PLATFORM=offscreen HYPOTHESIS_PROFILE="${HYPOTHESIS_PROFILE:-night}" \
    .venv/bin/python -m pytest -m "$marker" || status=$?
# pytest's 5: nothing was collected. Anything else keeps its meaning.
if [ "$status" = 5 ]; then
    echo "$marker: there are no tests with this marker yet; nothing was run and nothing is proved."
    exit 0
fi
exit "$status"
