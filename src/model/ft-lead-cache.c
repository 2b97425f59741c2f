#define G_LOG_DOMAIN "ft-model"

#include "model/ft-lead-cache.h"

/* The most pages of one reading: so many that a tall window comes at once, so few that the next
 * reading can soon follow where the user has scrolled to. */
#define MAX_PAGES 4

/* Before the frame in which the rows were asked for is painted. */
#define READ_PRIORITY G_PRIORITY_HIGH_IDLE

/* A lead that is alive; owned by the table, freed with the object. */
typedef struct
{
  FtLeadCache *cache; /* borrowed */
  gint64 id;
  FtLead *lead;   /* weak */
  guint position; /* where it was last asked for, a hint */
  GList kept;     /* link of the cache's kept; data is the entry when it is in there, and then it is
                     owned */
  GList wanted;   /* link of the cache's wanted, likewise */
} Entry;

/* A reading under way, owned by its callback. */
typedef struct
{
  FtLeadCache *cache; /* borrowed, NULL once the cache is gone */
  GArray *ids;
} Reading;

struct _FtLeadCache
{
  GObject parent_instance;

  FtStore *store;
  FtLeadOrder *order;
  GHashTable *entries; /* &entry->id → Entry */
  GQueue kept;         /* Entry, last used first */
  GQueue wanted;       /* Entry, last asked for first */
  GSource *source;     /* owned, while leads are wanted and nothing is being read */
  Reading *reading;    /* borrowed */
  GCancellable *cancellable;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtLeadCache, ft_lead_cache, G_TYPE_OBJECT)

static void schedule (FtLeadCache *self);

/* --- Entries --- */

static void
unlink_entry (GQueue *queue, GList *link)
{
  if (link->data)
    {
      g_queue_unlink (queue, link);
      link->data = NULL;
    }
}

static void
lead_gone_cb (gpointer data, GObject *where)
{
  Entry *entry = data;

  g_assert (!entry->kept.data);

  unlink_entry (&entry->cache->wanted, &entry->wanted);
  g_hash_table_remove (entry->cache->entries, &entry->id);
}

/* Returns: (transfer full) */
static FtLead *
add_lead (FtLeadCache *self, gint64 id, guint position)
{
  Entry *entry = g_new0 (Entry, 1);
  entry->cache = self;
  entry->id = id;
  entry->position = position;
  entry->lead = ft_lead_new (id);
  g_object_weak_ref (G_OBJECT (entry->lead), lead_gone_cb, entry);
  g_hash_table_insert (self->entries, &entry->id, entry);
  return entry->lead;
}

static void
let_go (FtLeadCache *self, Entry *entry)
{
  unlink_entry (&self->kept, &entry->kept);
  g_object_unref (entry->lead);
}

static void
keep (FtLeadCache *self, Entry *entry)
{
  if (entry->kept.data)
    g_queue_unlink (&self->kept, &entry->kept);
  else
    g_object_ref (entry->lead);
  entry->kept.data = entry;
  g_queue_push_head_link (&self->kept, &entry->kept);
  if (self->kept.length > FT_LEAD_CACHE_KEPT)
    let_go (self, g_queue_peek_tail (&self->kept));
}

static void
want (FtLeadCache *self, Entry *entry)
{
  unlink_entry (&self->wanted, &entry->wanted);
  entry->wanted.data = entry;
  g_queue_push_head_link (&self->wanted, &entry->wanted);
  schedule (self);
}

/* --- Reading --- */

static void
free_reading (Reading *reading)
{
  g_array_unref (reading->ids);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, free_reading)

static gboolean
is_asked_for (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* A lead nobody has asked for yet, but that is beside one, is kept for the next step of scrolling.
 */
static void
take_read_row (FtLeadCache *self, FtLeadRow *row)
{
  Entry *entry = g_hash_table_lookup (self->entries, &row->lead->id);
  g_autoptr (FtLead) lead
      = entry ? g_object_ref (entry->lead) : add_lead (self, row->lead->id, G_MAXUINT);

  keep (self, g_hash_table_lookup (self->entries, &row->lead->id));
  ft_lead_set_row (lead, row, ft_store_get_clock (self->store),
                   ft_store_get_settings (self->store));
}

static void
read_rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_rows_finish (FT_STORE (source), result, &error);
  g_autoptr (FtLeadCache) self = NULL;

  if (!reading->cache)
    return;

  self = g_object_ref (reading->cache);
  self->reading = NULL;
  if (rows)
    {
      for (guint i = 0; i < rows->len; i++)
        if (rows->pdata[i])
          take_read_row (self, rows->pdata[i]);
    }
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  if (self->wanted.length > 0)
    schedule (self);
}

/* The neighbours of a wanted lead on its page that nothing is known of. */
static void
add_page (FtLeadCache *self, guint position, GArray *ids)
{
  guint first = position - position % FT_LEAD_CACHE_PAGE;
  GArray *list = ft_lead_order_get_ids (self->order);
  guint end = MIN (first + FT_LEAD_CACHE_PAGE, list->len);

  for (guint i = first; i < end; i++)
    {
      gint64 id = g_array_index (list, gint64, i);
      if (!g_hash_table_contains (self->entries, &id) && !is_asked_for (ids, id))
        g_array_append_val (ids, id);
    }
}

