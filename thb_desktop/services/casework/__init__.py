"""Work on a case as a whole: corrections of any entry, its chronology, and drafts of forms."""
