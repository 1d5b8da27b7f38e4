// DrawCharts FOLDER CASE png|pdf [--runs N]: draws a case into FOLDER, then N times more, timed, and
// prints one JSON line in the form of the peers' charts_matplotlib.py.
import Glibc

private var arguments = Array(CommandLine.arguments.dropFirst())
private var runs = 5
if let option = arguments.firstIndex(of: "--runs"), option + 1 < arguments.count {
  runs = Int(arguments[option + 1]) ?? runs
  arguments.removeSubrange(option...option + 1)
}
guard arguments.count == 3, ["png", "pdf"].contains(arguments[2]),
  let chart = ChartCase.all.first(where: { $0.name == arguments[1] })
else {
  print("usage: DrawCharts FOLDER CASE png|pdf [--runs N], a case being one of")
  for chart in ChartCase.all { print("  \(chart.name)") }
  exit(2)
}

private func seconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

private func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

private func save(_ bytes: [UInt8], _ path: String) {
  guard let file = fopen(path, "wb") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}

private let drawer = try Drawer(chart)
private let path = "\(arguments[0])/\(chart.name).\(arguments[2])"
private var times: [Double] = []
for _ in 0...runs {
  let start = seconds()
  save(try drawer.bytes(arguments[2]), path)
  times.append(seconds() - start)
}
private let warm = times.dropFirst().sorted()
private var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
print(
  "{\"seconds\": \(warm.isEmpty ? "null" : "\(rounded(warm[warm.count / 2]))"), "
    + "\"first\": \(rounded(times[0])), \"runs\": \(runs), \"peak_mib\": \(usage.ru_maxrss / 1024)}"
)
