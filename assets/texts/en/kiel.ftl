# The Kiel Institute's files.
