conformance = %D%/validators.sh
if !SANITIZERS
TESTS += $(conformance)
endif
EXTRA_DIST += $(conformance) %D%/install-validators
