"""`python -P -m thb_desktop` is `thb`."""

import sys

from thb_desktop.cli.main import main

sys.exit(main())
