#!/bin/sh
# Slides of two to four sections of many kinds: where one goes on, no page stays nearly empty, nor many half empty.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$builddir/tests/tools/dump" ] || skip "the program that shows pages has not been built (make check)"
cp "$srcdir/tests/e2e/torture/grande.png" .

# A deck of that format: every pair, and many threes and fours, of ten kinds of blocks, by turns with a key message.
generate() {
	awk -v format="$1" '
	function words(n,  s) {
		while (length(s) < n)
			s = s "les alliances réunissent des associations et des citoyens autour de leur territoire, "
		return substr(s, 1, n) "."
	}
	function block(k,  i) {
		if (k == 0) {
			print "```cartes"
			for (i = 1; i < 4; i++) print "- chiffre: " 7 * i " %\n  titre: des maires\n  texte: savent faire"
			print "```"
		} else if (k == 1) {
			print "```colonnes"
			for (i = 1; i < 4; i++) print "- titre: Temps " i "\n  texte: " words(90)
			print "```"
		} else if (k == 2 || k == 3) {
			print "| Point | Pilote | Montant |\n|---|---|--:|"
			for (i = 0; i < (k == 2 ? 4 : 14); i++) print "| le point " i " | Le RAMEAU | " 13 * i " |"
		} else if (k == 4) {
			for (i = 0; i < 5; i++) print "- " words(50)
		} else if (k == 5) {
			for (i = 0; i < 3; i++) print "- " words(40) "\n  - " words(70) "\n  - " words(30)
		} else if (k == 6) {
			for (i = 1; i < 5; i++) print i ". " words(60)
		} else if (k == 7)
			print words(420)
		else if (k == 8)
			print "> " words(150) "\n>\n> — Quelqu’un"
		else
			print "![Un disque](grande.png)\n\nFigure : un disque"
	}
	function slide(a, b, c, d,  s, i, n) {
		print "\n## Diapositive " ++slides "\n"
		n = split(a " " b " " c " " d, s, " ")
		for (i = 1; i <= n; i++) {
			print "\n### Section " i "\n"
			block(s[i])
		}
		if (slides % 2) print "\n```message\nLa phrase clé.\n```"
	}
	BEGIN {
		print "---\ntitre: Équilibre\ndate: 2020-06-23\nformat: " format "\n---"
		for (a = 0; a < 10; a++)
			for (b = 0; b < 10; b++) {
				slide(a, b)
				if ((a + b) % 2) slide(a, b, (3 * a + 7 * b + 2) % 10)
				if ((a + b) % 3 == 0) slide(a, b, (a + 5) % 10, (b + 3) % 10)
			}
	}' >deck.md
}

# For each page of a slide that goes on: its slide, and the percentage of its zone that is filled.
fills() {
	awk '
	function flush() {
		if (!title) return
		top = 112
		bottom = (key ? key - 30 : height - 54)
		print title, int(100 * (low - top) / (bottom - top))
	}
	/^page / { flush(); split($3, size, "×"); height = size[2]; title = ""; low = 112; key = 0; next }
	/^structure/ { flush(); exit }
	$2 == "text" || $2 == "image" || $2 == "path" {
		if ($2 == "text" && /La phrase clé/) { split($3, at, ","); key = at[2]; next }
		if ($2 == "text" && match($0, /"Diapositive [0-9]+/)) {
			split($3, at, ",")
			if (at[2] < 112) { title = substr($0, RSTART + 13, RLENGTH - 13); next }
		}
		if ($2 == "image") { split($3, at, ","); split($4, size, "×"); y = at[2] + size[2]; if (y > low) low = y; next }
		for (i = 3; i <= NF; i++) {
			if (split($i, at, ",") != 2 || at[1] !~ /^[-~]?[0-9.]+$/ || at[2] !~ /^[0-9.]+$/) continue
			if (at[2] > low && at[2] < height - 52 && !(key && at[2] > key - 33)) low = at[2]
			if ($2 == "text") break
		}
	}' pages | awk '{ n[$1]++; fill[$1] = fill[$1] " " $2 } END { for (s in n) if (n[s] > 1) print s fill[s] }'
}

# expect FORMAT SLIDES PAGES: of the slides, no more than that many go over several pages, on no more pages.
expect() {
	generate "$1"
	(cd "$builddir" && tests/tools/dump pages "$folder/deck.md") >pages
	fills | sort -n >continued
	slides=$(wc -l <continued)
	pages=$(awk '{ n += NF - 1 } END { print n + 0 }' continued)
	[ "$slides" -le "$2" ] && [ "$pages" -le "$3" ] || fail "$1: $slides slides go on, over $pages pages"
	awk '{ for (i = 2; i <= NF; i++) if ($i < 30) exit 1 }' continued || {
		awk '{ for (i = 2; i <= NF; i++) if ($i < 30) print }' continued >&2
		fail "$1: a page is nearly empty (slide, percent of each page)"
	}
	awk '{ for (i = 2; i <= NF; i++) { n++; half += $i < 50; sum += $i } }
		END { exit !(n && half <= 0.05 * n && sum >= 78 * n) }' continued || {
		awk '{ for (i = 2; i <= NF; i++) if ($i < 50) print }' continued >&2
		fail "$1: too many pages are half empty (slide, percent of each page)"
	}
}

expect 16:9 66 162
expect 4:3 90 220
expect A4 68 154
