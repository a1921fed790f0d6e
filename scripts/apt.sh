#!/bin/sh
# Installs the named Debian packages where it may (as root, or by sudo without a question); otherwise says the line to type, and fails.
set -eu
PATH="${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin"
DEBIAN_FRONTEND=noninteractive
export PATH DEBIAN_FRONTEND

if ! command -v apt-get >/dev/null; then
    echo "This system has no apt-get. Please install what these Debian packages hold: $*" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n --preserve-env=DEBIAN_FRONTEND"
else
    echo "Please type:  sudo apt-get install --no-install-recommends $*" >&2
    exit 1
fi

install() {
    $as_root apt-get -qq -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends "$@" >/dev/null
}

echo "Installing the Debian packages $*" >&2
install "$@" 2>/dev/null && exit 0
$as_root apt-get -qq -o DPkg::Lock::Timeout=120 update >&2 && install "$@" >&2 && exit 0
echo "They could not be installed. Please type:  apt-get install --no-install-recommends $*" >&2
exit 1
