import Ledger
import Units

extension RowFault.Reason {
  /// A stable name for programs.
  public var code: String {
    switch self {
    case .tooManyFields: "tooManyFields"
    case .tooFewFields: "tooFewFields"
    case .unclosedQuote: "unclosedQuote"
    case .recordTooLong: "recordTooLong"
    case .invalidText: "invalidText"
    case .nulByte: "nulByte"
    case .missing(let field): "missing.\(field.rawValue)"
    case .notADay: "notADay"
    case .dayOutOfRange: "dayOutOfRange"
    case .notANumber: "notANumber"
    case .numberOutOfRange: "numberOutOfRange"
    case .notAFlag: "notAFlag"
    case .unknownKind: "unknownKind"
    case .noAmount: "noAmount"
    case .noRate: "noRate"
    case .notAnObject: "notAnObject"
    case .noAccount: "noAccount"
    }
  }

  /// One sentence for the person.
  public func sentence(in language: Language) -> String {
    switch language {
    case .fr: french
    case .en: english
    }
  }

  private var french: String {
    switch self {
    case .tooManyFields(let found, let expected): "La ligne a \(found) champs au lieu de \(expected)."
    case .tooFewFields(let found, let expected): "La ligne n'a que \(found) champs au lieu de \(expected)."
    case .unclosedQuote: "Un guillemet ouvert n’est pas fermé."
    case .recordTooLong(let limit): "La ligne dépasse \(limit / 1024) Kio."
    case .invalidText: "Des caractères sont illisibles dans l’encodage du fichier."
    case .nulByte: "La ligne contient un octet nul."
    case .missing(let field): "Il manque la valeur de \(field.rawValue)."
    case .notADay(let value): "« \(value) » n’est pas un jour du calendrier."
    case .dayOutOfRange(let value): "« \(value) » n’est pas entre 1900 et 2100."
    case .notANumber(let value): "« \(value) » n’est pas un nombre sûr."
    case .numberOutOfRange(let value): "« \(value) » sort des bornes permises."
    case .notAFlag(let value): "« \(value) » n’est ni oui ni non."
    case .unknownKind(let value): "« \(value) » n’est pas une nature connue."
    case .noAmount: "La ligne n'a ni montant ni prix unitaire."
    case .noRate(let currency): "Le cours de « \(currency) » n’est pas dans les règles de l’entreprise."
    case .notAnObject: "Cette ligne n'est pas un objet JSON."
    case .noAccount: "La ligne n’a pas de numéro de compte."
    }
  }

  private var english: String {
    switch self {
    case .tooManyFields(let found, let expected): "The row has \(found) fields instead of \(expected)."
    case .tooFewFields(let found, let expected): "The row has only \(found) fields instead of \(expected)."
    case .unclosedQuote: "A quote is opened and never closed."
    case .recordTooLong(let limit): "The row is longer than \(limit / 1024) KiB."
    case .invalidText: "Some characters cannot be read in the file's encoding."
    case .nulByte: "The row holds a zero byte."
    case .missing(let field): "The value of \(field.rawValue) is missing."
    case .notADay(let value): "“\(value)” is not a day of the calendar."
    case .dayOutOfRange(let value): "“\(value)” is not between 1900 and 2100."
    case .notANumber(let value): "“\(value)” is not a number beyond doubt."
    case .numberOutOfRange(let value): "“\(value)” is beyond the bounds."
    case .notAFlag(let value): "“\(value)” is neither yes nor no."
    case .unknownKind(let value): "“\(value)” is not a known kind."
    case .noAmount: "The row has neither an amount nor a unit price."
    case .noRate(let currency): "The company's rules give no rate for “\(currency)”."
    case .notAnObject: "This line is not a JSON object."
    case .noAccount: "The line has no account number."
    }
  }
}
