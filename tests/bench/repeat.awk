# repeat.awk: a source whose body stands TIMES times over; parts and identifiers are numbered, the closing page stands
# only at the end.
#
# usage: awk -v times=TIMES -f repeat.awk SOURCE
/^---$/ && ++rules <= 2 { print; next }
rules < 2 { print; next }
/^```clôture/ { closing = 1 }
closing { last = last $0 "\n"; next }
{ body[++lines] = $0 }
END {
	for (turn = 1; turn <= times; turn++)
		for (i = 1; i <= lines; i++) {
			numbered = turn > 1 && (body[i] ~ /^# / || body[i] ~ /^ *id: /)
			print body[i] (numbered ? " " turn : "")
		}
	printf "%s", last
}
