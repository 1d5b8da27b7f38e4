import CPangoCairo

/// A thread's turn to use fonts: one thread of the process has it at a time.
///
/// FreeType wants a lock around opening and closing a font file (`FT_New_Face`, `FT_Done_Face`) where
/// threads share a library (its documentation of `FT_Library`). Cairo 1.16 shares one, and opens files
/// after it has let go of its own lock (`_cairo_ft_unscaled_font_lock_face` in cairo-ft-font.c), at
/// moments that nobody sees: it keeps no more than ten open, so that setting, measuring and painting
/// a text, the end of a page and the last use of a font may all open or close one. Each of them takes
/// a turn; the other marks of a scene and what is made of finished pixels need none.
enum FontTurn {
  /// Does something with fonts while no other thread does.
  ///
  /// A thread that has the turn may take it again, as it does where the last use of a font ends
  /// within.
  static func take<Result: ~Copyable, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    g_rec_mutex_lock(lock)
    defer { g_rec_mutex_unlock(lock) }
    return try work()
  }

  /// The lock itself, one for the process as is the library that it guards; GLib says which thread
  /// has it, so that all threads may know its place.
  nonisolated(unsafe) private static let lock = {
    let place = UnsafeMutablePointer<GRecMutex>.allocate(capacity: 1)
    g_rec_mutex_init(place)
    return place
  }()
}
