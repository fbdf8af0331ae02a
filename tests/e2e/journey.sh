#!/bin/sh
# A person assesses a child and saves the handout, with keys alone, in the real window on a pretended screen.
# Usage: xvfb-run -a -s "-screen 0 1366x768x24" journey.sh PYTHON FOLDER    pictures and the PDF go to FOLDER
set -eu
python=$1
folder=$2
mkdir -p "$folder"

QT_QPA_PLATFORM=xcb "$python" -m allcounsel --practice >"$folder/said.txt" 2>&1 &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT

wait_for_window() { # a title, as a pattern
    tries=0
    until window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1) && [ -n "$window" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 150 ] || ! kill -0 "$program" 2>/dev/null; then
            echo "journey: no window '$1'" >&2
            cat "$folder/said.txt" >&2
            exit 1
        fi
        sleep 0.2
    done
    xdotool windowfocus "$window" # there is no window manager to do it
    sleep 0.3
}
keys() { xdotool key --delay 40 "$@"; }
text() { xdotool type --delay 20 -- "$1"; }
picture() { sleep 0.4; scrot -o "$folder/$1.png"; }

wait_for_window '^allcounsel$'
picture 01-home
keys ctrl+n
sleep 0.5
text 'Journey 01'
keys Tab space                       # situation: first treatment
keys Tab Right space                 # where the child is now: induction
keys Tab Tab                         # past its states, to the date of birth
text '10'; keys Tab; text '2'; keys Tab; text '2019'; keys Tab
text '14'; keys Tab; text '4'; keys Tab; text '2024'; keys Tab
picture 02-child
keys ctrl+Return
text '18.4'
keys Tab space                       # the unit
keys Tab Tab space                   # taken before steroids: yes
picture 03-blood
keys ctrl+3
keys space                           # B-cell
keys Tab Tab Tab space               # past its states and BCR::ABL1: waiting
picture 04-genes
keys ctrl+r
picture 05-review
keys ctrl+Return
picture 06-result
keys alt+Right
picture 07-pathway
keys ctrl+Return
sleep 6                              # the pages are being made
picture 08-handout
keys Tab Tab Tab Tab Tab Tab Tab Tab space
keys Tab
text 'AB'
keys ctrl+e
wait_for_window 'Save the handout'
keys ctrl+a
text "$folder/journey.pdf"
picture 09-save
keys Return
tries=0
until [ -s "$folder/journey.pdf" ]; do
    tries=$((tries + 1))
    [ "$tries" -le 100 ] || { wait_for_window '^allcounsel$'; picture 10-stuck; echo "journey: no PDF" >&2; exit 1; }
    sleep 0.2
done
wait_for_window '^allcounsel$'
sleep 1
picture 10-saved
keys ctrl+f
text 'Journey'
keys Return
picture 11-found
keys ctrl+q
wait "$program"
