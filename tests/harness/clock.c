/* Loaded before the program: the computer's clock as a person sets it, for this one process.
 *
 * FT_CLOCK names a file that holds, as a 64-bit number, by how many seconds the clock differs from
 * the true one. After writing it a test sends SIGUSR2, and timers of the wall clock are cancelled
 * as the kernel cancels them (TFD_TIMER_CANCEL_ON_SET). */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define MAX_TIMERS 16

static const int64_t *difference;
/* File descriptors of timers that hear of the clock being set, plus one; and whether it was. */
static atomic_int timers[MAX_TIMERS];
static atomic_bool cancelled[MAX_TIMERS];

static int64_t
get_difference (void)
{
  return difference != NULL ? *difference : 0;
}

static void
set_cb (int number)
{
  const struct itimerspec at_once = { .it_value.tv_nsec = 1 };
  int before = errno;

  for (int i = 0; i < MAX_TIMERS; i++)
    if (timers[i] != 0)
      {
        cancelled[i] = 1;
        syscall (SYS_timerfd_settime, timers[i] - 1, 0, &at_once, NULL);
      }
  errno = before;
}

__attribute__ ((constructor)) static void
start (void)
{
  const struct sigaction action = { .sa_handler = set_cb, .sa_flags = SA_RESTART };
  const char *path = getenv ("FT_CLOCK");
  int file = path != NULL ? open (path, O_RDONLY | O_CLOEXEC) : -1;

  if (file < 0)
    return;
  difference = mmap (NULL, sizeof *difference, PROT_READ, MAP_SHARED, file, 0);
  close (file);
  sigaction (SIGUSR2, &action, NULL);
}

/* Whoever asks is told once. */
static int
take_cancelled (int timer)
{
  if (!atomic_exchange (&cancelled[timer], 0))
    return 0;
  errno = ECANCELED;
  return 1;
}

/* --- What the program calls --- */

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int result = syscall (SYS_clock_gettime, clock, now);

  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec += get_difference ();
  return result;
}

int
gettimeofday (struct timeval *restrict now, void *restrict zone)
{
  struct timespec precise;

  clock_gettime (CLOCK_REALTIME, &precise);
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t
time (time_t *result)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (result != NULL)
    *result = now.tv_sec;
  return now.tv_sec;
}

int
timerfd_settime (int file, int flags, const struct itimerspec *spec, struct itimerspec *old)
{
  struct itimerspec true_spec = *spec;

  /* In the program only timers of the wall clock are absolute. */
  if ((flags & TFD_TIMER_ABSTIME) != 0)
    {
      true_spec.it_value.tv_sec -= get_difference ();
      /* Zero is not "at once" but "never". */
      if (true_spec.it_value.tv_sec < 1)
        true_spec.it_value.tv_sec = 1;
    }
  if (syscall (SYS_timerfd_settime, file, flags, &true_spec, old) != 0)
    return -1;
  for (int i = 0; (flags & TFD_TIMER_CANCEL_ON_SET) != 0 && i < MAX_TIMERS; i++)
    if (timers[i] == 0 || timers[i] == file + 1)
      {
        timers[i] = file + 1;
        return take_cancelled (i) ? -1 : 0;
      }
  return 0;
}

ssize_t
read (int file, void *buffer, size_t size)
{
  ssize_t result = syscall (SYS_read, file, buffer, size);

  for (int i = 0; i < MAX_TIMERS; i++)
    if (timers[i] == file + 1 && take_cancelled (i))
      return -1;
  return result;
}
