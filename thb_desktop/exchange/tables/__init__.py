"""Tables for translators who have nothing else: DOCX and XLSX, out and in, with the same checks as XLIFF.

Both are written and read here, part by part, with the one opener of archives and the one reader of XML. The
libraries that there are read much more than a table, and neither counts what it unpacks.
"""
