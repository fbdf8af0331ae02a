#!/bin/sh
# Install the Debian packages that Qt (and, for `test`, a pretended screen) need, where this may be done.
# Does nothing, and calls no apt, when all are there. Usage: system_libraries.sh run|test|listen [--print]
# listen: what a screen reader needs; without it one test, which listens to every screen, is passed over.
set -eu
cd "$(dirname "$0")/.."

kind=${1:-run}
# What PySide6 loads for a window, offscreen or on a real screen.
run_packages="libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 fonts-dejavu-core
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-randr0 libxcb-render-util0 libxcb-shape0
libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1"
# What the tests add: a screen without a screen, someone who types, someone who reads PDF files.
test_packages="xvfb xauth xdotool poppler-utils scrot"

listen_packages="dbus at-spi2-core python3-gi gir1.2-atspi-2.0"

case $kind in
    run) wanted=$run_packages ;;
    test) wanted="$run_packages $test_packages" ;;
    listen) wanted=$listen_packages ;;
    *) echo "system_libraries: run, test or listen, not '$kind'" >&2; exit 2 ;;
esac
# shellcheck disable=SC2086  # a list of words is meant
if [ "${2:-}" = --print ]; then echo $wanted; exit 0; fi

if ! command -v dpkg-query >/dev/null 2>&1; then
    case $(uname -s) in
        Linux)
            echo "note: not a Debian or Ubuntu system. Qt needs these, under their names here:" >&2
            # shellcheck disable=SC2086
            echo "  " $wanted >&2
            ;;
    esac
    exit 0
fi

# Newer releases renamed some packages for 64-bit time: libglib2.0-0t64 is libglib2.0-0.
installed() {
    dpkg-query -W -f '${db:Status-Abbrev}\n' "$1" "$1t64" 2>/dev/null | grep -q '^.i'
}
missing=
for package in $wanted; do
    installed "$package" || missing="$missing $package"
done

# Debian's own python3 comes without what makes a venv; another Python has it.
if [ ! -x .venv/bin/python ]; then
    python=$(sh packaging/find_python.sh)
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        missing="$missing python3-venv"
    fi
fi
[ -n "$missing" ] || exit 0

by_hand="apt-get update && apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root=sudo
else
    echo "These system packages are missing and only an administrator may install them. The one line to run:" >&2
    echo "  sudo sh -c '$by_hand'" >&2
    exit 1
fi

echo "installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086
if ! { $as_root apt-get update -q && $as_root apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The system packages could not be installed. The line to try by hand:" >&2
    echo "  $by_hand" >&2
    exit 1
fi
