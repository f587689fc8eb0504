#pragma once

inline double add(double left, double right) { return left + right; }
