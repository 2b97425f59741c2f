/* Linked into what shows widgets, in builds with the address sanitizer: what the libraries below
 * are known to leave behind. Nothing of this project is ever named here. */

#include <glib.h>
#include <sanitizer/lsan_interface.h>

const char *__lsan_default_suppressions (void);
const char *__lsan_default_options (void);
void __sanitizer_malloc_hook (const volatile void *block, size_t size);

static gboolean started;

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n" /* Its cache of fonts is never given back. */
         "leak:argz_add_sep\n"; /* The C library's, of the languages that it has looked for. */
}

const char *
__lsan_default_options (void)
{
  return "print_suppressions=0";
}

__attribute__ ((constructor)) static void
start (void)
{
  started = TRUE;
}

/* GLib lets go of its table of 2048 quarks when there are more, which GTK's are, because another
 * thread might still read it. The table is made before any constructor of ours runs. */
void
__sanitizer_malloc_hook (const volatile void *block, size_t size)
{
  if (!started && size == 2048 * sizeof (char *))
    __lsan_ignore_object ((const void *) block);
}
