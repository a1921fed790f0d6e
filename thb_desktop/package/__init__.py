"""What travels: containers (ASiC-E with CAdES over a BagIt tree) that standard tools open and check."""
