import Frame
import Glibc
import Statistics

/// One of the peers' cases: prepared untimed, then run several times.
struct KernelCase: Sendable {
  let name: String
  /// Reads what the case needs and gives the work, which tells a few figures of its result.
  let prepare: @Sendable (InputColumns) throws -> () throws -> [(String, Double)]

  /// Runs the case and gives a line of JSON in the form of the peers' lines.
  func measure(_ inputs: InputColumns, runs: Int) throws -> String {
    let work = try prepare(inputs)
    let before = peakMiB()
    var (times, figures) = ([Double](), [(String, Double)]())
    for _ in 0..<runs {
      let start = seconds()
      figures = try work()
      times.append(seconds() - start)
    }
    let value = figures.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
    return """
      {"case": "\(name)", "seconds": \(rounded(times.sorted()[runs / 2])), \
      "first": \(rounded(times[0])), "runs": \(runs), "peak_mib": \(peakMiB()), \
      "start_mib": \(before), "value": {\(value)}}
      """
  }

  private func rounded(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }

  private func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  private func peakMiB() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}

extension KernelCase {
  /// The cases, named as the peers' are without the peer.
  static let all: [KernelCase] = [
    KernelCase(name: "describe_1e6x8") { inputs in
      let columns = try inputs.block("c", 8)
      return { described(Describe.all(columns)) }
    },
    KernelCase(name: "describe_1e6x8_nan") { inputs in
      let columns = try inputs.block("n", 8)
      return { described(Describe.all(columns)) }
    },
    correlations("pearson_1e6x20", "c", 20, .pearson),
    correlations("pearson_exact_1e6x20", "c", 20, .pearson) { values in
      // Five decimals, as a DECIMAL column holds them.
      let units = values.map { Int128(($0 * 1e5).rounded()) }
      return Measured(Column(.decimal(units, scale: 5), presence: nil))
    },
    correlations("pearson_1e6x8_nan", "n", 8, .pearson),
    correlations("spearman_1e5x20", "c", 20, .spearman, rows: 100_000),
    KernelCase(name: "kendall_1e5") { inputs in
      let (x, y) = try (
        inputs.column("c18", rows: 100_000), inputs.column("c19", rows: 100_000)
      )
      return {
        let tau = try KendallCorrelation(x, y)
        return [("tau", tau.r), ("p", tau.p ?? .nan)]
      }
    },
    KernelCase(name: "welch_2x5e5") { inputs in
      let (x, y) = try halves(inputs)
      return {
        let test = try WelchTTest(x, y)
        return [("t", test.t), ("df", test.df), ("p", test.p)]
      }
    },
    KernelCase(name: "mannwhitney_2x5e5") { inputs in
      let (x, y) = try halves(inputs)
      return {
        let test = try MannWhitney(x, y)
        return [("u", test.u), ("p", test.p)]
      }
    },
    KernelCase(name: "kruskal_1e6_5_groups") { inputs in
      let (x, labels) = try (inputs.column("c15"), inputs.column("g"))
      let groups = (0..<5).map { group in
        Sample(zip(x, labels).filter { $0.1 == Double(group) }.map(\.0))
      }
      return {
        let test = try KruskalWallis(groups)
        return [("h", test.h), ("p", test.p)]
      }
    },
    KernelCase(name: "bootstrap_1e5_x1000") { inputs in
      let x = try inputs.column("c00", rows: 100_000)
      return {
        let means = try Bootstrap(meanOf: x, .init(resamples: 1000, kind: .percentile))
        return [
          ("low", means.interval?.low ?? .nan), ("high", means.interval?.high ?? .nan),
          ("se", means.standardError),
        ]
      }
    },
    lowess("lowess_1e4", shareOfRange: 0),
    lowess("lowess_1e4_delta", shareOfRange: 0.01),
    KernelCase(name: "kde_1e5_512") { inputs in
      let x = try inputs.column("c00", rows: 100_000)
      return {
        let density = try KernelDensity(x, points: 512, cut: 0)
        return [("sum", density.densities.reduce(0, +)), ("at256", density.densities[256])]
      }
    },
    KernelCase(name: "median_1e6") { inputs in
      let x = try inputs.column("c00")
      return { [("median", try Quantile(x, at: 0.5).value)] }
    },
    KernelCase(name: "rolling_mean_1e6_168") { inputs in
      let x = try inputs.column("c00")
      return { windowed(try MovingAverage(x, window: 168).values) }
    },
    KernelCase(name: "rolling_median_1e6_168") { inputs in
      let x = try inputs.column("c00")
      return { windowed(try MovingQuantile(x, window: 168).values) }
    },
  ]

  private static func lowess(_ name: String, shareOfRange: Double) -> KernelCase {
    KernelCase(name: name) { inputs in
      let (x, y) = try (inputs.column("wx"), inputs.column("w"))
      let delta = shareOfRange * (x[x.count - 1] - x[0])
      return {
        let curve = try Lowess(x, y, .init(delta: delta))
        return [("f0", curve.heights[0]), ("f5000", curve.heights[5000])]
      }
    }
  }

  private static func correlations(
    _ name: String, _ prefix: String, _ count: Int, _ method: CorrelationMethod, rows: Int? = nil,
    measure: @escaping @Sendable ([Double]) -> Measured = { Measured($0) }
  ) -> KernelCase {
    KernelCase(name: name) { inputs in
      let columns = try inputs.block(prefix, count, rows: rows).enumerated().map {
        CorrelationMatrix.Variable("\(prefix)\($0)", measure($1))
      }
      return {
        let matrix = try CorrelationMatrix(columns, .init(method: method))
        return [
          ("r01", matrix[0, 1]?.r ?? .nan), ("r_last", matrix[count - 2, count - 1]?.r ?? .nan),
        ]
      }
    }
  }
}

private func described(_ columns: [Describe]) -> [(String, Double)] {
  [
    ("mean0", columns[0].mean ?? .nan), ("std0", columns[0].standardDeviation ?? .nan),
    ("q25_0", columns[0].q1 ?? .nan), ("median7", columns[7].median ?? .nan),
  ]
}

private func halves(_ inputs: InputColumns) throws -> ([Double], [Double]) {
  let x = try inputs.column("c04")
  return (Array(x[..<500_000]), x[500_000...].map { $0 + 0.01 })
}

private func windowed(_ values: [Double]) -> [(String, Double)] {
  [("at167", values[167]), ("last", values[values.count - 1])]
}
