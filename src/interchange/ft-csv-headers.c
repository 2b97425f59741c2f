#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-csv-headers.h"

/* Addresses a person has several of, best first; a numbered one ("Address 2") counts from WORK. */
enum
{
  WORK = 0,
  HOME = 100,
  OTHER = 200,
};

typedef struct
{
  const char *key; /* as ft_csv_header_key () makes it, without its number */
  FtField field;
  const char *label;
  int group;
  gboolean numbered; /* the header's number says what it belongs to */
} Header;

/* What Google Contacts (both generations), Outlook (English, German), HubSpot, Salesforce (leads,
 * contacts, API names), Thunderbird (English, German) and this program write, and what people write
 * above their own lists in English, German, Spanish and French. */
static const Header headers[] = {
  { "name", FT_FIELD_NAME },
  { "fullname", FT_FIELD_NAME },
  { "displayname", FT_FIELD_NAME },
  { "contactname", FT_FIELD_NAME },
  { "contact", FT_FIELD_NAME },
  { "leadname", FT_FIELD_NAME },
  { "lead", FT_FIELD_NAME },
  { "person", FT_FIELD_NAME },
  { "customer", FT_FIELD_NAME },
  { "customername", FT_FIELD_NAME },
  { "client", FT_FIELD_NAME },
  { "clientname", FT_FIELD_NAME },
  { "anzeigename", FT_FIELD_NAME },
  { "vollstandigername", FT_FIELD_NAME },
  { "kontakt", FT_FIELD_NAME },
  { "kontaktname", FT_FIELD_NAME },
  { "ansprechpartner", FT_FIELD_NAME },
  { "kunde", FT_FIELD_NAME },
  { "kundenname", FT_FIELD_NAME },
  { "interessent", FT_FIELD_NAME },
  { "nombre", FT_FIELD_NAME },
  { "nombrecompleto", FT_FIELD_NAME },
  { "contacto", FT_FIELD_NAME },
  { "cliente", FT_FIELD_NAME },
  { "nom", FT_FIELD_NAME },
  { "nomcomplet", FT_FIELD_NAME },
  { "nomaffiche", FT_FIELD_NAME },

  { "givenname", FT_FIELD_GIVEN_NAME },
  { "firstname", FT_FIELD_GIVEN_NAME },
  { "forename", FT_FIELD_GIVEN_NAME },
  { "vorname", FT_FIELD_GIVEN_NAME },
  { "prenom", FT_FIELD_GIVEN_NAME },
  { "nombredepila", FT_FIELD_GIVEN_NAME },
  { "middlename", FT_FIELD_MIDDLE_NAME },
  { "additionalname", FT_FIELD_MIDDLE_NAME },
  { "weiterevornamen", FT_FIELD_MIDDLE_NAME },
  { "zweitername", FT_FIELD_MIDDLE_NAME },
  { "deuxiemeprenom", FT_FIELD_MIDDLE_NAME },
  { "segundonombre", FT_FIELD_MIDDLE_NAME },
  { "familyname", FT_FIELD_FAMILY_NAME },
  { "lastname", FT_FIELD_FAMILY_NAME },
  { "surname", FT_FIELD_FAMILY_NAME },
  { "nachname", FT_FIELD_FAMILY_NAME },
  { "familienname", FT_FIELD_FAMILY_NAME },
  { "zuname", FT_FIELD_FAMILY_NAME },
  { "nomdefamille", FT_FIELD_FAMILY_NAME },
  { "apellido", FT_FIELD_FAMILY_NAME },
  { "apellidos", FT_FIELD_FAMILY_NAME },

  { "company", FT_FIELD_COMPANY },
  { "companyname", FT_FIELD_COMPANY },
  { "companyaccount", FT_FIELD_COMPANY },
  { "accountname", FT_FIELD_COMPANY },
  { "organization", FT_FIELD_COMPANY },
  { "organisation", FT_FIELD_COMPANY },
  { "organizationname", FT_FIELD_COMPANY },
  { "associatedcompany", FT_FIELD_COMPANY },
  { "associatedcompanyprimary", FT_FIELD_COMPANY },
  { "employer", FT_FIELD_COMPANY },
  { "firma", FT_FIELD_COMPANY },
  { "firmenname", FT_FIELD_COMPANY },
  { "unternehmen", FT_FIELD_COMPANY },
  { "betrieb", FT_FIELD_COMPANY },
  { "empresa", FT_FIELD_COMPANY },
  { "compania", FT_FIELD_COMPANY },
  { "organizacion", FT_FIELD_COMPANY },
  { "entreprise", FT_FIELD_COMPANY },
  { "societe", FT_FIELD_COMPANY },
  { "raisonsociale", FT_FIELD_COMPANY },

  { "role", FT_FIELD_ROLE },
  { "jobtitle", FT_FIELD_ROLE },
  { "title", FT_FIELD_ROLE },
  { "position", FT_FIELD_ROLE },
  { "organizationtitle", FT_FIELD_ROLE },
  { "occupation", FT_FIELD_ROLE },
  { "rolle", FT_FIELD_ROLE },
  { "funktion", FT_FIELD_ROLE },
  { "berufsbezeichnung", FT_FIELD_ROLE },
  { "arbeitstitel", FT_FIELD_ROLE },
  { "beruf", FT_FIELD_ROLE },
  { "cargo", FT_FIELD_ROLE },
  { "puesto", FT_FIELD_ROLE },
  { "fonction", FT_FIELD_ROLE },
  { "poste", FT_FIELD_ROLE },

  { "phone", FT_FIELD_PHONE },
  { "phones", FT_FIELD_PHONE },
  { "phonenumber", FT_FIELD_PHONE },
  { "phonevalue", FT_FIELD_PHONE, NULL, 0, TRUE },
  { "phonelabel", FT_FIELD_PHONE_LABEL, NULL, 0, TRUE },
  { "phonetype", FT_FIELD_PHONE_LABEL, NULL, 0, TRUE },
  { "telephone", FT_FIELD_PHONE },
  { "telephonenumber", FT_FIELD_PHONE },
  { "tel", FT_FIELD_PHONE },
  { "telno", FT_FIELD_PHONE },
  { "primaryphone", FT_FIELD_PHONE, "main" },
  { "companymainphone", FT_FIELD_PHONE, "main" },
  { "workphone", FT_FIELD_PHONE, "work" },
  { "businessphone", FT_FIELD_PHONE, "work" },
  { "officephone", FT_FIELD_PHONE, "work" },
  { "homephone", FT_FIELD_PHONE, "home" },
  { "mobile", FT_FIELD_PHONE, "mobile" },
  { "mobilephone", FT_FIELD_PHONE, "mobile" },
  { "mobilephonenumber", FT_FIELD_PHONE, "mobile" },
  { "mobilenumber", FT_FIELD_PHONE, "mobile" },
  { "cell", FT_FIELD_PHONE, "mobile" },
  { "cellphone", FT_FIELD_PHONE, "mobile" },
  { "carphone", FT_FIELD_PHONE, "mobile" },
  { "otherphone", FT_FIELD_PHONE, "other" },
  { "callback", FT_FIELD_PHONE, "other" },
  { "radiophone", FT_FIELD_PHONE, "other" },
  { "isdn", FT_FIELD_PHONE, "other" },
  { "assistantsphone", FT_FIELD_PHONE, "assistant" },
  { "assistantphone", FT_FIELD_PHONE, "assistant" },
  { "asstphone", FT_FIELD_PHONE, "assistant" },
  { "fax", FT_FIELD_PHONE, "fax" },
  { "faxnumber", FT_FIELD_PHONE, "fax" },
  { "businessfax", FT_FIELD_PHONE, "fax" },
  { "homefax", FT_FIELD_PHONE, "fax" },
  { "otherfax", FT_FIELD_PHONE, "fax" },
  { "pager", FT_FIELD_PHONE, "pager" },
  { "pagernumber", FT_FIELD_PHONE, "pager" },
  { "telefon", FT_FIELD_PHONE },
  { "telefonnummer", FT_FIELD_PHONE },
  { "rufnummer", FT_FIELD_PHONE },
  { "telnr", FT_FIELD_PHONE },
  { "haupttelefon", FT_FIELD_PHONE, "main" },
  { "telefonfirma", FT_FIELD_PHONE, "main" },
  { "telefongeschaftlich", FT_FIELD_PHONE, "work" },
  { "teldienstlich", FT_FIELD_PHONE, "work" },
  { "telefondienstlich", FT_FIELD_PHONE, "work" },
  { "telefonprivat", FT_FIELD_PHONE, "home" },
  { "telprivat", FT_FIELD_PHONE, "home" },
  { "mobil", FT_FIELD_PHONE, "mobile" },
  { "mobiltelefon", FT_FIELD_PHONE, "mobile" },
  { "mobilnummer", FT_FIELD_PHONE, "mobile" },
  { "mobiltelnr", FT_FIELD_PHONE, "mobile" },
  { "handy", FT_FIELD_PHONE, "mobile" },
  { "handynummer", FT_FIELD_PHONE, "mobile" },
  { "autotelefon", FT_FIELD_PHONE, "mobile" },
  { "weiterestelefon", FT_FIELD_PHONE, "other" },
  { "ruckmeldung", FT_FIELD_PHONE, "other" },
  { "telefonassistent", FT_FIELD_PHONE, "assistant" },
  { "faxgeschaftlich", FT_FIELD_PHONE, "fax" },
  { "faxprivat", FT_FIELD_PHONE, "fax" },
  { "weiteresfax", FT_FIELD_PHONE, "fax" },
  { "faxnummer", FT_FIELD_PHONE, "fax" },
  { "pagernummer", FT_FIELD_PHONE, "pager" },
  { "telefono", FT_FIELD_PHONE },
  { "telefonofijo", FT_FIELD_PHONE, "home" },
  { "telefonomovil", FT_FIELD_PHONE, "mobile" },
  { "movil", FT_FIELD_PHONE, "mobile" },
  { "celular", FT_FIELD_PHONE, "mobile" },
  { "telephonefixe", FT_FIELD_PHONE, "home" },
  { "telephoneportable", FT_FIELD_PHONE, "mobile" },
  { "telephonemobile", FT_FIELD_PHONE, "mobile" },
  { "portable", FT_FIELD_PHONE, "mobile" },
  { "numerodetelephone", FT_FIELD_PHONE },
  { "numerodetelefono", FT_FIELD_PHONE },

  { "email", FT_FIELD_EMAIL },
  { "emails", FT_FIELD_EMAIL },
  { "mail", FT_FIELD_EMAIL },
  { "emailaddress", FT_FIELD_EMAIL },
  { "additionalemailaddresses", FT_FIELD_EMAIL },
  { "primaryemail", FT_FIELD_EMAIL },
  { "secondaryemail", FT_FIELD_EMAIL },
  { "workemail", FT_FIELD_EMAIL, "work" },
  { "businessemail", FT_FIELD_EMAIL, "work" },
  { "homeemail", FT_FIELD_EMAIL, "home" },
  { "personalemail", FT_FIELD_EMAIL, "home" },
  { "emailvalue", FT_FIELD_EMAIL, NULL, 0, TRUE },
  { "emaillabel", FT_FIELD_EMAIL_LABEL, NULL, 0, TRUE },
  { "emailtype", FT_FIELD_EMAIL_LABEL, NULL, 0, TRUE },
  { "mailadresse", FT_FIELD_EMAIL },
  { "emailadresse", FT_FIELD_EMAIL },
  { "primareemailadresse", FT_FIELD_EMAIL },
  { "sekundareemailadresse", FT_FIELD_EMAIL },
  { "correo", FT_FIELD_EMAIL },
  { "correoelectronico", FT_FIELD_EMAIL },
  { "courriel", FT_FIELD_EMAIL },
  { "adresseemail", FT_FIELD_EMAIL },
  { "adressemail", FT_FIELD_EMAIL },
  { "adresseelectronique", FT_FIELD_EMAIL },

  { "street", FT_FIELD_STREET },
  { "streetaddress", FT_FIELD_STREET },
  { "address", FT_FIELD_STREET },
  { "addressline", FT_FIELD_STREET },
  { "addressstreet", FT_FIELD_STREET, NULL, WORK, TRUE },
  { "addresspobox", FT_FIELD_STREET, NULL, WORK, TRUE },
  { "addressextendedaddress", FT_FIELD_STREET, NULL, WORK, TRUE },
  { "businessstreet", FT_FIELD_STREET },
  { "workaddress", FT_FIELD_STREET },
  { "mailingstreet", FT_FIELD_STREET },
  { "homestreet", FT_FIELD_STREET, NULL, HOME },
  { "homeaddress", FT_FIELD_STREET, NULL, HOME },
  { "otherstreet", FT_FIELD_STREET, NULL, OTHER },
  { "strasse", FT_FIELD_STREET },
  { "strassehausnummer", FT_FIELD_STREET },
  { "strassehausnr", FT_FIELD_STREET },
  { "adresse", FT_FIELD_STREET },
  { "anschrift", FT_FIELD_STREET },
  { "strassegeschaftlich", FT_FIELD_STREET },
  { "dienstlichadresse", FT_FIELD_STREET },
  { "strasseprivat", FT_FIELD_STREET, NULL, HOME },
  { "privatadresse", FT_FIELD_STREET, NULL, HOME },
  { "weiterestrasse", FT_FIELD_STREET, NULL, OTHER },
  { "calle", FT_FIELD_STREET },
  { "direccion", FT_FIELD_STREET },
  { "rue", FT_FIELD_STREET },

  { "postcode", FT_FIELD_POSTCODE },
  { "postalcode", FT_FIELD_POSTCODE },
  { "zip", FT_FIELD_POSTCODE },
  { "zipcode", FT_FIELD_POSTCODE },
  { "zippostalcode", FT_FIELD_POSTCODE },
  { "addresspostalcode", FT_FIELD_POSTCODE, NULL, WORK, TRUE },
  { "businesspostalcode", FT_FIELD_POSTCODE },
  { "workzipcode", FT_FIELD_POSTCODE },
  { "mailingzippostalcode", FT_FIELD_POSTCODE },
  { "mailingpostalcode", FT_FIELD_POSTCODE },
  { "homepostalcode", FT_FIELD_POSTCODE, NULL, HOME },
  { "homezipcode", FT_FIELD_POSTCODE, NULL, HOME },
  { "otherpostalcode", FT_FIELD_POSTCODE, NULL, OTHER },
  { "otherzippostalcode", FT_FIELD_POSTCODE, NULL, OTHER },
  { "plz", FT_FIELD_POSTCODE },
  { "postleitzahl", FT_FIELD_POSTCODE },
  { "postleitzahlgeschaftlich", FT_FIELD_POSTCODE },
  { "dienstlichplz", FT_FIELD_POSTCODE },
  { "postleitzahlprivat", FT_FIELD_POSTCODE, NULL, HOME },
  { "privatplz", FT_FIELD_POSTCODE, NULL, HOME },
  { "weiterepostleitzahl", FT_FIELD_POSTCODE, NULL, OTHER },
  { "codigopostal", FT_FIELD_POSTCODE },
  { "codepostal", FT_FIELD_POSTCODE },

  { "city", FT_FIELD_CITY },
  { "town", FT_FIELD_CITY },
  { "addresscity", FT_FIELD_CITY, NULL, WORK, TRUE },
  { "businesscity", FT_FIELD_CITY },
  { "workcity", FT_FIELD_CITY },
  { "mailingcity", FT_FIELD_CITY },
  { "homecity", FT_FIELD_CITY, NULL, HOME },
  { "othercity", FT_FIELD_CITY, NULL, OTHER },
  { "ort", FT_FIELD_CITY },
  { "stadt", FT_FIELD_CITY },
  { "ortgeschaftlich", FT_FIELD_CITY },
  { "dienstlichort", FT_FIELD_CITY },
  { "ortprivat", FT_FIELD_CITY, NULL, HOME },
  { "privatort", FT_FIELD_CITY, NULL, HOME },
  { "weitererort", FT_FIELD_CITY, NULL, OTHER },
  { "ciudad", FT_FIELD_CITY },
  { "ville", FT_FIELD_CITY },

  { "region", FT_FIELD_REGION },
  { "state", FT_FIELD_REGION },
  { "province", FT_FIELD_REGION },
  { "stateprovince", FT_FIELD_REGION },
  { "stateregion", FT_FIELD_REGION },
  { "addressregion", FT_FIELD_REGION, NULL, WORK, TRUE },
  { "businessstate", FT_FIELD_REGION },
  { "workstate", FT_FIELD_REGION },
  { "mailingstate", FT_FIELD_REGION },
  { "mailingstateprovince", FT_FIELD_REGION },
  { "homestate", FT_FIELD_REGION, NULL, HOME },
  { "otherstate", FT_FIELD_REGION, NULL, OTHER },
  { "otherstateprovince", FT_FIELD_REGION, NULL, OTHER },
  { "bundesland", FT_FIELD_REGION },
  { "regiongeschaftlich", FT_FIELD_REGION },
  { "bundeslandkantongeschaftlich", FT_FIELD_REGION },
  { "dienstlichbundesland", FT_FIELD_REGION },
  { "regionprivat", FT_FIELD_REGION, NULL, HOME },
  { "bundeslandkantonprivat", FT_FIELD_REGION, NULL, HOME },
  { "privatbundesland", FT_FIELD_REGION, NULL, HOME },
  { "weitereregion", FT_FIELD_REGION, NULL, OTHER },
  { "provincia", FT_FIELD_REGION },

  { "country", FT_FIELD_COUNTRY },
  { "countryregion", FT_FIELD_COUNTRY },
  { "addresscountry", FT_FIELD_COUNTRY, NULL, WORK, TRUE },
  { "businesscountryregion", FT_FIELD_COUNTRY },
  { "businesscountry", FT_FIELD_COUNTRY },
  { "workcountry", FT_FIELD_COUNTRY },
  { "mailingcountry", FT_FIELD_COUNTRY },
  { "homecountryregion", FT_FIELD_COUNTRY, NULL, HOME },
  { "homecountry", FT_FIELD_COUNTRY, NULL, HOME },
  { "othercountryregion", FT_FIELD_COUNTRY, NULL, OTHER },
  { "othercountry", FT_FIELD_COUNTRY, NULL, OTHER },
  { "land", FT_FIELD_COUNTRY },
  { "landregiongeschaftlich", FT_FIELD_COUNTRY },
  { "dienstlichland", FT_FIELD_COUNTRY },
  { "landregionprivat", FT_FIELD_COUNTRY, NULL, HOME },
  { "privatland", FT_FIELD_COUNTRY, NULL, HOME },
  { "weitereslandregion", FT_FIELD_COUNTRY, NULL, OTHER },
  { "pais", FT_FIELD_COUNTRY },
  { "pays", FT_FIELD_COUNTRY },

  { "notes", FT_FIELD_NOTES },
  { "note", FT_FIELD_NOTES },
  { "comment", FT_FIELD_NOTES },
  { "comments", FT_FIELD_NOTES },
  { "remarks", FT_FIELD_NOTES },
  { "description", FT_FIELD_NOTES },
  { "leadnotes", FT_FIELD_NOTES },
  { "notiz", FT_FIELD_NOTES },
  { "notizen", FT_FIELD_NOTES },
  { "bemerkung", FT_FIELD_NOTES },
  { "bemerkungen", FT_FIELD_NOTES },
  { "kommentar", FT_FIELD_NOTES },
  { "beschreibung", FT_FIELD_NOTES },
  { "notas", FT_FIELD_NOTES },
  { "comentarios", FT_FIELD_NOTES },
  { "commentaire", FT_FIELD_NOTES },
  { "commentaires", FT_FIELD_NOTES },
  { "remarques", FT_FIELD_NOTES },

  { "source", FT_FIELD_SOURCE },
  { "leadsource", FT_FIELD_SOURCE },
  { "originalsource", FT_FIELD_SOURCE },
  { "originaltrafficsource", FT_FIELD_SOURCE },
  { "quelle", FT_FIELD_SOURCE },
  { "herkunft", FT_FIELD_SOURCE },
  { "origen", FT_FIELD_SOURCE },
  { "origine", FT_FIELD_SOURCE },

  { "zone", FT_FIELD_ZONE },
  { "timezone", FT_FIELD_ZONE },
  { "zeitzone", FT_FIELD_ZONE },
  { "zonahoraria", FT_FIELD_ZONE },
  { "fuseauhoraire", FT_FIELD_ZONE },
  { "channel", FT_FIELD_CHANNEL },
  { "preferredchannel", FT_FIELD_CHANNEL },
  { "preferredcontactmethod", FT_FIELD_CHANNEL },
  { "kanal", FT_FIELD_CHANNEL },
  { "canal", FT_FIELD_CHANNEL },

  { "decision", FT_FIELD_DECISION },
  { "decisiondate", FT_FIELD_DECISION },
  { "closedate", FT_FIELD_DECISION },
  { "expectedclosedate", FT_FIELD_DECISION },
  { "entscheidung", FT_FIELD_DECISION },
  { "entscheidungsdatum", FT_FIELD_DECISION },
  { "fechadedecision", FT_FIELD_DECISION },
  { "datededecision", FT_FIELD_DECISION },
  { "notbefore", FT_FIELD_NOT_BEFORE },
  { "nichtvor", FT_FIELD_NOT_BEFORE },
  { "stateoflead", FT_FIELD_STATE },
  { "closingwords", FT_FIELD_CLOSING_WORDS },

  { "promised", FT_FIELD_PROMISE },
  { "promise", FT_FIELD_PROMISE },
  { "promisedate", FT_FIELD_PROMISE },
  { "promiseddate", FT_FIELD_PROMISE },
  { "followup", FT_FIELD_PROMISE },
  { "followupdate", FT_FIELD_PROMISE },
  { "callbackdate", FT_FIELD_PROMISE },
  { "nextcontact", FT_FIELD_PROMISE },
  { "nextcontactdate", FT_FIELD_PROMISE },
  { "nextactivitydate", FT_FIELD_PROMISE },
  { "wiedervorlage", FT_FIELD_PROMISE },
  { "ruckruf", FT_FIELD_PROMISE },
  { "versprochen", FT_FIELD_PROMISE },
  { "nachsterkontakt", FT_FIELD_PROMISE },
  { "relance", FT_FIELD_PROMISE },
  { "rappel", FT_FIELD_PROMISE },
  { "seguimiento", FT_FIELD_PROMISE },
  { "proximocontacto", FT_FIELD_PROMISE },
  { "promisetime", FT_FIELD_PROMISE_TIME },
  { "promisedtime", FT_FIELD_PROMISE_TIME },
  { "followuptime", FT_FIELD_PROMISE_TIME },
  { "callbacktime", FT_FIELD_PROMISE_TIME },
  { "uhrzeit", FT_FIELD_PROMISE_TIME },
  { "hora", FT_FIELD_PROMISE_TIME },
  { "heure", FT_FIELD_PROMISE_TIME },
  { "target", FT_FIELD_TARGET },
  { "mytarget", FT_FIELD_TARGET },
  { "promisezone", FT_FIELD_PROMISE_ZONE },
  { "promisechannel", FT_FIELD_PROMISE_CHANNEL },
  { "promisekind", FT_FIELD_PROMISE_KIND },
  { "purpose", FT_FIELD_PURPOSE },
  { "promisepurpose", FT_FIELD_PURPOSE },
  { "nextstep", FT_FIELD_PURPOSE },
  { "zweck", FT_FIELD_PURPOSE },
  { "anlass", FT_FIELD_PURPOSE },
  { "proposito", FT_FIELD_PURPOSE },
  { "objet", FT_FIELD_PURPOSE },
  { "promisevalue", FT_FIELD_VALUE },
  { "agreed", FT_FIELD_AGREED },
  { "effort", FT_FIELD_EFFORT },
  { "promiseuid", FT_FIELD_PROMISE_UID },
  { "uid", FT_FIELD_UID },
};

