import Cairo
import Database
import DatabaseFiles
import Dates
import Drawing
import Glibc
import Pipeline

extension Surroundings {
  /// The outside world as it is; `Databases` names the databases, Cairo measures text.
  static func live(isQuiet: Bool = false) -> Surroundings {
    let measuring = PangoMeasuring()
    let folders = FolderCache()
    return Surroundings(
      environment: { name in getenv(name).map { String(cString: $0) } },
      clock: {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
      },
      today: { reportDay() },
      connect: { url, options throws(DatabaseError) in
        try await Databases.connect(url, options, folders: folders)
      },
      measuring: measuring,
      png: { scene in try? PNGExporter(measuring: measuring).bytes(of: scene) },
      progress: { line in
        if !isQuiet, Terminal.isWatched { Terminal.write(line, toErrors: true) }
      })
  }

  /// The day of `SOURCE_DATE_EPOCH`, or today in UTC.
  private static func reportDay() -> CivilDate {
    let given = getenv("SOURCE_DATE_EPOCH").flatMap { Int64(String(cString: $0)) }
    let seconds = given ?? Int64(time(nil))
    return Timestamp(microseconds: seconds.multipliedReportingOverflow(by: 1_000_000).partialValue)
      .date
  }
}
