#!/bin/sh
# Gathers the sentences of the window into the .ts files, and compiles them; run it after a sentence changed.
set -eu
bin=${1:-.venv/bin}
into=resources/i18n

sentences=$(find ui -name '*.py' | LC_ALL=C sort)
"$bin/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -target-language en -pluralonly $sentences -ts $into/thb_en.ts
for language in fr ar; do
    "$bin/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -target-language $language $sentences -ts $into/thb_$language.ts
done
"$bin/python" scripts/french_spaces.py
for language in en fr ar; do
    "$bin/pyside6-lrelease" -silent $into/thb_$language.ts -qm $into/thb_$language.qm
done
