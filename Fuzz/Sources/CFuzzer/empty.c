// The function is libFuzzer's; only its declaration is needed here.
#include "CFuzzer.h"
