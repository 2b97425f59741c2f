#define G_LOG_DOMAIN "ft-core"

#include "core/ft-checklist.h"

#include "core/ft-workdays.h"

#include <glib/gi18n-lib.h>

/* Kinds, bases and units by name: a setting is read again by another release, and by other
 * programs. */
#define FORMAT "a(sa(ssuusb))"

#define USUAL_DELIVERY_DAYS 14
#define FRIENDLY_MONTHS 3

static const char *const units[] = { "days", "working-days", "months" };

/* --- Steps --- */

FtChecklistStep *
ft_checklist_step_new (const char *text, FtPromiseKind kind, int n, FtUnit unit, FtAfter after)
{
  FtChecklistStep *step = g_new0 (FtChecklistStep, 1);
  *step = (FtChecklistStep){ g_strdup (text), kind, after, n, unit, TRUE };
  return step;
}

void
ft_checklist_step_free (FtChecklistStep *step)
{
  g_free (step->text);
  g_free (step);
}

FtCivil
ft_checklist_step_when (const FtChecklistStep *step, const FtSettings *settings, FtCivil since)
{
  switch (step->unit)
    {
    case FT_UNIT_WORKDAYS:
      return step->n > 0 ? ft_workdays_add (settings, since, step->n)
                         : ft_workdays_on_or_after (settings, since);
    case FT_UNIT_MONTHS:
      return ft_workdays_add_months (settings, since, step->n);
    case FT_UNIT_DAYS:
    default:
      return ft_workdays_on_or_after (settings, ft_civil_add_days (since, step->n));
    }
}

static const char *
get_days_format (const FtChecklistStep *step)
{
  if (step->after == FT_AFTER_SALE)
    return ngettext ("%d day after the sale", "%d days after the sale", step->n);
  return ngettext ("%d day after the delivery", "%d days after the delivery", step->n);
}

static const char *
get_workdays_format (const FtChecklistStep *step)
{
  if (step->after == FT_AFTER_SALE)
    return ngettext ("%d working day after the sale", "%d working days after the sale", step->n);
  return ngettext ("%d working day after the delivery", "%d working days after the delivery",
                   step->n);
}

static const char *
get_months_format (const FtChecklistStep *step)
{
  if (step->after == FT_AFTER_SALE)
    return ngettext ("%d month after the sale", "%d months after the sale", step->n);
  return ngettext ("%d month after the delivery", "%d months after the delivery", step->n);
}

char *
ft_checklist_step_words (const FtChecklistStep *step)
{
  if (step->n == 0)
    return g_strdup (step->after == FT_AFTER_SALE ? _ ("at the sale") : _ ("at the delivery"));
  switch (step->unit)
    {
    case FT_UNIT_WORKDAYS:
      return g_strdup_printf (get_workdays_format (step), step->n);
    case FT_UNIT_MONTHS:
      return g_strdup_printf (get_months_format (step), step->n);
    case FT_UNIT_DAYS:
    default:
      return g_strdup_printf (get_days_format (step), step->n);
    }
}

/* --- Checklists --- */

FtChecklist *
ft_checklist_new (const char *name)
{
  FtChecklist *checklist = g_new (FtChecklist, 1);
  checklist->name = g_strdup (name);
  checklist->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_checklist_step_free);
  return checklist;
}

FtChecklist *
ft_checklist_copy (const FtChecklist *checklist)
{
  FtChecklist *copy = ft_checklist_new (checklist->name);
  for (guint i = 0; i < checklist->steps->len; i++)
    {
      const FtChecklistStep *step = checklist->steps->pdata[i];
      FtChecklistStep *other
          = ft_checklist_step_new (step->text, step->kind, step->n, step->unit, step->after);
      other->on = step->on;
      g_ptr_array_add (copy->steps, other);
    }
  return copy;
}

void
ft_checklist_free (FtChecklist *checklist)
{
  g_free (checklist->name);
  g_ptr_array_unref (checklist->steps);
  g_free (checklist);
}

const FtChecklistStep *
ft_checklist_get_delivery (const FtChecklist *checklist)
{
  for (guint i = 0; i < checklist->steps->len; i++)
    {
      const FtChecklistStep *step = checklist->steps->pdata[i];
      if (step->on && step->kind == FT_PROMISE_DELIVERY)
        return step;
    }
  return NULL;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ft_checklist_free);
}

/* As the practice has it: a card at the sale, a call and another card after the delivery, and a
 * friendly promise in any case (B11, D8). */
