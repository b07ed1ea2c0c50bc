import Foundation
import Testing

/// Predictions by the command line, against what the papers publish.
@Suite(.enabled(if: RealData.isThere, "CLIENTELE_DATA names no folder"))
struct ForecastTests {
  private func cdnow(in scratch: Scratch) throws -> String {
    let data = try #require(RealData.folder)
    let workspace = try scratch.workspace()
    let result = try Program.run(
      "import", data + "/cdnow/cdnow_sample.csv", "-w", workspace, "--as", "sales", "--map",
      "customer=id,date=date,amount=amt,quantity=cds")
    #expect(result.status == 0)
    return workspace
  }

  @Test(arguments: ["bgnbd", "mbgnbd", "paretonbd"])
  func `CDNOW gives the published numbers from its lines`(model: String) throws {
    let scratch = try Scratch()
    let workspace = try cdnow(in: scratch)
    let report = try Program.run(
      "report", "forecast", "-w", workspace, "--model", model, "--until", "1997-09-30", "--format", "json"
    ).object()
    let totals = try #require(report["totals"] as? [String: Any])
    #expect(totals["model"] as? String == model && totals["boundary"] as? Bool == false)
    #expect(totals["customers"] as? Int == 2_357 && totals["refused"] is NSNull)
    #expect(abs((totals["valueLogLikelihood"] as? Double ?? 0) + 4055.918) < 1e-3)
    let published: (logLikelihood: Double, parameters: [String: Double], orders: Double?, alive: Double?) =
      switch model {
      case "bgnbd":
        (-9582.429, ["r": 0.2426, "alpha": 4.4136, "a": 0.7929, "b": 2.4259, "p": 6.2496], 25.757, 0.9689)
      // The published likelihood of MBG/NBD is that of weeks rounded to two decimals.
      case "mbgnbd": (-9582.136, ["r": 0.5248, "alpha": 6.183, "a": 0.8914, "b": 1.614, "q": 3.7442], nil, nil)
      default:
        (-9594.976, ["r": 0.5533, "alpha": 10.578, "s": 0.6062, "beta": 11.669, "gamma": 15.4435], 25.456, 0.9979)
      }
    #expect(abs((totals["logLikelihood"] as? Double ?? 0) - published.logLikelihood) < 1e-3)
    let parameters = try #require(totals["parameters"] as? [String: Any])
    for (name, value) in published.parameters {
      #expect(abs((parameters[name] as? Double ?? 0) / value - 1) < 5e-4, "\(name)")
    }
    let rows = try #require(report["rows"] as? [[String: Any]])
    let ids = rows.compactMap { $0["customer"] as? String }
    #expect(ids.count == 2_357 && ids == ids.sorted())
    let row = try #require(rows.first { $0["customer"] as? String == "1516" })
    #expect(row["frequency"] as? Int == 26 && row["age"] as? Int == 31)
    if let orders = published.orders { #expect(abs((row["expectedOrders"] as? Double ?? 0) - orders) < 1e-3) }
    if let alive = published.alive { #expect(abs((row["probabilityAlive"] as? Double ?? 0) - alive) < 1e-4) }
    let months = try #require(totals["months"] as? [[String: Any]])
    #expect(months.first?["month"] as? String == "1997-10" && months.first?["actualCents"] as? Int == 884_505)
  }

  @Test func `online_retail shows a boundary, up to a day of a month that is not over`() throws {
    let scratch = try Scratch()
    let data = try #require(RealData.folder)
    let workspace = try scratch.workspace()
    #expect(try Program.run("import", data + "/online_retail/online_retail.csv.gz", "-w", workspace).status == 0)
    let totals = try Program.run(
      "report", "forecast", "-w", workspace, "--model", "bgnbd", "--until", "2011-12-09", "--format", "json"
    ).totals()
    #expect(totals["until"] as? String == "2011-12-09" && totals["boundary"] as? Bool == true)
    #expect(abs((totals["dropoutGain"] as? Double ?? 0) - 0.24) < 5e-3)
  }

  @Test func `wrong words are wrong usage, and too few customers are refused in words`() throws {
    let scratch = try Scratch()
    let workspace = try scratch.workspace()
    let file = try scratch.file(
      "few.csv", Array("date;client;montant\n2025-01-10;A;100\n2025-02-10;A;100\n2025-02-28;B;50\n".utf8))
    #expect(try Program.run("import", file, "-w", workspace).status == 0)
    #expect(try Program.run("report", "forecast", "-w", workspace, "--model", "naive").status == 2)
    #expect(try Program.run("report", "forecast", "-w", workspace, "--until", "soon").status == 2)
    let totals = try Program.run("report", "forecast", "-w", workspace, "--format", "json").totals()
    #expect(totals["model"] is NSNull && totals["refused"] as? String == "tooFewCustomers")
    let said = try Program.run("report", "forecast", "-w", workspace)
    #expect(said.output.contains("Too few customers for a model: 2, it takes 20."))
    let early = try Program.run("report", "forecast", "-w", workspace, "--until", "1999-01-01")
    #expect(early.status == 0 && early.output.contains("Nothing known by that day"))
  }
}
