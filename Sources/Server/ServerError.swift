import HTTPTypes
import Hummingbird
import Pages
import Portfolio
import Units

/// Why a request is not answered as asked.
enum ServerError: Explained {
  /// Nothing stands at that address.
  case noSuchPage
  /// No import goes by that name.
  case noSuchImport(String)
  /// A report, month or criterion that there is not.
  case badRequest(String)
  /// A form that was not made here, or by a process that ended since.
  case strangeForm
  /// A form with files that breaks off, or is none.
  case brokenForm
  /// A name the server does not go by.
  case strangeHost(String)
  /// Other work goes on.
  case busy
  /// There is nothing to show yet.
  case notReady
  /// An identifier that no customer has.
  case noSuchCustomer(UnknownCustomer)
  /// An identifier that no prospect has.
  case noSuchProspect(String)
  /// A customer that was none yet at the month looked at.
  case notYetCustomer(name: String, asOf: Month)
  /// More lines than a file is made of.
  case tooManyLines(most: Int)
  /// Our own fault.
  case internalFault
  /// A file larger than the server takes.
  case tooLarge(megabytes: Int)
  /// Something at that address, but not to be asked so.
  case methodNotAllowed(allowed: [String])
  /// Nothing to be asked there, or asked twice.
  case unknownParameter(String), repeatedParameter(String)
  /// A value that is none of those to be had.
  case badParameter(APIParameter, String)
  /// A last month before the first.
  case emptySpan(from: Month, to: Month)
  /// A report that there is not.
  case noSuchReport(String)
  /// The books are being made for the first time.
  case analysing

  /// The parameter at fault, where one is.
  var parameter: String? {
    switch self {
    case .unknownParameter(let name), .repeatedParameter(let name): name
    case .badParameter(let parameter, _): parameter.rawValue
    default: nil
    }
  }

  func sentence(in language: Language) -> String {
    switch self {
    case .noSuchPage:
      language(
        fr: "Il n’y a rien à cette adresse : partez du tableau de bord.",
        en: "There is nothing at this address: start from the dashboard.")
    case .noSuchImport(let id):
      language(
        fr: "Il n’y a pas d’import « \(id.prefix(40)) » : il a peut-être été oublié.",
        en: "There is no import “\(id.prefix(40))”: it may have been forgotten.")
    case .badRequest(let value):
      language(fr: "« \(value) » n’est pas une demande connue.", en: "“\(value)” is not something to ask for.")
    case .strangeForm:
      language(
        fr: "Ce formulaire ne vient pas de cette page, ou le serveur a redémarré : rechargez la page et recommencez.",
        en: "This form does not come from this page, or the server was restarted: load the page again and retry.")
    case .brokenForm:
      language(
        fr: "L’envoi des fichiers s’est interrompu avant sa fin : recommencez. Rien n’a été gardé.",
        en: "The files broke off on their way: try again. Nothing was kept.")
    case .strangeHost(let name):
      language(
        fr: "Ce serveur ne répond pas au nom « \(name) » : ajoutez --name \(name) si c’est le sien.",
        en: "This server does not go by the name “\(name)”: add --name \(name) if it is its own.")
    case .busy:
      language(
        fr: "Un autre travail est en cours ; recommencez quand il sera fini.",
        en: "Other work is going on; try again when it is done.")
    case .notReady:
      language(
        fr: "Il n’y a pas encore de vente à analyser : importez un fichier.",
        en: "There is no sale to analyse yet: import a file.")
    case .noSuchCustomer(let unknown): unknown.sentence(in: language)
    case .noSuchProspect(let id):
      Phrase(fr: "Il n'y a pas de prospect « \(name: id) ».", en: "There is no prospect “\(name: id)”.").text(
        in: Voice(language), name: neutralised)
    case .notYetCustomer(let name, let asOf):
      Phrase(
        fr: "« \(name: name) » n'était pas encore client en \(asOf) : choisissez un mois plus récent.",
        en: "“\(name: name)” was not a customer yet in \(asOf): choose a later month."
      ).text(in: Voice(language), name: neutralised)
    case .tooManyLines(let most):
      language(
        fr: "Plus de \(Voice(language).integer(most)) lignes : choisissez moins de mois, ou « clientele lines ».",
        en: "More than \(Voice(language).integer(most)) lines: choose fewer months, or use `clientele lines`.")
    case .internalFault:
      language(
        fr: "Une erreur inattendue s’est produite ; le journal du serveur la décrit.",
        en: "Something unexpected went wrong; the server's log describes it.")
    case .tooLarge(let megabytes):
      language(
        fr: "Le fichier dépasse \(megabytes) Mo : importez-le avec « clientele import ».",
        en: "The file is larger than \(megabytes) MB: bring it in with `clientele import`.")
    case .methodNotAllowed(let allowed):
      language(
        fr: "Cette adresse ne répond qu’à \(allowed.joined(separator: ", ")).",
        en: "This address answers \(allowed.joined(separator: ", ")) only.")
    case .unknownParameter(let name):
      language(fr: "Il n’y a pas de paramètre « \(name) » ici.", en: "There is no parameter “\(name)” here.")
    case .repeatedParameter(let name):
      language(fr: "« \(name) » ne se donne qu’une fois.", en: "“\(name)” can be given once only.")
    case .badParameter(let parameter, let value):
      parameter.values.sentence(value, in: language)
    case .emptySpan(let from, let to):
      language(fr: "\(to.iso) précède \(from.iso).", en: "\(to.iso) comes before \(from.iso).")
    case .noSuchReport(let name):
      language(
        fr: "Il n’y a pas de rapport « \(name) » ; /api/v1/reports les nomme.",
        en: "There is no report “\(name)”; /api/v1/reports names them.")
    case .analysing:
      language(
        fr: "La première analyse est en cours ; redemandez dans un instant.",
        en: "The first analysis goes on; ask again in a moment.")
    }
  }

