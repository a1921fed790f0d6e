#!/bin/sh
# Opens what lies beside this script, with OpenSSL 3 alone.
#   sh open.sh CERTIFICATE.pem KEY.pem     with your certificate and its private key
#   sh open.sh                             with the passphrase: you are asked for it
# The result is written into the folder in which you call it, and its SHA-256 is printed.
# OpenSSL takes the passphrase as an argument: while it works, other users of this computer can see it.
set -eu
umask 077
refuse() { echo "$1" >&2; exit "${2:-1}"; }
[ $# -eq 0 ] || [ $# -eq 2 ] || refuse "sh open.sh CERTIFICATE.pem KEY.pem, or sh open.sh for the passphrase" 2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
list=$here/volumes.sha256
(cd -- "$here" && sha256sum --check --quiet volumes.sha256) || refuse "A volume is missing, or was changed."
while read -r digest volume; do
    result=${volume%.*.p7m}
    [ ! -e "./$result" ] || refuse "$result is there already."
done < "$list"
if [ $# -eq 2 ]; then
    open() { openssl cms -decrypt -binary -inform DER -in "$1" -recip "$certificate" -inkey "$key"; }
    certificate=$1 key=$2
else
    open() { openssl cms -decrypt -binary -inform DER -in "$1" -pwri_password "$passphrase"; }
    printf 'Passphrase: ' >&2
    trap 'stty echo 2>/dev/null; exit 1' HUP INT TERM
    stty -echo 2>/dev/null || true
    IFS= read -r passphrase
    stty echo 2>/dev/null || true
    echo >&2
fi
made=
while read -r digest volume; do
    result=${volume%.*.p7m}
    case $volume in *.001.p7m)
        (set -C; : > "./$result.part") 2>/dev/null || refuse "$result.part cannot be made, or is left of an opening that was stopped."
        made="$made $result"
        trap 'for each in $made; do rm -f "./$each.part"; done' EXIT
        trap 'exit 1' HUP INT TERM ;;
    esac
done < "$list"
while read -r digest volume <&3; do
    open "$here/$volume" >> "./${volume%.*.p7m}.part" || refuse "$volume cannot be opened."
done 3< "$list"
for each in $made; do
    mv "./$each.part" "./$each"
    sha256sum "./$each"
done
