"""What a person sees that is not code: fonts, icons, texts, sample cases."""