/**
 * ft_csv_header_key:
 * @header: valid UTF-8
 *
 * Returns: (transfer full): its letters and digits alone, without case and accents: "E-mail 1 -
 * Value" and "Email 1 Value" are "email1value", "Straße" is "strasse"
 */
char *
ft_csv_header_key (const char *header)
{
  g_autofree char *plain = g_utf8_normalize (header, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (plain ? plain : "", -1);
  GString *key = g_string_new (NULL);
  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

static const Header *
find_key (const char *key)
{
  static GHashTable *index;
  if (g_once_init_enter (&index))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
        g_hash_table_insert (table, (gpointer) headers[i].key, (gpointer) &headers[i]);
      g_once_init_leave (&index, table);
    }
  return g_hash_table_lookup (index, key);
}

/**
 * ft_csv_header_find:
 * @header: valid UTF-8
 * @field: (out): what such a column holds
 * @label: (out) (transfer none): of a telephone number or e-mail address, "" if not known
 * @group: (out): see #FtCsvColumn
 *
 * Returns: whether the header is a known one
 */
gboolean
ft_csv_header_find (const char *header, FtField *field, const char **label, int *group)
{
  g_autofree char *key = ft_csv_header_key (header);
  g_autoptr (GString) base = g_string_new (NULL);
  gint64 number = 0;
  const Header *found;

  for (const char *p = key; *p; p++)
    if (g_ascii_isdigit (*p))
      number = MIN (number * 10 + g_ascii_digit_value (*p), 99);
    else
      g_string_append_c (base, *p);
  found = find_key (base->str);
  if (!found)
    return FALSE;
  *field = found->field;
  *label = found->label ? found->label : "";
  *group = found->group + (found->numbered ? (int) number : 0);
  return TRUE;
}
