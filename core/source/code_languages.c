/* code_languages.c: the words after a fence that mean code, shown as it stands. */
#include "core/source/markdown.h"

#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

static const char *const languages[] = {
	"ada",      "asm",      "awk",    "bash",       "basic",      "bat",        "c",       "c++",
	"clojure",  "cmake",    "cobol",  "code",       "console",    "cpp",        "cs",      "csharp",
	"css",      "csv",      "d",      "dart",       "diff",       "dockerfile", "elixir",  "elm",
	"erlang",   "fortran",  "fsharp", "go",         "graphql",    "groovy",     "haskell", "hcl",
	"html",     "http",     "ini",    "java",       "javascript", "js",         "json",    "jsx",
	"julia",    "kotlin",   "latex",  "lisp",       "log",        "lua",        "m4",      "make",
	"makefile", "markdown", "matlab", "md",         "nix",        "objc",       "ocaml",   "pascal",
	"patch",    "perl",     "php",    "powershell", "prolog",     "properties", "proto",   "ps1",
	"py",       "python",   "r",      "rb",         "regex",      "ruby",       "rust",    "scala",
	"scheme",   "scss",     "sh",     "shell",      "sql",        "svg",        "swift",   "tcl",
	"tex",      "texte",    "text",   "toml",       "ts",         "tsx",        "txt",     "typescript",
	"vim",      "xml",      "yaml",   "yml",        "zig",        "zsh",
};

bool code_language(ramure_ctx *ctx, ramure_str word)
{
	ramure_str folded = utf8_fold_name(ctx->arena, word);

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (folded.size == strlen(languages[i]) && memcmp(folded.data, languages[i], folded.size) == 0)
			return true;
	return false;
}

const char *const *code_languages(size_t *count)
{
	*count = sizeof languages / sizeof *languages;
	return languages;
}
