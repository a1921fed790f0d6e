"""Language work: jobs beside a record, their versions, annotations and certificates, glossary and memory."""
