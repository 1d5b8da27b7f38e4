import Glibc

/// The decimal logarithm.
func logarithm(_ value: Double) -> Double { log10(value) }

/// Ten to a whole power, exact where a double can be.
func powerOfTen(_ exponent: Int) -> Double {
  // Division is exact where a negative power would not be.
  exponent >= 0 ? pow(10, Double(exponent)) : 1 / pow(10, Double(-exponent))
}

/// Ten to any power.
func powerOfTen(_ exponent: Double) -> Double { pow(10, exponent) }

/// The largest power of ten, as an exponent, that is not above a positive number.
func magnitude(_ value: Double) -> Int {
  let exponent = Int(floor(log10(value)))
  // The logarithm of 1000 may come out just below 3.
  return powerOfTen(exponent + 1) <= value ? exponent + 1 : exponent
}

/// The decimal logarithm of a number plus one, exact near zero.
func logarithmOfOnePlus(_ value: Double) -> Double { log1p(value) / log(10) }

/// e to a power.
func exponential(_ power: Double) -> Double { exp(power) }

/// The natural logarithm.
func naturalLogarithm(_ value: Double) -> Double { log(value) }
