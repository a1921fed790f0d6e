"""OCR: words in a picture, read by Tesseract where it is installed, in a process that can do nothing else."""
