"""`python -P -m thb_desktop.verify FILE`: verifies a signed PDF or a custody extract."""

import sys

from thb_desktop.verify.run import main

if __name__ == "__main__":
    sys.exit(main())
