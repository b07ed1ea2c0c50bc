import Ledger
import Units

/// A file that was brought, as it seems to be before anything is kept of it.
public struct BroughtFile: Equatable, Sendable {
  /// The file's name.
  public let name: String
  /// Its size in bytes.
  public let size: Int
  /// What a person said of its reading.
  public let choice: ReadingChoice
  /// What was made out.
  public let content: Content

  /// What was made out.
  public enum Content: Equatable, Sendable {
    /// A table: how it is read, what there is to know of it, and its first rows in the ledger's own writing.
    case table(TableReading, notes: [String], firstRows: [[String?]])
    /// Rows that an earlier import set aside, mended.
    case mendedRejects
    /// Nothing that can be read as it is.
    case unreadable(Unreadable)
  }

  /// Why a file cannot be read as it is, and what is known of it all the same.
  public struct Unreadable: Equatable, Sendable {
    let sentence: String
    let headers: [String]
    let kind: SourceKind?
    let format: TableFormat?
    /// Whether no other reading will help.
    let isHopeless: Bool
    /// Says why.
    public init(
      _ sentence: String, headers: [String] = [], kind: SourceKind? = nil, format: TableFormat? = nil,
      isHopeless: Bool = false
    ) {
      self.sentence = sentence
      self.headers = headers
      self.kind = kind
      self.format = format
      self.isHopeless = isHopeless
    }
  }

  /// Makes a file.
  public init(name: String, size: Int, choice: ReadingChoice, content: Content) {
    self.name = name
    self.size = size
    self.choice = choice
    self.content = content
  }

  /// Whether the file can be imported as it stands, or is left out.
  public var isReady: Bool {
    if choice.isLeftOut { return true }
    if case .unreadable = content { return false }
    return true
  }
}

/// A brought file's part of the page: what it seems to be, and everything about its reading that a person can change.
struct BroughtFileSection: Equatable {
  let id: String
  let title: [Inline]
  let how: [Inline]
  /// Why it cannot be read as it is.
  let fault: [Inline]
  let settings: [FormModel.Field]
  let columns: [FormModel.Field]
  let notes: [[Inline]]
  let preview: TableModel?
  private let columnsTitle: String

  init(_ file: BroughtFile, place: Int, isAlone: Bool, context: PageContext) {
    let voice = context.voice
    id = "file-\(place)"
    columnsTitle = context.say(
      Phrase(fr: "Quelle colonne donne quoi", en: "Which column gives what"))
    let name = Phrase(name: cut(file.name, 120))
    var settings = Settings(place: place, choice: file.choice, context: context)
    switch file.content {
    case .table(let reading, let notes, let rows):
      title = voice.inline(
        name + Phrase(fr: " : ", en: ": ") + (reading.format.isTable ? reading.kind.label : reading.format.label))
      how = voice.inline(reading.format.label + Phrase(fr: ", ", en: ", ")) + [.text(voice.size(file.size))]
      fault = []
      settings.add(reading: reading, format: reading.format)
      columns =
        reading.format.isTable ? settings.columns(reading.kind, headers: reading.headers, read: reading) : []
      self.notes = notes.map { [.text($0)] }
      preview = BroughtFileSection.preview(reading, rows, id: "rows-\(place)", context: context)
    case .mendedRejects:
      title = voice.inline(name + Phrase(fr: " : rejets corrigés", en: ": mended rejects"))
      how = [.text(voice.size(file.size))]
      fault = []
      columns = []
      notes = [
        voice.inline(
          Phrase(
            fr: "Ces lignes avaient été mises de côté ; elles sont lues comme celles de l'import qu'elles complètent.",
            en: "These rows had been set aside; they are read like those of the import they complete."))
      ]
      preview = nil
    case .unreadable(let known):
      title = voice.inline(name + Phrase(fr: " ne peut pas être lu ainsi", en: " cannot be read like this"))
      how = [.text(voice.size(file.size))]
      fault =
        [.text(known.sentence)]
        + (known.headers.isEmpty
          ? []
          : voice.inline(
            Phrase(
              fr: " Choisissez ci-dessous ce que contient le fichier et quelle colonne donne quoi.",
              en: " Choose below what the file holds and which column gives what.")))
      // What a person forced can be the very fault: it can always be taken back.
      if !known.isHopeless || !file.choice.isEmpty { settings.add(reading: nil, format: known.format) }
      columns =
        known.headers.isEmpty
        ? [] : settings.columns(file.choice.kind ?? known.kind ?? .sales, headers: known.headers, read: nil)
      notes = []
      preview = nil
    }
    if !isAlone { settings.addLeaveOut() }
    self.settings = settings.fields
  }

