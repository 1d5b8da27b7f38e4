import Glibc

/// Ten to any power.
func raisedTen(_ exponent: Double) -> Double { pow(10, exponent) }
