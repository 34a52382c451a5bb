#ifndef CCHC_FUZZER_H
#define CCHC_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's own loop; it comes with -sanitize=fuzzer. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));

/* Counts from here on how many bytes are held at most beyond those held now. */
void memory_begin(void);
/* The most bytes that were held since memory_begin. */
size_t memory_peak(void);

#endif
