/* elf.h: whether a file can be a shared object of this machine. */
#ifndef RAMURE_ELF_H
#define RAMURE_ELF_H

/* Why not, as dlerror() would say it; NULL when nothing speaks against it, or when the file cannot be read. */
const char *elf_fault(const char *path);

#endif
