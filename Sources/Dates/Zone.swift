import CGLib

/// A time zone of the IANA database, by which moments fall on local days and hours.
///
/// It reads the machine's zone files, so that its rules are as new as they are.
package final class Zone: Sendable {
  /// The IANA name, such as `Europe/Berlin`.
  package let name: String
  // GTimeZone is immutable once made and counts its references atomically, so that any thread may
  // ask it.
  private nonisolated(unsafe) let zone: OpaquePointer

  /// The zone of an IANA name; nil where the machine knows none of it.
  package init?(_ name: String) {
    // GLib also reads offsets such as `+02`, which know no summer time and are no names.
    guard name.first?.isLetter == true, let zone = g_time_zone_new_identifier(name) else {
      return nil
    }
    (self.name, self.zone) = (name, zone)
  }

  deinit { g_time_zone_unref(zone) }

  /// How many seconds local time is ahead of UTC at a moment, in seconds since 1970.
  package func offset(at seconds: Int64) -> Int64 {
    let interval = g_time_zone_find_interval(zone, G_TIME_TYPE_UNIVERSAL, gint64(seconds))
    return Int64(g_time_zone_get_offset(zone, interval))
  }

  /// The first moment that local clocks show a time, given as if it were UTC.
  ///
  /// Of an hour that is there twice this is the first; of a time that is skipped, the moment of the
  /// leap when the time is its very begin, else as long after the leap as the time is after its
  /// begin.
  package func moment(atLocal seconds: Int64) -> Int64 {
    let before = offset(at: seconds - 86_400)
    let after = offset(at: seconds + 86_400)
    let found = [before, after].map { seconds - $0 }.filter { $0 + offset(at: $0) == seconds }
    return found.min() ?? seconds - before
  }

  /// A moment as local clocks show it.
  package func local(_ moment: Timestamp) -> Timestamp {
    let seconds = moment.microseconds / 1_000_000 - (moment.microseconds % 1_000_000 < 0 ? 1 : 0)
    return Timestamp(microseconds: moment.microseconds + offset(at: seconds) * 1_000_000)
  }
}

extension Zone: Hashable {
  package static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