static gboolean
read_cb (gpointer data)
{
  FtLeadCache *self = data;
  Reading *reading = g_new0 (Reading, 1);
  guint pages[MAX_PAGES];
  guint n_pages = 0;
  Entry *entry;

  g_assert (!self->reading);

  g_clear_pointer (&self->source, g_source_unref);
  reading->cache = self;
  reading->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (reading->ids->len < MAX_PAGES * FT_LEAD_CACHE_PAGE
         && (entry = g_queue_peek_head (&self->wanted)))
    {
      guint page = entry->position / FT_LEAD_CACHE_PAGE;
      guint i = 0;
      while (i < n_pages && pages[i] != page)
        i++;
      if (i == MAX_PAGES)
        break;

      unlink_entry (&self->wanted, &entry->wanted);
      if (!is_asked_for (reading->ids, entry->id))
        g_array_append_val (reading->ids, entry->id);
      if (i == n_pages && entry->position < ft_lead_order_get_ids (self->order)->len)
        {
          pages[n_pages++] = page;
          add_page (self, entry->position, reading->ids);
        }
    }

  if (reading->ids->len == 0)
    {
      free_reading (reading);
      return G_SOURCE_REMOVE;
    }
  self->reading = reading;
  ft_store_read_rows_async (self->store, &g_array_index (reading->ids, gint64, 0),
                            reading->ids->len, self->cancellable, read_rows_cb, reading);
  return G_SOURCE_REMOVE;
}

static void
schedule (FtLeadCache *self)
{
  if (self->source || self->reading)
    return;

  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, READ_PRIORITY);
  g_source_set_static_name (self->source, "[ft] read rows");
  g_source_set_callback (self->source, read_cb, self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
}

/* --- GObject --- */

static void
ft_lead_cache_dispose (GObject *object)
{
  FtLeadCache *self = FT_LEAD_CACHE (object);
  GHashTableIter iter;
  Entry *entry;

  if (self->source)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_cancellable_cancel (self->cancellable);
  if (self->reading)
    self->reading->cache = NULL;
  self->reading = NULL;

  while ((entry = g_queue_peek_head (&self->kept)))
    let_go (self, entry);
  /* Others may go on holding leads. */
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      unlink_entry (&self->wanted, &entry->wanted);
      g_object_weak_unref (G_OBJECT (entry->lead), lead_gone_cb, entry);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->order);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_lead_cache_parent_class)->dispose (object);
}

static void
ft_lead_cache_finalize (GObject *object)
{
  FtLeadCache *self = FT_LEAD_CACHE (object);

  g_hash_table_unref (self->entries);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (ft_lead_cache_parent_class)->finalize (object);
}

static void
ft_lead_cache_class_init (FtLeadCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_lead_cache_dispose;
  object_class->finalize = ft_lead_cache_finalize;

  signals[FAILED] = g_signal_new ("failed", FT_TYPE_LEAD_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_lead_cache_init (FtLeadCache *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->kept);
  g_queue_init (&self->wanted);
}

FtLeadCache *
ft_lead_cache_new (FtStore *store, FtLeadOrder *order)
{
  FtLeadCache *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_LEAD_CACHE, NULL);
  self->store = g_object_ref (store);
  self->order = g_object_ref (order);
  return self;
}

FtLead *
ft_lead_cache_get (FtLeadCache *self, guint position)
{
  g_autoptr (FtLead) lead = NULL;
  Entry *entry;
  gint64 id;

  g_return_val_if_fail (FT_IS_LEAD_CACHE (self), NULL);
  g_return_val_if_fail (position < ft_lead_order_get_ids (self->order)->len, NULL);

  id = g_array_index (ft_lead_order_get_ids (self->order), gint64, position);
  entry = g_hash_table_lookup (self->entries, &id);
  lead = entry ? g_object_ref (entry->lead) : add_lead (self, id, position);
  if (!entry)
    entry = g_hash_table_lookup (self->entries, &id);
  entry->position = position;
  if (ft_lead_get_row (lead))
    keep (self, entry);
  else if (!self->reading || !is_asked_for (self->reading->ids, id))
    want (self, entry);
  return g_steal_pointer (&lead);
}

void
ft_lead_cache_take_rows (FtLeadCache *self, GPtrArray *rows)
{
  g_return_if_fail (FT_IS_LEAD_CACHE (self));

  for (guint i = 0; i < rows->len; i++)
    {
      FtLeadRow *row = rows->pdata[i];
      Entry *entry = g_hash_table_lookup (self->entries, &row->lead->id);
      g_autoptr (FtLead) lead = entry ? g_object_ref (entry->lead) : NULL;
      if (lead)
        ft_lead_set_row (lead, row, ft_store_get_clock (self->store),
                   ft_store_get_settings (self->store));
    }
}

void
ft_lead_cache_read_again (FtLeadCache *self)
{
  GHashTableIter iter;
  Entry *entry;

  g_return_if_fail (FT_IS_LEAD_CACHE (self));

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    want (self, entry);
}

void
ft_lead_cache_renew (FtLeadCache *self)
{
  g_autoptr (GPtrArray) leads = NULL;
  GHashTableIter iter;
  Entry *entry;

  g_return_if_fail (FT_IS_LEAD_CACHE (self));

  /* Held while they notify, which may let others go. */
  leads = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    if (ft_lead_get_row (entry->lead))
      g_ptr_array_add (leads, g_object_ref (entry->lead));
  for (guint i = 0; i < leads->len; i++)
    ft_lead_set_row (leads->pdata[i], ft_lead_get_row (leads->pdata[i]),
                     ft_store_get_clock (self->store), ft_store_get_settings (self->store));
}

guint
ft_lead_cache_get_n_alive (FtLeadCache *self)
{
  g_return_val_if_fail (FT_IS_LEAD_CACHE (self), 0);
  return g_hash_table_size (self->entries);
}
