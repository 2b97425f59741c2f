#pragma once

#include "core/ft-notice.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

typedef enum
{
  FT_SHOWN_EACH,     /* one promise */
  FT_SHOWN_AWAY,     /* those missed */
  FT_SHOWN_TOGETHER, /* many at once */
} FtShownKind;

/**
 * FtShown:
 *
 * A reminder on the screen, or on its way there.
 */
typedef struct
{
  FtShownKind kind;
  GArray *promises; /* gint64 */
  gint64 at;        /* when it came: what it says of time is as it was then */
  FtNotice *notice; /* owned: as it was shown last */
  gboolean sending;
  gboolean touched; /* something may have changed while it was on its way */
} FtShown;

/* @rows: (element-type FtPromiseRow): of which it takes those promises that @promises names. */
FtShown *ft_shown_new (FtShownKind kind, GArray *promises, GPtrArray *rows, FtNoticePrivacy privacy, gint64 now, const char *zone);
void ft_shown_free (FtShown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtShown, ft_shown_free)

/**
 * ft_shown_update:
 * @rows: what is still on record of all promises shown
 *
 * Leaves out what is not due any more.
 *
 * Returns: (transfer none) (nullable): what it is to say now, %NULL if nothing
 */
const FtNotice *ft_shown_update (FtShown *self,
                                 GPtrArray *rows,
                                 const FtSettings *settings,
                                 FtNoticePrivacy privacy,
                                 gint64 now,
                                 const char *zone,
                                 gboolean *changed);

G_END_DECLS
