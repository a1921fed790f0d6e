"""The office at language work: jobs, one job, revision, certificates, glossary, concerns for safety."""
