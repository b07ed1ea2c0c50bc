import Ledger
import Portfolio
import Units

/// A customer's record: every value with where it comes from, and a form that corrects one.
public struct RecordPage: Equatable, Sendable {
  /// How complete it is.
  public let title: [Inline]
  /// What is known.
  public let table: TableModel
  /// What writes a value, and what takes one back.
  public let forms: [FormModel]
  private let back: [Inline]
  private let id: ID<Customer>

  /// Where the form is sent.
  public static func target(_ id: ID<Customer>) -> Address { .action(Address.record(id).path) }

  /// Makes the page.
  /// - Parameters:
  ///   - field: the field that the form begins with; the first that is missing where none is told.
  ///   - refused: what a person typed into it just now that cannot be taken, and why.
  public init(
    _ sheet: CustomerSheet, field: Field?, refused: (typed: String, sentence: String)? = nil, context: PageContext
  ) {
    let voice = context.voice
    id = sheet.id
    let section = sheet.recordSection
    title = voice.inline(
      Phrase(fr: "« \(name: cut(sheet.name, 80)) » : ", en: "“\(name: cut(sheet.name, 80))”: ") + section.title)
    table = TableModel(section.grid, id: "record-table", caption: section.title.text(in: voice), context: context) {
      _, _ in nil
    }
    back = [.link(context.link(.customer(sheet.id)), [.text("← "), .name(cut(sheet.name, 80))])]
    let fields = SourceKind.customers.fields.filter { $0 != .customer }
    let chosen = field ?? sheet.quality.missing.first ?? .name
    let known = sheet.record.first { $0.field == chosen }
    let options = { (fields: [Field]) in
      fields.map { FormModel.Field.Option($0.rawValue, context.say($0.tag.label)) }
    }
    let write = FormModel(
      action: Link(RecordPage.target(sheet.id)), method: .post,
      fields: [
        FormModel.Field(
          "field", context.say(Phrase(fr: "Champ", en: "Field")),
          .choice(value: chosen.rawValue, options: options(fields))),
        FormModel.Field(
          "value", context.say(Phrase(fr: "Valeur", en: "Value")),
          .text(value: refused?.typed ?? known.map { chosen.typed($0.fact.value) } ?? "", placeholder: ""),
          help: voice.inline(
            Phrase(
              fr: "Vide : il n'y en a pas. Votre parole passe avant celle des fichiers.",
              en: "Empty: there is none. Your word counts before that of files.")),
          problem: refused.map { [.text($0.sentence)] } ?? []),
      ],
      buttons: [
        FormModel.Button(
          context.say(Phrase(fr: "Écrire dans la fiche", en: "Write into the record")), name: "do", value: "set")
      ], token: context.token)
    let written = sheet.record.filter { if case .written = $0.fact.origin { true } else { false } }.map(\.field)
    let takeBack =
      written.isEmpty
      ? []
      : [
        FormModel(
          action: Link(RecordPage.target(sheet.id)), method: .post,
          fields: [
            FormModel.Field(
              "taken", context.say(Phrase(fr: "Saisie à reprendre", en: "Entry to take back")),
              .choice(value: written[0].rawValue, options: options(written)))
          ],
          buttons: [
            FormModel.Button(
              context.say(Phrase(fr: "Rendre la parole aux fichiers", en: "Let files speak again")), name: "do",
              value: "unset", isQuiet: true)
          ], token: context.token)
      ]
    forms = [write] + takeBack
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, table.markup,
      .element(.div, "panels") { forms.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .record(id), title: title.plain, content: content)
  }
}

extension Field {
  /// A value as a person would type it: money in whole units, not in cents.
  fileprivate func typed(_ value: String) -> String {
    guard SourceKind.customers.storage(of: self) == .cents, let cents = Int64(value) else { return value }
    let rest = cents % 100
    return String(cents / 100) + (rest == 0 ? "" : "." + padded(Int(rest.magnitude), 2))
  }
}
