"""Export: the content of a bundle, its pages before the signature, the signatures, and the check
afterwards.
"""