  var markup: Markup {
    .element(.section, [.id: id, .class: "panel", .ariaLabelledby: id + "-title"]) {
      Markup.element(.h2, [.id: id + "-title"]) { title.markup }
      Markup.element(.p, "how") { how.markup }
      if !fault.isEmpty { Markup.element(.p, [.class: "warning", .role: "alert"]) { fault.markup } }
      preview?.markup ?? .nothing
      Panel.Part.notes(notes).markup
      if !settings.isEmpty { Markup.element(.div, "fields") { settings.map(\.markup) } }
      if !columns.isEmpty {
        Markup.element(.h3) { columnsTitle }
        Markup.element(.div, "fields") { columns.map(\.markup) }
      }
    }
  }

  private static func preview(
    _ reading: TableReading, _ rows: [[String?]], id: String, context: PageContext
  ) -> TableModel {
    let (voice, kind) = (context.voice, reading.kind)
    let stored = kind.stored(mapping: Set(reading.columns.map(\.field)))
    let places = kind.fields.indices.filter { stored.contains(kind.fields[$0]) }
    return TableModel(
      id: id,
      caption: context.say(
        Phrase(fr: "Les premières lignes, telles qu'elles seront lues", en: "The first rows, as they will be read")),
      columns: places.map { place in
        let field = kind.fields[place]
        return TableModel.Column(
          context.say(field.label(in: kind)), isNumeric: kind.storage(of: field)?.isNumeric ?? false, width: 10)
      },
      rows: rows.map { row in
        places.map { place in
          guard row.indices.contains(place), let text = row[place] else { return [] }
          return voice.inline(stored: text, as: kind.storage(of: kind.fields[place]) ?? .text)
        }
      },
      nothing: context.say(
        Phrase(
          fr: "Aucune ligne du début du fichier ne peut être lue ainsi.",
          en: "No row of the file's beginning can be read like this.")))
  }
}

/// The questions about one file's reading.
private struct Settings {
  let place: Int
  let choice: ReadingChoice
  let context: PageContext
  var fields: [FormModel.Field] = []

  init(place: Int, choice: ReadingChoice, context: PageContext) {
    self.place = place
    self.choice = choice
    self.context = context
  }

  private func name(_ key: String) -> String { "\(place).\(key)" }

  private mutating func ask<Value>(
    _ key: String, _ label: Phrase, _ chosen: String?, found: Value?, _ values: [Value], code: (Value) -> String,
    words: (Value) -> Phrase
  ) {
    let automatic =
      found.map { Phrase(fr: "automatique : ", en: "automatic: ") + words($0) }
      ?? Phrase(fr: "automatique", en: "automatic")
    fields.append(
      FormModel.Field(
        name(key), context.say(label),
        .choice(
          value: chosen ?? "",
          options: [FormModel.Field.Option("", context.say(automatic))]
            + values.map { FormModel.Field.Option(code($0), context.say(words($0))) })))
  }

  /// The questions that suit a file, with what was found where nothing is chosen.
  mutating func add(reading: TableReading?, format: TableFormat?) {
    // Accounts and invoices say themselves what they hold; only how a text file spells it can be mistaken.
    if let format, !format.isTable {
      if format == .fec { askEncoding(reading) }
      return
    }
    ask(
      "kind", Phrase(fr: "Contenu", en: "Content"), choice.kind?.rawValue, found: reading?.kind, SourceKind.allCases,
      code: \.rawValue, words: \.label)
    if format ?? .csv == .csv {
      ask(
        "delimiter", Phrase(fr: "Séparateur", en: "Delimiter"), choice.delimiter?.code, found: reading?.delimiter,
        Delimiter.allCases, code: \.code, words: \.label)
      askEncoding(reading)
    }
    if format == .xlsx || !choice.sheet.isEmpty {
      fields.append(
        FormModel.Field(
          name("sheet"), context.say(Phrase(fr: "Feuille", en: "Sheet")),
          .text(value: choice.sheet, placeholder: context.say(Phrase(fr: "la première", en: "the first")))))
    }
    ask(
      "decimals", Phrase(fr: "Décimales", en: "Decimals"), choice.decimalMark?.code, found: reading?.decimalMark,
      DecimalMark.allCases, code: \.code, words: \.label)
    ask(
      "dates", Phrase(fr: "Ordre des dates", en: "Order of dates"), choice.dateOrder?.rawValue,
      found: reading?.dateOrder, DateOrder.allCases, code: \.rawValue, words: \.label)
  }

