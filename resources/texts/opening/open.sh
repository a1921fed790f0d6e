#!/bin/sh
# Opens what lies beside this script, with OpenSSL 3 alone.
#   sh open.sh CERTIFICATE.pem KEY.pem     with your certificate and its private key
#   sh open.sh                             with the passphrase: you are asked for it
# The result is written into the folder in which you call it, and its SHA-256 is printed.
set -eu
umask 077
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
(cd "$here" && sha256sum --check --quiet volumes.sha256) || { echo "A volume is missing, or was changed." >&2; exit 1; }
first=$(ls "$here"/*.001.p7m)
result=$(basename "$first" .001.p7m)
[ ! -e "$result" ] || { echo "$result is there already." >&2; exit 1; }
if [ $# -eq 2 ]; then
    open() { openssl cms -decrypt -binary -inform DER -in "$1" -recip "$certificate" -inkey "$key"; }
    certificate=$1 key=$2
else
    open() { openssl cms -decrypt -binary -inform DER -in "$1" -pwri_password "$passphrase"; }
    printf 'Passphrase: ' >&2
    stty -echo 2>/dev/null || true
    IFS= read -r passphrase
    stty echo 2>/dev/null || true
    echo >&2
fi
trap 'rm -f "$result.part"' EXIT
: > "$result.part"
for volume in "$here/$result".*.p7m; do
    open "$volume" >> "$result.part" || { echo "$(basename "$volume") cannot be opened." >&2; exit 1; }
done
mv "$result.part" "$result"
sha256sum "$result"
