"""Cooperation between States: instruments, the board of requests, and conditions of use."""