  private mutating func askEncoding(_ reading: TableReading?) {
    ask(
      "encoding", Phrase(fr: "Encodage", en: "Encoding"), choice.encoding?.rawValue, found: reading?.encoding,
      TextEncoding.allCases, code: \.rawValue, words: \.label)
  }

  /// Among several files, one can be left out.
  mutating func addLeaveOut() {
    fields.append(
      FormModel.Field(
        name("out"), context.say(Phrase(fr: "Ne pas importer ce fichier", en: "Do not import this file")),
        .flag(choice.isLeftOut)))
  }

  /// For each field of a kind, the columns that can give it.
  func columns(_ kind: SourceKind, headers: [String], read: TableReading?) -> [FormModel.Field] {
    let choices = headers.indices.prefix(Settings.columnLimit).map { column in
      FormModel.Field.Option(
        Settings.reference(headers, column),
        headers[column].isEmpty
          ? context.say(Phrase(fr: "colonne \(column + 1)", en: "column \(column + 1)")) : cut(headers[column], 80))
    }
    return kind.fields.filter { $0 != .nature || kind != .sales }.map { field in
      let forced = choice.columns[field]
      let found = forced == nil ? read?.header(of: field) : nil
      let automatic =
        found.map { Phrase(fr: "automatique : \(name: cut($0, 80))", en: "automatic: \(name: cut($0, 80))") }
        ?? (read == nil || forced != nil
          ? Phrase(fr: "automatique", en: "automatic")
          : Phrase(fr: "automatique : aucune", en: "automatic: none"))
      let others = [
        FormModel.Field.Option(ReadingChoice.unread, context.say(Phrase(fr: "ne pas lire", en: "do not read")))
      ]
      // What an address forces may be no single column of the file, such as two joined: it stands as it is.
      let own =
        forced.flatMap { forced in
          (others + choices).contains { $0.value == forced } ? nil : [FormModel.Field.Option(forced, cut(forced, 80))]
        } ?? []
      return FormModel.Field(
        name("map.\(field.rawValue)"), context.say(field.label(in: kind)),
        .choice(
          value: forced ?? "", options: [FormModel.Field.Option("", context.say(automatic))] + others + own + choices))
    }
  }

  /// Columns a list shows; a file with more is mapped by its headers alone.
  private static let columnLimit = 200

  /// How a column is named beyond doubt: by its header, or by its place where that is no name of its own.
  private static func reference(_ headers: [String], _ column: Int) -> String {
    let header = headers[column]
    let isUnique = headers.count { $0 == header } == 1
    return isUnique && !header.isEmpty && header != ReadingChoice.unread ? header : String(column + 1)
  }
}

extension FieldStorage {
  fileprivate var isNumeric: Bool {
    switch self {
    case .cents, .millionths, .whole: true
    case .text, .day, .flag: false
    }
  }
}

extension Voice {
  /// A value as the ledger writes it, for people.
  fileprivate func inline(stored text: String, as storage: FieldStorage) -> [Inline] {
    switch storage {
    case .text: return [.name(cut(text, 60))]
    case .day: return [.text(Day(iso: text).map(shortDay) ?? text)]
    case .cents: return [.text(Int64(text).map { euros(Cents($0), cents: true) } ?? text)]
    case .millionths: return [.text(Int64(text).map(millionths) ?? text)]
    case .whole: return [.text(Int(text).map(integer) ?? text)]
    case .flag:
      return [.text((text == "true" ? Phrase(fr: "oui", en: "yes") : Phrase(fr: "non", en: "no")).text(in: self))]
    }
  }

  /// A number of millionths with the decimals it has.
  private func millionths(_ number: Int64) -> String {
    var (digits, rest) = (0, number.magnitude % 1_000_000)
    while rest != 0 {
      digits += 1
      rest = rest * 10 % 1_000_000
    }
    return self.number(Double(number) / 1_000_000, digits: digits)
  }

  /// A size in bytes: `812 o`, `3,4 Mo`.
  func size(_ bytes: Int) -> String {
    let unit = language(fr: "o", en: "B")
    switch bytes {
    case ..<1000: return integer(bytes) + Mark.noBreak + unit
    case ..<1_000_000: return number(Double(bytes) / 1000, digits: 0) + Mark.noBreak + "k" + unit
    case ..<1_000_000_000: return number(Double(bytes) / 1_000_000, digits: 1) + Mark.noBreak + "M" + unit
    default: return number(Double(bytes) / 1_000_000_000, digits: 1) + Mark.noBreak + "G" + unit
    }
  }
}
