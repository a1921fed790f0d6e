"""The two fictional sample cases: their data, their files, and the formalities that the data do not give."""