  var status: HTTPResponse.Status {
    switch self {
    case .noSuchPage, .noSuchCustomer, .noSuchProspect, .notYetCustomer, .noSuchImport: .notFound
    case .badRequest, .brokenForm: .badRequest
    case .strangeForm: .forbidden
    case .strangeHost: .misdirectedRequest
    case .busy: .conflict
    case .notReady: .serviceUnavailable
    case .internalFault: .internalServerError
    case .tooLarge, .tooManyLines: .contentTooLarge
    case .methodNotAllowed: .methodNotAllowed
    case .unknownParameter, .repeatedParameter, .badParameter: .badRequest
    case .emptySpan: .unprocessableContent
    case .noSuchReport: .notFound
    case .analysing: .serviceUnavailable
    }
  }
}

extension APIParameter.Values {
  /// Why a value is none of these.
  fileprivate func sentence(_ value: String, in language: Language) -> String {
    switch self {
    case .day:
      language(
        fr: "« \(value) » n’est pas un jour AAAA-MM-JJ.", en: "“\(value)” is not a day YYYY-MM-DD.")
    case .month:
      language(fr: "« \(value) » n’est pas un mois AAAA-MM.", en: "“\(value)” is not a month YYYY-MM.")
    case .length:
      language(
        fr: "« \(value) » n’est pas un nombre de mois : un nombre de 1 à \(WindowLength.most), ou all.",
        en: "“\(value)” is not a number of months: a number from 1 to \(WindowLength.most), or all.")
    case .word(let words):
      language(
        fr: "« \(value) » n’est aucun de \(words.joined(separator: ", ")).",
        en: "“\(value)” is none of \(words.joined(separator: ", ")).")
    case .text(let most):
      language(fr: "Ce texte dépasse \(most) caractères.", en: "This text is longer than \(most) characters.")
    case .number(let range, _):
      language(
        fr: "« \(value) » n’est pas un nombre de \(range.lowerBound) à \(range.upperBound).",
        en: "“\(value)” is not a number from \(range.lowerBound) to \(range.upperBound).")
    }
  }
}

/// An error as a person is told it: in its own words, else as our own fault.
func explained(_ error: any Error) -> any Explained { error as? any Explained ?? ServerError.internalFault }
