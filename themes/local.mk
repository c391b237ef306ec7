collectifdir = $(themesdir)/collectif
dist_collectif_DATA = %D%/collectif/theme.yaml
territoiresdir = $(themesdir)/territoires
dist_territoires_DATA = %D%/territoires/theme.yaml
sobredir = $(themesdir)/sobre
dist_sobre_DATA = %D%/sobre/theme.yaml
