/// The arithmetic that official numbers prove themselves by.
enum CheckDigits {
  /// Whether the Luhn sum of some digits is a multiple of ten: from the right, every second digit doubled.
  static func luhn(_ digits: [Int]) -> Bool { luhnSum(digits) % 10 == 0 }

  /// The Luhn sum of some digits.
  static func luhnSum(_ digits: [Int]) -> Int {
    digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
      return sum + (value > 9 ? value - 9 : value)
    }
  }

  /// ISO 7064, MOD 11,10, whose last digit is the check.
  static func iso7064mod11and10(_ digits: [Int]) -> Bool {
    guard let last = digits.last else { return false }
    let product = digits.dropLast().reduce(10) { product, digit in
      let sum = (product + digit) % 10
      return (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10 == last
  }

  /// ISO 7064, MOD 97-10, letters counted from A = 10: the whole leaves 1.
  static func iso7064mod97(_ text: String) -> Bool {
    var rest = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: rest = (rest * 10 + Int(byte) - 0x30) % 97
      case 0x61...0x7A: rest = (rest * 100 + Int(byte) - 0x61 + 10) % 97
      default: return false
      }
    }
    return rest == 1
  }

  /// The weighted sum of the digits.
  static func weighted(_ digits: some Sequence<Int>, by weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension String {
  /// Its digits as numbers, or nothing when it holds anything else.
  var digitValues: [Int]? { isNumber ? utf8.map { Int($0) - 0x30 } : nil }
}
