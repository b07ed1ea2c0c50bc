#include "CADBC.h"

// A member added, dropped or misplaced would call the wrong function of a driver: these fail the build instead.
_Static_assert(sizeof(void*) == 8, "ADBC is bound for 64-bit machines only");
_Static_assert(offsetof(struct AdbcError, private_data) == 32, "AdbcError 1.0.0 is 32 bytes");
_Static_assert(offsetof(struct AdbcDriver, ErrorGetDetailCount) == 29 * sizeof(void*), "AdbcDriver 1.0.0 has 29 members");
_Static_assert(sizeof(struct AdbcDriver) == 58 * sizeof(void*), "AdbcDriver 1.1.0 has 58 members");
_Static_assert(sizeof(struct ArrowSchema) == 72, "ArrowSchema is 72 bytes");
_Static_assert(sizeof(struct ArrowArray) == 80, "ArrowArray is 80 bytes");
_Static_assert(sizeof(struct ArrowArrayStream) == 40, "ArrowArrayStream is 40 bytes");
