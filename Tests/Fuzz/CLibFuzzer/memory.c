#include "fuzzer.h"

#include <stdbool.h>

/* From sanitizer/allocator_interface.h; weak, so that a build without a sanitizer links, too. */
__attribute__((weak)) int __sanitizer_install_malloc_and_free_hooks(
    void (*malloc_hook)(const volatile void *, size_t), void (*free_hook)(const volatile void *));
__attribute__((weak)) size_t __sanitizer_get_allocated_size(const volatile void *place);

/* Every request and return of memory in the process goes through the address sanitizer, which tells of it here. */
static int64_t held, peak;

static void taken(const volatile void *place, size_t size) {
  (void)place;
  int64_t now = __atomic_add_fetch(&held, (int64_t)size, __ATOMIC_RELAXED);
  int64_t most = __atomic_load_n(&peak, __ATOMIC_RELAXED);
  while (now > most && !__atomic_compare_exchange_n(&peak, &most, now, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
  }
}

static void given_back(const volatile void *place) {
  if (place) {
    __atomic_sub_fetch(&held, (int64_t)__sanitizer_get_allocated_size(place), __ATOMIC_RELAXED);
  }
}

void memory_begin(void) {
  static bool listens;
  if (!listens) {
    listens = true;
    __sanitizer_install_malloc_and_free_hooks(taken, given_back);
  }
  held = 0;
  peak = 0;
}

size_t memory_peak(void) { return (size_t)peak; }
