#pragma once
#include "arrow_c_data.h"
#include "adbc_abi.h"
