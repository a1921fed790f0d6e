"""The command line `thb`: one file a command, stable exit codes."""
