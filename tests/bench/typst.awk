# typst.awk: a source of ours as the plainest deck of Typst: a page for each heading, words and lists as they stand.
#
# usage: awk -f typst.awk SOURCE >deck.typ
function plain(words) {
	gsub(/[\\#$*_@<>`\[\]~]/, "\\\\&", words)
	return words
}
BEGIN { print "#set document(title: \"bench\")\n#set text(font: \"Lato\", size: 18pt, lang: \"fr\")"
	print "#set page(width: 960pt, height: 540pt)" }
/^---$/ && ++rules <= 2 { next }
rules < 2 || /^```/ { next }
/^##? / {
	level = index($0, "## ") == 1 ? "==" : "="
	sub(/^##? /, "")
	print (pages++ ? "#pagebreak()\n" : "") level " " plain($0)
	next
}
/^ *- / { match($0, /^ *- /); print substr($0, 1, RLENGTH) plain(substr($0, RLENGTH + 1)); next }
{ sub(/^[ =+\/]*/, ""); print plain($0) }