static GPtrArray *
make_usual (void)
{
  GPtrArray *list = new_list ();
  FtChecklist *sale = ft_checklist_new (_ ("Sale with Delivery"));
  FtChecklist *handed_over = ft_checklist_new (_ ("Taken Along at Once"));

  g_ptr_array_add (sale->steps,
                   ft_checklist_step_new (_ ("Write a thank-you card"), FT_PROMISE_CARD, 0,
                                          FT_UNIT_WORKDAYS, FT_AFTER_SALE));
  g_ptr_array_add (sale->steps,
                   ft_checklist_step_new (_ ("Deliver what was sold"), FT_PROMISE_DELIVERY,
                                          USUAL_DELIVERY_DAYS, FT_UNIT_DAYS, FT_AFTER_SALE));
  g_ptr_array_add (sale->steps,
                   ft_checklist_step_new (_ ("Call after the delivery"), FT_PROMISE_FOLLOW_THROUGH,
                                          1, FT_UNIT_WORKDAYS, FT_AFTER_DELIVERY));
  g_ptr_array_add (sale->steps,
                   ft_checklist_step_new (_ ("Write a second thank-you card"), FT_PROMISE_CARD, 0,
                                          FT_UNIT_WORKDAYS, FT_AFTER_DELIVERY));
  g_ptr_array_add (sale->steps,
                   ft_checklist_step_new (_ ("See how they are doing"), FT_PROMISE_FRIENDLY,
                                          FRIENDLY_MONTHS, FT_UNIT_MONTHS, FT_AFTER_SALE));
  g_ptr_array_add (list, sale);

  g_ptr_array_add (handed_over->steps,
                   ft_checklist_step_new (_ ("Write a thank-you card"), FT_PROMISE_CARD, 0,
                                          FT_UNIT_WORKDAYS, FT_AFTER_SALE));
  g_ptr_array_add (handed_over->steps, ft_checklist_step_new (_ ("Call to hear how it serves them"),
                                                              FT_PROMISE_FOLLOW_THROUGH, 1,
                                                              FT_UNIT_WORKDAYS, FT_AFTER_SALE));
  g_ptr_array_add (handed_over->steps,
                   ft_checklist_step_new (_ ("See how they are doing"), FT_PROMISE_FRIENDLY,
                                          FRIENDLY_MONTHS, FT_UNIT_MONTHS, FT_AFTER_SALE));
  g_ptr_array_add (list, handed_over);
  return list;
}

/* --- As a setting --- */

static gboolean
read_unit (const char *name, FtUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i], name))
      {
        *unit = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_steps (FtChecklist *checklist, GVariantIter *steps)
{
  const char *text, *kind_name, *unit_name;
  guint after, n;
  gboolean on;

  while (g_variant_iter_next (steps, "(&s&suu&sb)", &text, &kind_name, &after, &n, &unit_name, &on))
    {
      FtPromiseKind kind;
      FtUnit unit;
      FtChecklistStep *step;

      if (!ft_promise_kind_from_string (kind_name, &kind) || !read_unit (unit_name, &unit)
          || after > FT_AFTER_DELIVERY || n > FT_CHECKLIST_LONGEST)
        return FALSE;
      step = ft_checklist_step_new (text, kind, n, unit, after);
      step->on = on;
      g_ptr_array_add (checklist->steps, step);
    }
  return TRUE;
}

GPtrArray *
ft_checklists_parse (const char *text)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GVariantIter iter;
  GVariantIter *steps;
  const char *name;

  g_return_val_if_fail (text, NULL);
  if (*text == '\0')
    return make_usual ();
  value = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
  if (!value || g_variant_n_children (value) == 0)
    return NULL;
  list = new_list ();
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&sa(ssuusb))", &name, &steps))
    {
      FtChecklist *checklist = ft_checklist_new (name);
      gboolean understood = read_steps (checklist, steps);
      g_variant_iter_free (steps);
      g_ptr_array_add (list, checklist);
      if (!understood)
        return NULL;
    }
  return g_steal_pointer (&list);
}

char *
ft_checklists_print (GPtrArray *checklists)
{
  g_autoptr (GVariant) value = NULL;
  GVariantBuilder builder;

  g_return_val_if_fail (checklists && checklists->len > 0, NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (FORMAT));
  for (guint i = 0; i < checklists->len; i++)
    {
      const FtChecklist *checklist = checklists->pdata[i];
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("(sa(ssuusb))"));
      g_variant_builder_add (&builder, "s", checklist->name);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(ssuusb)"));
      for (guint j = 0; j < checklist->steps->len; j++)
        {
          const FtChecklistStep *step = checklist->steps->pdata[j];
          g_variant_builder_add (&builder, "(ssuusb)", step->text,
                                 ft_promise_kind_to_string (step->kind), (guint) step->after,
                                 (guint) step->n, units[step->unit], step->on);
        }
      g_variant_builder_close (&builder);
      g_variant_builder_close (&builder);
    }
  value = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (value, FALSE);
}

const FtChecklist *
ft_checklists_find (GPtrArray *checklists, const char *name)
{
  g_return_val_if_fail (checklists && checklists->len > 0, NULL);
  for (guint i = 0; i < checklists->len; i++)
    {
      const FtChecklist *checklist = checklists->pdata[i];
      if (g_str_equal (checklist->name, name))
        return checklist;
    }
  return checklists->pdata[0];
}
