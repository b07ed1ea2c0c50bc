/// A column of a French accounting export (fichier des écritures comptables); the raw value is its official name.
///
/// Source: article A47 A-1 of the Livre des procédures fiscales.
public enum FECColumn: String, CaseIterable, Sendable, Codable {
  case journalCode = "JournalCode"
  case journalLib = "JournalLib"
  case ecritureNum = "EcritureNum"
  case ecritureDate = "EcritureDate"
  case compteNum = "CompteNum"
  case compteLib = "CompteLib"
  case compAuxNum = "CompAuxNum"
  case compAuxLib = "CompAuxLib"
  case pieceRef = "PieceRef"
  case pieceDate = "PieceDate"
  case ecritureLib = "EcritureLib"
  case debit = "Debit"
  case credit = "Credit"
  /// With `sens`, in the place of `debit` and `credit`.
  case montant = "Montant"
  case sens = "Sens"
  case ecritureLet = "EcritureLet"
  case dateLet = "DateLet"
  case validDate = "ValidDate"
  case montantdevise = "Montantdevise"
  case idevise = "Idevise"
  // The four columns of cash accounting.
  case dateRglt = "DateRglt"
  case modeRglt = "ModeRglt"
  case natOp = "NatOp"
  case idClient = "IdClient"
}

extension FECColumn {
  /// The column a header names, whatever its case, accents, spaces and underscores; nothing for any other header.
  init?(header: String) {
    let name = foldedWords(header).joined()
      .replacing("libelle", with: "lib").replacing("lettrage", with: "let")
    guard let column = Self.byName[name] else { return nil }
    self = column
  }

  private static let byName: [String: FECColumn] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

  /// Whether no other table has a column of that name.
  var isPeculiar: Bool {
    switch self {
    case .debit, .credit, .montant, .sens, .idClient, .natOp, .idevise, .montantdevise: false
    default: true
    }
  }
}
