#!/bin/sh
# Prove that two commands are enough on a bare machine: a Debian 12 that holds python3, git, make and ca-certificates
# and nothing else gets a clone of the committed HEAD, and runs `make run` and `make test` in it.
# Needs root and debootstrap. BARE_KEEP=1 leaves the machine in place, BARE_COMMANDS="make run" runs only that.
set -eu
cd "$(dirname "$0")/.."
source=$PWD

[ "$(id -u)" = 0 ] || { echo "prove_bare_machine: a chroot needs root" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "prove_bare_machine: apt-get install debootstrap" >&2; exit 2; }
# Mounts live in a namespace of their own, so that nothing stays mounted when this is interrupted.
if [ -z "${BARE_INSIDE:-}" ]; then
    BARE_INSIDE=1 exec unshare --mount --propagation private sh "$source/packaging/prove_bare_machine.sh"
fi

bare=$(mktemp -d "${TMPDIR:-/tmp}/allcounsel-bare.XXXXXX")
mounted=
leave() {
    for target in $mounted; do umount -l "$target" || return; done
    if [ -n "${BARE_KEEP:-}" ]; then echo "kept: $bare"; else rm -rf --one-file-system "$bare"; fi
}
trap leave EXIT
trap 'exit 130' INT TERM
bind() { # bind FROM [OPTIONS]: the same place inside, read-only unless said otherwise
    mkdir -p "$bare$1"
    mount --bind "$1" "$bare$1"
    mounted="$bare$1 $mounted"
    mount -o "remount,bind,${2:-ro}" "$bare$1"
}

echo "bare machine: debootstrap"
log=$bare.log
if ! debootstrap --variant=minbase --include=python3,git,make,ca-certificates \
    bookworm "$bare" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    exit 1
fi
rm -f "$log"
chmod 755 "$bare"  # as any root folder; mktemp's own mode would lock out everybody but root inside

# How this machine reaches its package registries is its own affair: lent to the bare one while it runs, never kept
# in the project. Debian's own settings stay where the host has none.
lend() { if [ -e "$1" ]; then mkdir -p "$bare$(dirname "$1")"; cp -aL "$1" "$bare$(dirname "$1")/"; fi; }
for path in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt \
    /etc/apt/sources.list.d /etc/apt/trusted.gpg.d /etc/apt/keyrings; do
    lend "$path"
done
for path in /etc/apt/apt.conf.d/*; do lend "$path"; done
[ ! -s /etc/apt/sources.list ] && ls "$bare"/etc/apt/sources.list.d/*.sources >/dev/null 2>&1 && : >"$bare/etc/apt/sources.list"
if [ -f ~/.config/pip/pip.conf ]; then
    mkdir -p "$bare/home/.config/pip"
    cp ~/.config/pip/pip.conf "$bare/home/.config/pip/"
fi
# Folders of packages that pip's settings name; an index ("simple") keeps its files beside it.
for folder in $(python3 -m pip config list 2>/dev/null | grep -oE "(file://)?/[^ ']+" |
    sed -e 's,^file://,,' -e 's,/simple/*$,,' | sort -u); do
    [ ! -d "$folder" ] || bind "$folder"
done
lent_environment=$(env | grep -E '^(PIP_|SSL_CERT_|REQUESTS_CA_BUNDLE=|CURL_CA_BUNDLE=|https?_proxy=|no_proxy=|HTTPS?_PROXY=|NO_PROXY=)' || true)

mount -t proc proc "$bare/proc"
mounted="$bare/proc $mounted"
bind /dev rw
mount -t tmpfs tmpfs "$bare/dev/shm" && mounted="$bare/dev/shm $mounted"

git clone --quiet --no-hardlinks "$source" "$bare/srv/allcounsel"
echo "bare machine: commit $(git -C "$bare/srv/allcounsel" rev-parse --short HEAD), nothing else"

seconds() { date +%s; }
inside() { # a fresh environment: no screen, no language, no PATH of the host
    # shellcheck disable=SC2086  # one word per variable is meant; registry settings hold no spaces
    chroot "$bare" /usr/bin/env -i HOME=/home PATH=/usr/sbin:/usr/bin:/sbin:/bin $lent_environment \
        sh -c "cd /srv/allcounsel && $1" </dev/null
}
failed=
prove() {
    started=$(seconds)
    echo "---- $1"
    if inside "$1"; then outcome=ok; else outcome="FAILED ($?)"; failed=1; fi
    echo "---- $1: $outcome, $(($(seconds) - started)) seconds"
}
if [ -n "${BARE_COMMANDS:-}" ]; then
    prove "$BARE_COMMANDS"
else
    prove "make run"
    prove "make run"  # again: now it must be quick
    prove "make test"
fi
[ -z "$failed" ] || { echo "bare machine: something failed" >&2; exit 1; }
[ -n "${BARE_COMMANDS:-}" ] || echo "bare machine: both commands work where there is only Python, git and make"
