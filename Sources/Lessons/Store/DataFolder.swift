import Glibc

/// Where nabla keeps what it must remember, by the rules of the XDG base directories.
public enum DataFolder {
  /// The folder for these surroundings.
  ///
  /// - Parameters:
  ///   - environment: a variable's value by its name.
  ///   - home: the home folder the system has for the user.
  /// - Returns: A path; nil where there is no home at all.
  public static func path(
    environment: (String) -> String?, home: () -> String? = systemHome
  ) -> String? {
    // A relative XDG_DATA_HOME is to be ignored, says the specification.
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/nabla" }
    if let own = environment("HOME"), own.hasPrefix("/") { return own + "/.local/share/nabla" }
    return home().map { $0 + "/.local/share/nabla" }
  }

  /// The folder for this process.
  public static func path() -> String? {
    path { name in getenv(name).map { String(cString: $0) } }
  }

  /// The user's home in the system's list of users.
  public static func systemHome() -> String? {
    guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return nil }
    let path = String(cString: folder)
    return path.hasPrefix("/") ? path : nil
  }

  /// Makes a folder and those above it, for the user alone; an errno where it can not.
  static func make(_ path: String) -> Int32? {
    if isFolder(path) { return nil }
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EROFS || !isFolder(made) {
        let failure = errno
        if !isFolder(made) { return failure }
      }
    }
    return isFolder(path) ? nil : ENOTDIR
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// The clock on the wall.
public enum WallClock {
  /// Seconds since 1970.
  public static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The seconds by which the clock of the surroundings is ahead of Greenwich's.
  public static func offset() -> Double {
    var time = time_t(now())
    var local = tm()
    guard localtime_r(&time, &local) != nil else { return 0 }
    return Double(local.tm_gmtoff)
  }

  /// A seed that was not there before.
  public static func seed() -> UInt64 { UInt64(max(0, now() * 1000)) % 1_000_000 }
}
