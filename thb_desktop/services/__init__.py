"""What people do: one function a use case, one transaction with its event inside."""
