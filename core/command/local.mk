# The program is linked with the library's file and finds it from its own place, in the build tree as under any prefix: so
# libtool has no wrapper script to make, build/ramure starts at once, and a prefix can be moved.
bin_PROGRAMS += ramure
noinst_HEADERS += %D%/command.h %D%/job.h %D%/outputs.h
ramure_SOURCES = %D%/main.c %D%/options.c %D%/speak.c %D%/home.c %D%/build.c %D%/clashes.c %D%/check.c %D%/request.c %D%/jobs.c %D%/worker.c %D%/outputs.c %D%/depfile.c \
	%D%/kinds.c %D%/plugins.c %D%/themes.c %D%/typography.c
ramure_CPPFLAGS = $(AM_CPPFLAGS) -DBINDIR='"$(bindir)"' -DTYPOGRAPHYDIR='"$(typographydir)"'
ramure_LDADD = .libs/libramure.so $(LTLIBINTL)
ramure_DEPENDENCIES = libramure.la
ramure_LDFLAGS = -Wl,-rpath,'$$ORIGIN/.libs:$$ORIGIN/../lib'
