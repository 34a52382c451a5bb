extension BrokenInput {
  private static func work(_ rows: String) -> [String: String] {
    ["breakthrough.csv": "agency,work,field,deadline,expected,registered\n" + rows]
  }

  private static func order(_ rows: String) -> [String: String] {
    ["orders.csv": "agency,id,duty,deadline,legal_basis\n" + rows]
  }

  /// A slip for each code of what comes after the announcement.
  static let followUp: [BrokenInput] = [
    BrokenInput(
      "warning receipt-before-announcement followup.csv:2:received",
      ["followup.csv": "agency,obligation,received\nA,x,13/3/2024\n"]),
    BrokenInput(
      "warning obligation-not-owed followup.csv:2:received",
      [
        "set/obligations.csv": "id,condition,duty,deadline,recipient\nx,not always,Việc,04-01,N\n",
        "followup.csv": "agency,obligation,received\nA,x,1/4/2024\n",
      ]),
    BrokenInput(
      "error obligation-unknown followup.csv:2:obligation",
      order("A,z,V,1/5/2024,QĐ\n").merging(["followup.csv": "agency,obligation,received\nA,y,1/4/2024\n"]) {
        $1
      }),
    BrokenInput("error order-id-taken orders.csv:2:id", order("A,x,V,1/5/2024,QĐ\n")),
    BrokenInput("error code-invalid orders.csv:2:id", order("A,a/b,V,1/5/2024,QĐ\n")),
    BrokenInput("error agency-unknown orders.csv:2:agency", order("B,y,V,1/5/2024,QĐ\n")),
    BrokenInput("error cell-required orders.csv:2:legal_basis", order("A,y,V,1/5/2024,\n")),
    BrokenInput("error cell-required orders.csv:2:deadline", order("A,y,V,,QĐ\n")),
    BrokenInput("error date-invalid orders.csv:2:deadline", order("A,y,V,1/13/2024,QĐ\n")),
    BrokenInput("error row-conflict orders.csv:3:-", order("A,y,V,1/5/2024,QĐ\nA,y,V,2/5/2024,QĐ\n")),
    BrokenInput("error field-unknown breakthrough.csv:2:field", work("A,Việc,2,,,\n")),
    BrokenInput("error field-unknown breakthrough.csv:2:field", work("A,Việc,1.1,,,\n")),
    BrokenInput("error date-invalid breakthrough.csv:2:registered", work("A,Việc,1,,,32/3/2024\n")),
    BrokenInput("error number-invalid breakthrough.csv:2:expected", work("A,Việc,1,,nhiều,\n")),
    BrokenInput("error agency-unknown breakthrough.csv:2:agency", work("B,Việc,1,,,\n")),
  ]
}
