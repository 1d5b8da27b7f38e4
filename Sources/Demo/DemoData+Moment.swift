import Dates

extension DemoData {
  /// When the data begin, 2026-01-01 00:00:00, in seconds since 1970.
  static let start = 1_767_225_600

  /// A second of the data as `YYYY-MM-DD HH:MM:SS`.
  static func moment(_ second: Int) -> String {
    let day = CivilDate(days: Int32((start + second) / 86_400)).parts
    return String(unsafeUninitializedCapacity: 19) { bytes in
      var at = 0
      func put(_ number: Int, _ width: Int, _ separator: UInt8) {
        var rest = number
        for place in stride(from: at + width - 1, through: at, by: -1) {
          bytes[place] = UInt8(48 + rest % 10)
          rest /= 10
        }
        at += width
        if at < 19 { bytes[at] = separator }
        at += 1
      }
      put(day.year, 4, UInt8(ascii: "-"))
      put(day.month, 2, UInt8(ascii: "-"))
      put(day.day, 2, UInt8(ascii: " "))
      put(second / 3600 % 24, 2, UInt8(ascii: ":"))
      put(second / 60 % 60, 2, UInt8(ascii: ":"))
      put(second % 60, 2, 0)
      return 19
    }
  }
}
