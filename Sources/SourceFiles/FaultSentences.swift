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
    case .brokenXML: "brokenXML"
    case .documentType: "documentType"
    case .nestedTooDeep: "nestedTooDeep"
    case .tooManyAttributes: "tooManyAttributes"
    case .valueTooLong: "valueTooLong"
    case .documentTooBig: "documentTooBig"
    case .notAnInvoice: "notAnInvoice"
    case .notAnInvoiceType: "notAnInvoiceType"
    case .notAnEInvoice: "notAnEInvoice"
    case .noEmbeddedInvoice: "noEmbeddedInvoice"
    case .purchaseInvoice: "purchaseInvoice"
    case .othersInvoice: "othersInvoice"
    case .unreadablePDF: "unreadablePDF"
    case .programMissing(let name): "programMissing.\(name)"
    case .programTooSlow(let name, _): "programTooSlow.\(name)"
    case .damagedArchive: "damagedArchive"
    case .archiveInArchive: "archiveInArchive"
    case .encryptedEntry: "encryptedEntry"
    case .tooManyEntries: "tooManyEntries"
    case .archiveBomb: "archiveBomb"
    case .unreadableFile: "unreadableFile"
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
    case .brokenXML: "Le XML est incomplet ou mal formé."
    case .documentType: "Le document déclare son propre type (DOCTYPE), ce qu’une facture ne fait jamais."
    case .nestedTooDeep(let limit): "Les éléments sont emboîtés sur plus de \(limit) niveaux."
    case .tooManyAttributes(let limit): "Un élément a plus de \(limit) attributs."
    case .valueTooLong(let limit): "Une valeur ou une balise dépasse \(limit / 1024) Kio."
    case .documentTooBig(let limit): "Le document dépasse \(limit >> 20) Mio."
    case .notAnInvoice(let root): "Ce document XML (« \(root) ») n’est pas une facture."
    case .notAnInvoiceType(let code): "Un document de type « \(code) » ne facture rien."
    case .notAnEInvoice: "Ce fichier n’est ni du XML, ni un PDF, ni une archive zip."
    case .noEmbeddedInvoice: "Ce PDF ne contient aucune facture électronique."
    case .purchaseInvoice: "L’acheteur est l’entreprise (company.siren) : c’est une facture d’achat."
    case .othersInvoice(let siren):
      "Ni le vendeur (SIREN \(siren)) ni l’acheteur n’est l’entreprise (company.siren)."
    case .unreadablePDF: "Le PDF est endommagé ou protégé par un mot de passe."
    case .programMissing(let name):
      "Il faut \(name) pour lire les PDF : installez-le (apt-get install \(name), ou brew install \(name))."
    case .programTooSlow(let name, let seconds): "\(name) n’a pas fini de lire ce PDF en \(seconds) secondes."
    case .damagedArchive: "L’archive zip est endommagée : copiez-la de nouveau."
    case .archiveInArchive: "Une archive dans une archive n’est pas ouverte : décompressez-la d’abord."
    case .encryptedEntry: "Ce fichier est chiffré dans l’archive : décompressez-le d’abord."
    case .tooManyEntries(let limit): "L’archive contient plus de \(limit) fichiers : partagez-la."
    case .archiveBomb: "L’archive est anormalement compressée : elle n’est pas lue plus loin."
    case .unreadableFile: "Le fichier ne peut pas être ouvert ou lu."
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
    case .brokenXML: "The XML is incomplete or not well formed."
    case .documentType: "The document declares a type of its own (DOCTYPE), which no invoice ever does."
    case .nestedTooDeep(let limit): "Elements stand in each other more than \(limit) deep."
    case .tooManyAttributes(let limit): "An element has more than \(limit) attributes."
    case .valueTooLong(let limit): "A value or a tag is longer than \(limit / 1024) KiB."
    case .documentTooBig(let limit): "The document is larger than \(limit >> 20) MiB."
    case .notAnInvoice(let root): "This XML document (“\(root)”) is not an invoice."
    case .notAnInvoiceType(let code): "A document of type “\(code)” bills nothing."
    case .notAnEInvoice: "This file is neither XML, nor PDF, nor a zip archive."
    case .noEmbeddedInvoice: "This PDF carries no electronic invoice."
    case .purchaseInvoice: "The buyer is the company (company.siren): it is a purchase."
    case .othersInvoice(let siren):
      "Neither the seller (SIREN \(siren)) nor the buyer is the company (company.siren)."
    case .unreadablePDF: "The PDF is damaged, or protected by a password."
    case .programMissing(let name):
      "\(name) is needed to read PDF: install it (apt-get install \(name), or brew install \(name))."
    case .programTooSlow(let name, let seconds): "\(name) did not finish reading this PDF in \(seconds) seconds."
    case .damagedArchive: "The zip archive is damaged: copy it again."
    case .archiveInArchive: "An archive in an archive is not opened: unpack it first."
    case .encryptedEntry: "This file is encrypted in the archive: unpack it first."
    case .tooManyEntries(let limit): "The archive holds more than \(limit) files: split it."
    case .archiveBomb: "The archive is compressed beyond reason: it is read no further."
    case .unreadableFile: "The file cannot be opened or read."
    case .noAccount: "The line has no account number."
    }
  }
}
