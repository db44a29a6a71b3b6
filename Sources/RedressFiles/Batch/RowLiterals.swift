/// The parts that every row has, as bytes that are only copied.
struct RowLiterals {
  let start: ByteRun
  let awarded: ByteRun
  let refused: ByteRun
  let gross: ByteRun
  let alreadyPaid: ByteRun
  let paidInExcess: ByteRun
  let setOff: ByteRun
  let payable: ByteRun
  let inKind: ByteRun
  let authority: ByteRun
  let lastDay: ByteRun
  let noLastDay: ByteRun
  let refusals: ByteRun
  let codes: ByteRun
  let form: ByteRun
  let awardedCell, refusedCells, undecidedCells: ByteRun
  let keptOut: ByteRun

  init(in memory: ScanMemory) {
    start = memory.keep("{\"format\":\"redress-assessment/1\",\"case\":\"")
    awarded = memory.keep("awarded\",\"heads\":[")
    refused = memory.keep("refused\"")
    gross = memory.keep("],\"gross\":\"")
    alreadyPaid = memory.keep("\",\"already-paid\":\"")
    paidInExcess = memory.keep("\",\"paid-in-excess\":\"")
    setOff = memory.keep("\",\"set-off\":\"")
    payable = memory.keep("\",\"payable\":\"")
    inKind = memory.keep("\",\"in-kind\":\"")
    authority = memory.keep("\",\"authority\":")
    lastDay = memory.keep(",\"last-day-to-accept\":\"")
    noLastDay = memory.keep(",\"last-day-to-accept\":null")
    refusals = memory.keep(",\"refusals\":[")
    codes = memory.keep(",\"codes\":[")
    awardedCell = memory.keep("awarded,")
    refusedCells = memory.keep("refused,,,,,,,,")
    undecidedCells = memory.keep("undecided,,,,,,,,")
    form = memory.keep(",\"as\":")
    keptOut = memory.keep(",\"refused\":")
  }
}
