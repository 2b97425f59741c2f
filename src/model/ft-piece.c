#define G_LOG_DOMAIN "ft-model"

#include "model/ft-piece.h"

struct _FtPiece
{
  GObject parent_instance;

  FtPieceRow *row; /* owned */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_KIND,
  PROP_HEAD,
  PROP_URI,
  PROP_FILE_NAME,
  PROP_RETIRED,
  PROP_N_GIVEN,
  PROP_GIVEN_AT,
  PROP_N_LEADS,
  PROP_N_BOUGHT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtPiece, ft_piece, G_TYPE_OBJECT)

static void
ft_piece_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtPiece *self = FT_PIECE (object);
  const FtPieceData *piece = self->row->piece;

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, piece->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, piece->name);
      break;
    case PROP_KIND:
      g_value_set_int (value, piece->kind);
      break;
    case PROP_HEAD:
      g_value_set_int (value, piece->head);
      break;
    case PROP_URI:
      g_value_set_string (value, piece->uri);
      break;
    case PROP_FILE_NAME:
      g_value_set_string (value, piece->file_name);
      break;
    case PROP_RETIRED:
      g_value_set_boolean (value, piece->retired);
      break;
    case PROP_N_GIVEN:
      g_value_set_uint (value, self->row->n_given);
      break;
    case PROP_GIVEN_AT:
      g_value_set_int64 (value, self->row->given_at);
      break;
    case PROP_N_LEADS:
      g_value_set_uint (value, self->row->n_leads);
      break;
    case PROP_N_BOUGHT:
      g_value_set_uint (value, self->row->n_bought);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_piece_finalize (GObject *object)
{
  FtPiece *self = FT_PIECE (object);

  g_clear_pointer (&self->row, ft_piece_row_unref);

  G_OBJECT_CLASS (ft_piece_parent_class)->finalize (object);
}

static void
ft_piece_class_init (FtPieceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_piece_get_property;
  object_class->finalize = ft_piece_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, FT_PIECE_DOCUMENT, FT_PIECE_PRINT,
                                       FT_PIECE_DOCUMENT, flags);
  props[PROP_HEAD] = g_param_spec_int ("head", NULL, NULL, FT_BENEFIT_NONE, FT_BENEFIT_EARN,
                                       FT_BENEFIT_NONE, flags);
  props[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, "", flags);
  props[PROP_FILE_NAME] = g_param_spec_string ("file-name", NULL, NULL, "", flags);
  props[PROP_RETIRED] = g_param_spec_boolean ("retired", NULL, NULL, FALSE, flags);
  props[PROP_N_GIVEN] = g_param_spec_uint ("n-given", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_GIVEN_AT]
      = g_param_spec_int64 ("given-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_N_LEADS] = g_param_spec_uint ("n-leads", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_BOUGHT] = g_param_spec_uint ("n-bought", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_piece_init (FtPiece *self)
{
}

FtPiece *
ft_piece_new (FtPieceRow *row)
{
  FtPiece *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (FT_TYPE_PIECE, NULL);
  self->row = ft_piece_row_ref (row);
  return self;
}

FtPieceData *
ft_piece_get_data (FtPiece *self)
{
  g_return_val_if_fail (FT_IS_PIECE (self), NULL);
  return self->row->piece;
}

gboolean
ft_piece_equal (FtPiece *a, FtPiece *b)
{
  g_return_val_if_fail (FT_IS_PIECE (a) && FT_IS_PIECE (b), FALSE);
  return a->row->piece->id == b->row->piece->id
         && ft_piece_data_equal (a->row->piece, b->row->piece) && a->row->n_given == b->row->n_given
         && a->row->given_at == b->row->given_at && a->row->n_leads == b->row->n_leads
         && a->row->n_bought == b->row->n_bought;
}
