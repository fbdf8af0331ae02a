#!/bin/sh
# Print the Python to use: PYTHON if that is set, else the first that fits. Exit 1, with a sentence, if there is none.
set -eu
fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; }

if [ -n "${PYTHON:-}" ]; then
    if fits "$PYTHON"; then echo "$PYTHON" && exit 0; fi
    echo "PYTHON=$PYTHON does not run, or is not Python 3.11 to 3.14." >&2
    exit 1
fi
for candidate in python3.11 python3 python3.12 python3.13 python3.14; do
    if fits "$candidate"; then echo "$candidate" && exit 0; fi
done
echo "Python 3.11 to 3.14 is needed and was not found." >&2
exit 1
