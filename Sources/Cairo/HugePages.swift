import Glibc

/// Memory in pages of 2 MiB.
///
/// The kernel hands out memory page by page as it is first written: in pages of 4 KiB those 7 MiB of a
/// picture take it 4 to 9 ms, half of all first touches of a process that draws one chart.
enum HugePages {
  /// Asks the kernel to hand out bytes that are not yet written in large pages, where it has some.
  static func advise(_ start: UnsafeMutableRawPointer, count: Int) {
    let page = Int(getpagesize())
    let first = start.alignedUp(toMultipleOf: page)
    let length = (count - (first - start)) / page * page
    // What cannot be had is no fault: memory then comes in small pages.
    if length > 0 { _ = madvise(first, length, Int32(MADV_HUGEPAGE)) }
  }
}
