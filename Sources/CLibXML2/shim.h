/* Debian's libxml2 shows ICU's types in one struct that we never touch; Foundation has its own ICU, and one compilation
   cannot see both. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

static void clientele_xml_ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/* Keeps the library from writing to the terminal on this thread, which it does for some damaged encodings whatever the
   parser's own options; a variadic function that Swift cannot write. */
static inline void clientele_xml_be_quiet(void) { xmlSetGenericErrorFunc(NULL, clientele_xml_ignore); }
