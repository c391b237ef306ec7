#!/bin/sh
# Words that run leftward are read in the order in which they were written, whoever reads the deck.
. "${srcdir:-.}/tests/lib.sh"
needs pdftotext pdfinfo mutool

cat >mixed.md <<'MD'
---
title: Deux sens
date: 2020-06-23
typography: none
---

## Une langue dans l'autre

Le mot שלום veut dire paix, et (שלום עולם) le monde.

שלום עולם, יש כאן (סוגריים) ו 42 **מספרים** וגם English words [בתוך](https://example.org) הטקסט.

שָׁלוֹם وَكَسْرَة
MD
run 0 "$ramure" build --to pdf mixed.md
mutool draw -q -F txt mixed.pdf 2>err | tr -s ' \n' ' ' >out
prints 'Le mot שלום veut dire paix, et (שלום עולם) le monde.' \
	'שלום עולם, יש כאן (סוגריים) ו 42 מספרים וגם English words בתוך הטקסט.' 'שָׁלוֹם' 'كَسْرَة'
# The order of the contents below each element is what a screen reader says.
pdfinfo -struct-text mixed.pdf >out 2>err
prints '"Le mot שלום veut dire paix, et (שלום עולם) le monde."' \
	'"שלום עולם, יש כאן (סוגריים) ו 42 מספרים וגם English words "' '"בתוך"' 'שָׁלוֹם' 'كَسْرَة'
# What puts words together by their places, and has its own marks for directions.
pdftotext mixed.pdf - | LC_ALL=C sed 's/\xe2\x80[\xaa-\xae]//g' >out
prints 'שלום' 'שלום עולם' 'סוגריים' 'בתוך הטקסט' 'English words'
