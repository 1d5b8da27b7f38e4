#pragma once
/// Puts two existing paths in each other's place in one step; 0, or -1 with errno set.
int bs_exchange(const char *a, const char *b);
