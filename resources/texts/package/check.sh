#!/bin/sh
# Checks the package that was unpacked around this script: sha256sum and OpenSSL 3 alone, and Python 3.11 for the custody record.
#   sh data/check.sh ROOT.pem            ROOT.pem: the root certificate of the sending office, received in another way
#   sh data/check.sh ROOT.pem FOLDER     besides the files that travelled beside the package, opened into FOLDER
# It comes from the sender, as the package does: it finds accidents and the work of others. Against the sender take a check from elsewhere.
set -eu
refuse() { echo "NOT VALID  $1" >&2; exit 40; }
[ $# -eq 1 ] || [ $# -eq 2 ] || { echo "sh data/check.sh ROOT.pem, or sh data/check.sh ROOT.pem FOLDER" >&2; exit 2; }
root=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
beside=${2:+$(CDPATH='' cd -- "$2" && pwd)}
cd -- "$(dirname -- "$0")/.."
list=META-INF/ASiCManifest001.xml
signer=$(openssl cms -verify -cades -binary -inform DER -in META-INF/signature001.p7s -content "$list" -CAfile "$root" -purpose any \
    -signer /dev/stdout -out /dev/null 2>/dev/null) \
    || refuse "The signature of the list is wrong, or not under this root certificate."
for each in bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha256.txt; do
    digest=$(openssl dgst -sha256 -binary "$each" | openssl base64 -A)
    grep -qF "URI=\"$each\" MimeType=\"text/plain\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>$digest<" "$list" \
        || refuse "$each is not the one of the signed list."
done
sha256sum --check --quiet manifest-sha256.txt || refuse "A file is missing, or was changed."
listed=$(wc -l < manifest-sha256.txt)
there=$(find data -type f | wc -l)
[ "$listed" -eq "$there" ] || refuse "There are other files than those of the list."
echo "valid      All $((listed)) files are those of the signed list."
printf '%s\n' "$signer" | openssl x509 -noout -subject -nameopt utf8,sep_comma_plus_space | sed 's/^subject= */           Signed by: /'
if [ -f data/media.sha256 ]; then
    if [ -n "$beside" ]; then
        (cd -- "$beside" && sha256sum --check --quiet "$OLDPWD/data/media.sha256") || refuse "A file beside the package is missing, or was changed."
        echo "valid      The $(($(wc -l < data/media.sha256))) files beside the package are those of the list."
    else
        echo "unknown    $(($(wc -l < data/media.sha256))) files travelled beside the package: name the folder in which they lie."
    fi
fi
if command -v python3 >/dev/null && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    fingerprint=$(openssl x509 -in "$root" -outform DER | sha256sum | cut -c 1-64)
    python3 -I data/custody-check.pyz --root-sha256 "$fingerprint" data/custody/custody-extract.json || exit $?
else
    echo "unknown    The custody record was not checked: that takes Python 3.11."
fi
echo "Compare the fingerprint of the root certificate with the one that the office told you in another way:"
openssl x509 -in "$root" -noout -fingerprint -sha256
