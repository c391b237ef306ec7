#!/bin/sh
# Every example of the guide and of the README does what is said of it: those that are built are built without a warning, those
# that are refused are refused with the messages shown.
. "${srcdir:-.}/tests/lib.sh"

# examples FILE: each fenced example of at least two signs of info becomes a file: `csv NAME` and `yaml NAME` that file,
# `markdown` NNN.md, `markdown NAME.md` that file, `markdown refusé` NNN.refused.md and the `text` behind it NNN.says.
examples() {
	awk -v prefix="$2" '
		!fence && /^```+[a-z]/ {
			match($0, /^`+/)
			fence = substr($0, 1, RLENGTH)
			split(substr($0, RLENGTH + 1), info, " ")
			name = ""
			if (info[1] == "markdown") {
				stem = sprintf("%s%03d", prefix, ++count)
				name = stem (info[2] == "refusé" ? ".refused.md" : ".md")
				if (info[2] ~ /\.md$/)
					name = info[2]
			} else if (info[1] == "text")
				name = stem ".says"
			else if (info[2] != "")
				name = info[2]
			next
		}
		fence && $0 == fence { fence = ""; next }
		fence && name != "" { print > name }
		END { if (fence) exit 1 }' "$1"
}

# says_all FILE: each of its lines; spaces that do not break are ordinary ones on paper.
says_all() {
	sed -i 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' err
	while IFS= read -r line; do
		says "$line"
	done <"$1"
}

cp "$srcdir/doc/pictures/agenda.png" photo.png
examples "$srcdir/doc/guide.fr.md" guide || fail "an example of the guide has no end"
there adherents.csv ramure.yaml
built=0
for source in guide*.md; do
	case $source in *.refused.md) continue ;; esac
	run 0 "$ramure" build --strict --date 2026-03-12 "$source"
	silent
	there "${source%.md}.pdf" "${source%.md}.odt"
	built=$((built + 1))
done
[ "$built" -ge 10 ] || fail "only $built examples were built"

# The README's first deck, and the slip that it tries.
rm ramure.yaml
examples "$srcdir/README.md" readme
mv readme001.md assemblee.md
run 0 "$ramure" build --strict assemblee.md
silent
there assemblee.pdf assemblee.odt
cp assemblee.pdf before.pdf
sed -i 's/^fin: .*/fin: 19h45/' assemblee.md
run 1 "$ramure" build assemblee.md
says_all readme001.says
cmp before.pdf assemblee.pdf

# What is refused is said in French.
speaks fr_FR
refused=0
for source in guide*.refused.md; do
	cp "$source" exemple.md
	LC_ALL=fr_FR.UTF-8 run 1 "$ramure" build exemple.md
	says_all "${source%.refused.md}.says"
	gone exemple.pdf exemple.odt
	refused=$((refused + 1))
done
[ "$refused" -ge 5 ] || fail "only $refused examples were refused"
