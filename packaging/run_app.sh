#!/bin/sh
# Start the program with the practice children; on a machine without a screen, write their papers instead.
set -eu
cd "$(dirname "$0")/.."
allcounsel=".venv/bin/python -m allcounsel"

screen() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && return 0
    case $(uname -s) in
        Darwin | MINGW* | MSYS* | CYGWIN*) return 0 ;;
    esac
    return 1
}

if screen; then
    exec $allcounsel --practice
fi

out=practice-output
mkdir -p "$out"
echo "There is no screen here, so no window can open: writing a practice child's handout and pathway instead."
# The first name of the list; `example clinic` is the practice clinic, never a child.
child=$($allcounsel example | awk 'NF && $1 != "clinic" { print $1; exit }')
[ -n "$child" ] || { echo "run: the program names no practice child" >&2; exit 1; }
$allcounsel example "$child" >"$out/$child.json"
$allcounsel example clinic >"$out/clinic.toml"
$allcounsel handout "$out/$child.json" --clinic "$out/clinic.toml" --confirmed-by "Practice" -o "$out/$child.pdf"
$allcounsel pathway "$out/$child.json" -o "$out/$child.png"
for file in "$out/$child.pdf" "$out/$child.png"; do
    [ -s "$file" ] || { echo "run: $file was not written" >&2; exit 1; }
done
echo "Written: $out/$child.pdf (the family's handout) and $out/$child.png (the pathway)."
