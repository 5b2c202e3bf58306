/// The methods of strings: looking for something, and taking apart.
enum TextMethods {
  static let search: [Builtin] = [
    Builtin("find", "self, sub, start=0, end=None, /", "Where a part first stands, or -1.") {
      call in
      .int(try place(call, fromEnd: false) ?? -1)
    },
    Builtin("rfind", "self, sub, start=0, end=None, /", "Where a part last stands, or -1.") {
      call in
      .int(try place(call, fromEnd: true) ?? -1)
    },
    Builtin("index", "self, sub, start=0, end=None, /", "Where a part first stands.") { call in
      guard let place = try place(call, fromEnd: false) else {
        throw PythonError.value("substring not found")
      }
      return .int(place)
    },
    Builtin("count", "self, sub, /", "How often a part stands in it.") { call in
      let (text, part) = (try call.string("self"), try call.string("sub"))
      return .int(
        part.isEmpty ? text.unicodeScalars.count + 1 : TextSearch.split(text, at: part).count - 1)
    },
    Builtin("startswith", "self, prefix, /", "Whether it begins so.") { call in
      .bool(try affix(call, "prefix") { $0.starts(with: $1) })
    },
    Builtin("endswith", "self, suffix, /", "Whether it ends so.") { call in
      .bool(try affix(call, "suffix") { $0.reversed().starts(with: $1.reversed()) })
    },
    Builtin("removeprefix", "self, prefix, /", "Without what it begins with.") { call in
      let (text, part) = (
        Array(try call.string("self").utf8), Array(try call.string("prefix").utf8)
      )
      return .string(
        String(decoding: text.starts(with: part) ? text[part.count...] : text[...], as: UTF8.self))
    },
    Builtin("removesuffix", "self, suffix, /", "Without what it ends with.") { call in
      let (text, part) = (
        Array(try call.string("self").utf8), Array(try call.string("suffix").utf8)
      )
      let ends = text.reversed().starts(with: part.reversed())
      return .string(String(decoding: ends ? text.dropLast(part.count) : text[...], as: UTF8.self))
    },
    Builtin("replace", "self, old, new, count=-1, /", "With one part in the place of another.") {
      call in
      let (text, old, new) = (
        try call.string("self"), try call.string("old"), try call.string("new")
      )
      let cuts = try call.int("count")
      let pieces =
        old.isEmpty
        ? [""] + text.unicodeScalars.map { String($0) } + [""]
        : TextSearch.split(text, at: old, cuts: cuts)
      try call.interpreter.charge(bytes: text.utf8.count + new.utf8.count * pieces.count)
      return .string(pieces.joined(separator: new))
    },
  ]

  private static func place(_ call: Call, fromEnd: Bool) throws -> Int? {
    let scalars = Array(try call.string("self").unicodeScalars)
    let bounds = SliceObject(start: call["start"], stop: call["end"], step: .null)
    let (start, stop, _) = try bounds.places(of: scalars.count)
    let part = Array(try call.string("sub").unicodeScalars)
    guard stop - start >= part.count else { return nil }
    let places = Array(start...(stop - part.count))
    let matches = { (place: Int) in scalars[place..<(place + part.count)].elementsEqual(part) }
    return fromEnd ? places.last(where: matches) : places.first(where: matches)
  }

  private static func affix(
    _ call: Call, _ name: String, _ matches: ([UInt8], [UInt8]) -> Bool
  ) throws -> Bool {
    let text = Array(try call.string("self").utf8)
    if case .tuple(let tuple) = call[name] {
      return tuple.items.contains {
        if case .string(let part) = $0 { matches(text, Array(part.utf8)) } else { false }
      }
    }
    return matches(text, Array(try call.string(name).utf8))
  }

  static let parts: [Builtin] = [
    Builtin("split", "self, sep=None, maxsplit=-1", "The words, or the pieces between separators.")
    { call in
      try pieces(call, fromEnd: false)
    },
    Builtin("rsplit", "self, sep=None, maxsplit=-1", "The pieces, cut from the end.") { call in
      try pieces(call, fromEnd: true)
    },
    Builtin("splitlines", "self, keepends=False", "The lines.") { call in
      var lines = TextSearch.split(try call.string("self"), at: "\n")
      let endsWithBreak = lines.last == ""
      if endsWithBreak { lines.removeLast() }
      if try call.bool("keepends") {
        for index in lines.indices where index < lines.count - 1 || endsWithBreak {
          lines[index] += "\n"
        }
      }
      return .list(of: lines.map { .string($0) })
    },
    Builtin("partition", "self, sep, /", "Before, the separator, and after.") { call in
      let (text, sep) = (try call.string("self"), try call.string("sep"))
      let pieces = TextSearch.split(text, at: sep, cuts: 1)
      return .tuple(
        of: (pieces.count == 2 ? [pieces[0], sep, pieces[1]] : [text, "", ""]).map { .string($0) })
    },
    Builtin("join", "self, iterable, /", "The texts of a list with this between them.") { call in
      var texts: [String] = []
      for (place, item) in try call.interpreter.items(of: call[1]).enumerated() {
        guard case .string(let text) = item else {
          throw PythonError.type(
            "sequence item \(place): expected str instance, \(call.interpreter.typeName(of: item)) found"
          )
        }
        texts.append(text)
      }
      try call.interpreter.charge(bytes: texts.reduce(0) { $0 + $1.utf8.count })
      return .string(texts.joined(separator: try call.string("self")))
    },
    Builtin("format", "self, /, *args, **kwargs", "With values in the place of its fields.") {
      call in
      .string(try call.interpreter.formatFields(call))
    },
  ]

  private static func pieces(_ call: Call, fromEnd: Bool) throws -> Value {
    let text = try call.string("self")
    let cuts = try call.int("maxsplit")
    guard call["sep"].isNone else {
      let sep = try call.string("sep")
      if sep.isEmpty { throw PythonError.value("empty separator") }
      let pieces =
        fromEnd
        ? TextSearch.splitFromEnd(text, at: sep, cuts: cuts)
        : TextSearch.split(text, at: sep, cuts: cuts)
      return .list(of: pieces.map { .string($0) })
    }
    var words: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while true {
      rest = rest.drop { $0.properties.isWhitespace }
      if rest.isEmpty { break }
      if cuts >= 0 && words.count == cuts && !fromEnd {
        words.append(strip(String(String.UnicodeScalarView(rest)), atStart: false))
        break
      }
      let word = rest.prefix { !$0.properties.isWhitespace }
      words.append(String(String.UnicodeScalarView(word)))
      rest = rest.dropFirst(word.count)
    }
    return .list(of: words.map { .string($0) })
  }
}
