import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == FollowedRound {
  static var breakthroughList: Output {
    Output(
      "noi-bo/dot-pha",
      Bilingual(
        "bảng điền công việc đột phá; điền xong chép thành breakthrough.xlsx",
        "breakthrough work to be filled in; then it is breakthrough.xlsx"), isDated: true,
      filling: Filling(
        Bilingual(
          "chép vào thư mục kỳ đánh giá với tên breakthrough.xlsx",
          "copy it into the round's folder as breakthrough.xlsx"),
        isFilled: { bytes, file, round in round.results.round.lacksBreakthroughs(of: bytes, file: file) }),
      [.xlsx { BreakthroughList.workbook($0.results, $0.followUp) }])
  }
}
