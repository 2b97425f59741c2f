#include "model-fixture.h"
#include "model-watch.h"
#include "core/ft-outcomes.h"
#include "core/ft-sale.h"
#include "model/ft-sale-board.h"

/* After the sale (B11, D8): a customer's life on a clock that is set forward day by day, and the
 * board. */

typedef struct
{
  Fixture *fixture;
  gint64 lead_id;
  GString *done; /* what was done, in order */
  guint n_edits;
  guint n_calls;
} Life;

static FtSettings *
get_settings (Life *life)
{
  return ft_store_get_settings (life->fixture->store);
}

static gint64
get_now (Life *life)
{
  return ft_clock_now (life->fixture->clock);
}

static void
apply (Life *life, FtEdit *edit)
{
  g_autoptr (FtEdit) taken = edit;
  fixture_apply (life->fixture, edit);
  life->n_edits++;
}

/* As the window does it: the call is logged with what is suggested next. */
static void
call (Life *life, FtLeadCard *card, FtPromiseData *promise)
{
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (life->lead_id, get_now (life), FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtPromiseData) next
      = ft_outcome_new_promise (card, FT_OUTCOME_REACHED, FT_CHANNEL_PHONE, 0, get_settings (life),
                                ft_clock_civil (life->fixture->clock), FIXTURE_ZONE);

  apply (life, ft_gesture_log_outcome (card, promise, contact, next, "", "", get_now (life),
                                       FIXTURE_ZONE));
}

static void
sell (Life *life, FtLeadCard *card, FtPromiseData *promise)
{
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (life->lead_id, get_now (life), FT_CHANNEL_PHONE, FT_OUTCOME_SOLD);
  g_autoptr (FtSaleData) sale
      = ft_sale_suggest (card, get_settings (life), get_now (life), FIXTURE_ZONE);

  apply (life, ft_gesture_sold (card, promise, contact, sale, get_settings (life), get_now (life),
                                FIXTURE_ZONE));
}

static void
act_on (Life *life, FtLeadCard *card, FtPromiseData *promise)
{
  FtSaleData *sale = ft_sale_find (card, promise->sale_id);

  g_string_append_printf (life->done, "%s%s", life->done->len > 0 ? " " : "",
                          ft_promise_kind_to_string (promise->kind));
  if (sale != NULL && !ft_promise_data_is_contact (promise))
    apply (life, ft_gesture_tick_sale_step (card->lead, sale, card->promises, promise,
                                            get_settings (life), get_now (life), FIXTURE_ZONE));
  else if (card->lead->state == FT_LEAD_OPEN && ++life->n_calls == 3)
    sell (life, card, promise);
  else
    call (life, card, promise);
}

/* All that is due by now. */
static void
work (Life *life)
{
  gboolean acted = TRUE;

  while (acted)
    {
      g_autoptr (FtLeadCard) card = fixture_read (life->fixture, life->lead_id);

      acted = FALSE;
      for (guint i = 0; i < card->promises->len && !acted; i++)
        {
          FtPromiseData *promise = card->promises->pdata[i];

          if (promise->state != FT_PROMISE_OPEN || promise->target_at > get_now (life))
            continue;
          act_on (life, card, promise);
          acted = TRUE;
        }
    }
}

/* Nothing falls through: somebody is always to be called, and nothing is left lying. */
static void
assert_nothing_falls_through (Life *life)
{
  g_autoptr (FtLeadCard) card = fixture_read (life->fixture, life->lead_id);

  g_assert_nonnull (ft_lead_card_next (card, get_now (life)));
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      g_assert_false (ft_promise_data_is_late (promise, get_now (life)));
    }
}

static char *
describe (Life *life)
{
  g_autoptr (FtLeadCard) card = fixture_read (life->fixture, life->lead_id);
  GString *text = g_string_new (NULL);

  if (card == NULL)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, "%d %u", card->lead->state, card->contacts->len);
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      g_autofree char *promised = ft_civil_to_string (promise->promised);
      g_string_append_printf (text, "; %s %s %d %" G_GINT64_FORMAT, promise->uid, promised,
                              promise->state, promise->done_at);
    }
  for (guint i = 0; i < card->sales->len; i++)
    {
      const FtSaleData *sale = card->sales->pdata[i];
      g_string_append_printf (text, "; %s %" G_GINT64_FORMAT, sale->uid, sale->delivered_at);
    }
  return g_string_free (text, FALSE);
}

/* From the first contact to the friendly promise a year on; then every step back, and forth again.
 */
