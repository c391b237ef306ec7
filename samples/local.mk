# Real decks, lists and annexes; each of them builds in `make check`.
EXTRA_DIST += samples
