"""Listens to every screen as a screen reader does, over AT-SPI, and says what it heard as JSON.

Run by the system's own Python, which has the bindings: ``listen.py PYTHON TALKING_SCREENS``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - only once the version is chosen

NAMELESS_ROLES = {"unknown", "invalid", "filler", "redundant object"}
MOST = 3000


def application():
    """The program's own tree."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == "allcounsel":
            return child
    return None


def waited_for():
    """At the first screen the tree may not be there yet."""
    for _ in range(50):
        root = application()
        if root is not None:
            return root
        time.sleep(0.1)
    return None


def walk(root):
    """Everything that is shown, in reading order."""
    waiting, seen = [root], 0
    while waiting and seen < MOST:
        one = waiting.pop(0)
        if one is None:
            continue
        seen += 1
        yield one
        children = [one.get_child_at_index(index) for index in range(one.get_child_count())]
        waiting = [child for child in children if child is not None and is_shown(child)] + waiting


def is_shown(one):
    states = one.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) or one.get_role() == Atspi.Role.APPLICATION


def heard(root):
    """Of one screen: what can have the focus, what of it is not told, and every name that is said."""
    told = {"focusable": 0, "faults": [], "names": []}
    for one in walk(root):
        name = one.get_name() or ""
        if name:
            told["names"].append(name)
        window = one.get_role() in (Atspi.Role.APPLICATION, Atspi.Role.FRAME)
        if not window and one.get_state_set().contains(Atspi.StateType.FOCUSABLE):
            told["focusable"] += 1
            told["faults"] += faults(one, name)
    return told


def faults(one, name):
    """What a person who only hears it would not know of a control."""
    role, states = one.get_role_name(), one.get_state_set()
    if not name.strip():
        yield f"{role} without a name"
    if role in NAMELESS_ROLES:
        yield f"{name[:60]!r} is a {role}"
    if role in ("check box", "radio button") and not states.contains(Atspi.StateType.CHECKABLE):
        yield f"{name!r} does not say whether it is picked"
    if "**" in name:
        yield f"marks are read out in {name[:60]!r}"


def main():
    program = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    screens = {}
    for line in program.stdout:
        word, _, name = line.strip().partition(" ")
        if word == "DONE":
            break
        if word == "READY":
            root = waited_for()
            screens[name] = heard(root) if root is not None else {"faults": ["the program is not there"]}
            program.stdin.write("\n")
            program.stdin.flush()
    sys.stdout.write(json.dumps({"code": program.wait(timeout=60), "screens": screens}) + "\n")


if __name__ == "__main__":
    main()
