"""`python -m massage_atlas.cli` is the command `atlas`."""

from massage_atlas.cli import main

main()
