/// A zip archive whose files are stored as they are.
struct ZipArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = UInt32(truncatingIfNeeded: body.count)
    var head: [UInt8] = []
    // Version 1.0, no flags, stored, 1980-01-01 00:00.
    head += Self.bytes(UInt16(10)) + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
    head += Self.bytes(UInt16(0)) + Self.bytes(UInt16(0x21))
    head += Self.bytes(Self.checksum(content))
    head += Self.bytes(UInt32(truncatingIfNeeded: content.count))
    head += Self.bytes(UInt32(truncatingIfNeeded: content.count))
    head += Self.bytes(UInt16(truncatingIfNeeded: name.utf8.count)) + Self.bytes(UInt16(0))
    body += Self.bytes(UInt32(0x0403_4B50)) + head + Array(name.utf8) + content
    directory += Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(10)) + head
    // No remark, first disk, no attributes.
    directory += Self.bytes(UInt16(0)) + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
    directory += Self.bytes(UInt32(0)) + Self.bytes(offset) + Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    var end = Self.bytes(UInt32(0x0605_4B50)) + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
    end += Self.bytes(count) + Self.bytes(count)
    end += Self.bytes(UInt32(truncatingIfNeeded: directory.count))
    end += Self.bytes(UInt32(truncatingIfNeeded: body.count)) + Self.bytes(UInt16(0))
    return body + directory + end
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32, as zip and PNG have it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = (0..<256).map { (index: Int) -> UInt32 in
      (0..<8).reduce(UInt32(index)) { value, _ in
        value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
      }
    }
    return ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
