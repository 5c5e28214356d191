#include "CFaults.h"

#include <sys/prctl.h>

int faults_is_dumpable(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }

int faults_may_gain_privileges(void) {
  int refused = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
  return refused < 0 ? -1 : !refused;
}