static void
test_life (Fixture *fixture, gconstpointer data)
{
  Life life = { fixture, fixture_add (fixture, "Anna", 0, 16, 0), g_string_new (NULL), 0, 0 };
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  gint64 end;

  for (int day = 0; day <= 400; day++)
    {
      fixture_go_to (fixture, day, 17, 55);
      work (&life);
      assert_nothing_falls_through (&life);
    }
  g_assert_cmpstr (life.done->str, ==,
                   "contact contact contact card delivery card follow-through "
                   "friendly friendly friendly friendly");
  end = get_now (&life);
  {
    g_autoptr (FtLeadCard) card = fixture_read (fixture, life.lead_id);
    FtPromiseData *next = ft_lead_card_next (card, end);
    g_assert_cmpint (card->lead->state, ==, FT_LEAD_CUSTOMER);
    g_assert_cmpint (next->kind, ==, FT_PROMISE_FRIENDLY);
    g_assert_cmpint (next->promised_at, >, fixture_at (365, 0, 0));
  }

  for (guint i = 0; i <= life.n_edits; i++)
    {
      g_ptr_array_add (states, describe (&life));
      if (i < life.n_edits)
        fixture_undo (fixture);
    }
  for (guint i = life.n_edits; i > 0; i--)
    {
      g_autofree char *state = describe (&life);
      g_assert_cmpstr (state, ==, states->pdata[i]);
      ft_store_redo_async (fixture->store, NULL, NULL, NULL);
      fixture_settle (fixture);
    }
  {
    g_autofree char *state = describe (&life);
    g_assert_cmpstr (state, ==, states->pdata[0]);
  }
  g_string_free (life.done, TRUE);
}

/* --- The board --- */

static gint64
add_sale (Fixture *fixture, const char *name)
{
  Life life = { fixture, fixture_add (fixture, name, 0, 16, 0), NULL, 0, 0 };
  g_autoptr (FtLeadCard) card = fixture_read (fixture, life.lead_id);

  sell (&life, card, card->promises->pdata[0]);
  return life.lead_id;
}

static void
tick_first (Fixture *fixture, gint64 lead_id)
{
  Life life = { fixture, lead_id, NULL, 0, 0 };
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);

  apply (&life, ft_gesture_tick_sale_step (card->lead, card->sales->pdata[0], card->promises,
                                           card->promises->pdata[0], get_settings (&life),
                                           get_now (&life), FIXTURE_ZONE));
}

static const char *
get_name (gpointer board, guint position)
{
  g_autoptr (FtSale) sale = g_list_model_get_item (board, position);
  FtSaleRow *row = ft_sale_get_row (sale);
  return row != NULL ? row->lead->name : "";
}

static void
test_board (Fixture *fixture, gconstpointer data)
{
  FtSaleBoard *board = ft_sale_board_new (fixture->store);
  g_autoptr (Watch) watch = watch_new (board);
  FtSale *held;
  guint *renewed;
  gint64 anna;

  g_assert_false (ft_sale_board_get_loaded (board));
  fixture_settle (fixture);
  g_assert_true (ft_sale_board_get_loaded (board));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (board)), ==, 0);

  anna = add_sale (fixture, "Anna");
  add_sale (fixture, "Berta");
  fixture_settle (fixture);
  assert_changes (watch, "+1@0 +1@1");

  /* Read when it is looked at. */
  held = g_list_model_get_item (G_LIST_MODEL (board), 0);
  g_assert_null (ft_sale_get_row (held));
  fixture_settle (fixture);
  g_assert_cmpstr (get_name (board, 0), ==, "Anna");
  g_assert_cmpuint (ft_sale_get_row (held)->promises->len, ==, 3);

  /* With her card written, Berta's is due first; the object is the same. */
  renewed = count_signal (held, "notify::row");
  tick_first (fixture, anna);
  fixture_settle (fixture);
  g_assert_cmpuint (*renewed, ==, 1);
  {
    g_autoptr (FtSale) moved = g_list_model_get_item (G_LIST_MODEL (board), 1);
    g_assert_true (moved == held);
  }
  fixture_undo (fixture);
  fixture_settle (fixture);
  g_assert_cmpuint (*renewed, ==, 2);
  g_assert_cmpstr (get_name (board, 0), ==, "Anna");

  /* What has nothing to do with a sale leaves it alone. */
  g_string_truncate (watch->text, 0);
  fixture_add (fixture, "Carla", 1, 9, 0);
  fixture_settle (fixture);
  assert_changes (watch, "");
  g_assert_cmpuint (*renewed, ==, 2);

  g_object_unref (held);
  g_clear_pointer (&watch, watch_free);
  fixture_settle (fixture);
  g_assert_finalize_object (board);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/customer/life", test_life);
  FIXTURE_TEST ("/customer/board", test_board);
  return g_test_run ();
}
