import Ledger
import Units

extension Delimiter {
  /// What people call what stands between two fields.
  public var label: Phrase {
    switch self {
    case .comma: Phrase(fr: "virgule « , »", en: "comma “,”")
    case .semicolon: Phrase(fr: "point-virgule « ; »", en: "semicolon “;”")
    case .tab: Phrase(fr: "tabulation", en: "tab")
    case .pipe: Phrase(fr: "barre « | »", en: "bar “|”")
    }
  }
}

extension TextEncoding {
  /// What people call how bytes spell text.
  public var label: Phrase {
    switch self {
    case .utf8: Phrase(fr: "UTF-8", en: "UTF-8")
    case .utf16LittleEndian: Phrase(fr: "UTF-16 (petit-boutiste)", en: "UTF-16 (little-endian)")
    case .utf16BigEndian: Phrase(fr: "UTF-16 (gros-boutiste)", en: "UTF-16 (big-endian)")
    case .latin1: Phrase(fr: "ISO 8859-1 (Latin 1)", en: "ISO 8859-1 (Latin 1)")
    case .latin9: Phrase(fr: "ISO 8859-15 (Latin 9)", en: "ISO 8859-15 (Latin 9)")
    case .windows1252: Phrase(fr: "Windows 1252", en: "Windows 1252")
    case .cp850: Phrase(fr: "CP850 (DOS)", en: "CP850 (DOS)")
    }
  }
}

extension DecimalMark {
  /// What people call the mark before the decimals.
  public var label: Phrase {
    switch self {
    case .point: Phrase(fr: "point : 1234.56", en: "point: 1234.56")
    case .comma: Phrase(fr: "virgule : 1234,56", en: "comma: 1234,56")
    }
  }
}

extension DateOrder {
  /// What people call the order of a date's parts.
  public var label: Phrase {
    switch self {
    case .yearFirst: Phrase(fr: "année, mois, jour", en: "year, month, day")
    case .dayFirst: Phrase(fr: "jour, mois, année", en: "day, month, year")
    case .monthFirst: Phrase(fr: "mois, jour, année", en: "month, day, year")
    }
  }
}

extension TableFormat {
  /// What people call what holds the table.
  public var label: Phrase {
    switch self {
    case .csv: Phrase(fr: "texte avec séparateurs", en: "text with delimiters")
    case .xlsx: Phrase(fr: "classeur Excel", en: "Excel workbook")
    case .parquet: Phrase(fr: "Parquet", en: "Parquet")
    case .jsonLines: Phrase(fr: "lignes JSON", en: "JSON lines")
    case .fec: Phrase(fr: "fichier des écritures comptables", en: "French accounting export (FEC)")
    case .eInvoice: Phrase(fr: "factures électroniques", en: "electronic invoices")
    }
  }
}

extension SourceKind {
  /// What people call such rows.
  public var label: Phrase { Phrase(fr: "\(words: name(in: .fr))", en: "\(words: name(in: .en))") }
}

/// What the stable code of a row's fault means, in few words.
public struct FaultLabel: Hashable, Sendable {
  /// The code, as a rejects file writes it.
  public let code: String

  /// Names a fault.
  public init(code: String) { self.code = code }

  /// The meaning; a code that is not known stands for itself.
  public var phrase: Phrase {
    switch code {
    case "tooManyFields": Phrase(fr: "champs en trop", en: "too many fields")
    case "tooFewFields": Phrase(fr: "champs manquants", en: "too few fields")
    case "unclosedQuote": Phrase(fr: "guillemet jamais fermé", en: "quote never closed")
    case "recordTooLong": Phrase(fr: "ligne démesurée", en: "line too long")
    case "invalidText": Phrase(fr: "caractères illisibles", en: "unreadable characters")
    case "nulByte": Phrase(fr: "octet nul", en: "zero byte")
    case "notADay": Phrase(fr: "pas une date", en: "not a date")
    case "dayOutOfRange": Phrase(fr: "date hors du possible", en: "date out of range")
    case "notANumber": Phrase(fr: "pas un nombre", en: "not a number")
    case "numberOutOfRange": Phrase(fr: "nombre hors du possible", en: "number out of range")
    case "notAFlag": Phrase(fr: "ni oui ni non", en: "neither yes nor no")
    case "unknownKind": Phrase(fr: "nature inconnue", en: "unknown kind")
    case "noAmount": Phrase(fr: "sans montant", en: "no amount")
    case "noRate": Phrase(fr: "devise sans cours", en: "currency without a rate")
    case "notAnObject": Phrase(fr: "pas un objet JSON", en: "not a JSON object")
    case "brokenXML": Phrase(fr: "XML incomplet ou mal formé", en: "XML incomplete or not well formed")
    case "documentType": Phrase(fr: "XML avec DOCTYPE, refusé", en: "XML with a DOCTYPE, refused")
    case "nestedTooDeep", "tooManyAttributes", "valueTooLong", "documentTooBig":
      Phrase(fr: "XML démesuré", en: "XML beyond reason")
    case "notAnInvoice": Phrase(fr: "XML qui n'est pas une facture", en: "XML that is no invoice")
    case "notAnInvoiceType": Phrase(fr: "document qui ne facture rien", en: "document that bills nothing")
    case "notAnEInvoice": Phrase(fr: "ni XML, ni PDF, ni zip", en: "neither XML, nor PDF, nor zip")
    case "purchaseInvoice": Phrase(fr: "facture d'achat", en: "invoice received")
    case "othersInvoice": Phrase(fr: "facture d'une autre entreprise", en: "another company's invoice")
    case "noEmbeddedInvoice": Phrase(fr: "PDF sans facture électronique", en: "PDF without an electronic invoice")
    case "unreadablePDF": Phrase(fr: "PDF illisible", en: "unreadable PDF")
    case "damagedArchive": Phrase(fr: "archive zip endommagée", en: "damaged zip archive")
    case "archiveInArchive": Phrase(fr: "archive dans une archive", en: "archive in an archive")
    case "encryptedEntry": Phrase(fr: "fichier chiffré", en: "encrypted file")
    case "tooManyEntries", "archiveBomb": Phrase(fr: "archive démesurée", en: "archive beyond reason")
    case "unreadableFile": Phrase(fr: "fichier illisible", en: "unreadable file")
    case "noAccount": Phrase(fr: "sans numéro de compte", en: "no account number")
    case _ where code.hasPrefix("programMissing"):
      Phrase(fr: "programme à installer pour les PDF", en: "program to be installed for PDF")
    case _ where code.hasPrefix("programTooSlow"): Phrase(fr: "PDF trop long à lire", en: "PDF takes too long to read")
    case _ where code.hasPrefix("missing"): Phrase(fr: "valeur manquante", en: "missing value")
    default: Phrase(name: code)
    }
  }
}
