# Papers for users: the manual page and the guide are installed, what the README shows is not.
dist_man_MANS = %D%/ramure.1
dist_doc_DATA = README.md NEWS.md COPYING %D%/guide.fr.md
EXTRA_DIST += %D%/pictures/agenda.png

# The README's picture is a page of the sample meeting; looks change.
pictures: all
	./ramure build $(srcdir)/samples/reunion-2020-06-23/reunion-2020-06-23.md --to pdf -o pictures-deck
	pdftoppm -r 72 -f 2 -l 2 -png -singlefile pictures-deck.pdf $(srcdir)/doc/pictures/agenda
	rm -f pictures-deck.pdf
.PHONY: pictures
