import CCHCScoring

/// Rounds of two groups with different sets: every status, agencies without rank or index, hard names.
enum MixedRound {
  /// A name of 300 letters.
  static let longName = String(String(repeating: "Ban Quản lý dự án đầu tư xây dựng ", count: 9).prefix(300))

  /// The files in place of those of `PaperRound`.
  static let files = [
    "criteria/bo/set.csv":
      "key,value\nname,Bộ thử\nlegal_basis,Quyết định số 1\nrounding,half_even\nindex_decimals,1\n",
    "criteria/bo/criteria.csv": #"""
    code,name,max_points,kind,method,inputs,rule,zero_denominator,document
    1,Cải cách thủ tục,10,,,,,,
    1.1,Hồ sơ đúng hạn,6,,self,a[count]: Tổng số hồ sơ; b[count]: Số hồ sơ đúng hạn,b/a * full,exempt,
    1.2,Kế hoạch,4,,self,k: Điểm kế hoạch,k,,required
    1.3,Số cuộc họp,,monitored,self,m[count]: Số cuộc họp,,,
    2,Khảo sát,6,,survey,n1: Hài lòng; n2: Không,n1/(n1 + n2) * full,exempt,
    3,Sáng kiến,2,bonus,self,t: Điểm sáng kiến,t,,
    4,Vi phạm,5,penalty,self,v: Điểm vi phạm,v,,

    """#,
    "criteria/bo/bands.csv": "label,condition\nTốt,index >= 80%\nKhá,else\n",
    "criteria/le/set.csv":
      "key,value\nname,Bộ lẻ\nlegal_basis,Quyết định số 2\npoint_decimals,0\nindex_decimals,0\nrounding,down\n",
    "criteria/le/criteria.csv": #"""
    code,name,max_points,method,inputs,rule
    1,Một lĩnh vực,7,,,
    1.1,Một tiêu chí,7,self,x: Điểm,x

    """#,
    "evidence/ky/round.csv":
      "key,value\nname,Kỳ thử\nyear,2023\ncriteria:so,bo\ncriteria:xa,le\nissuer,SỞ NỘI VỤ\n",
    "evidence/ky/agencies.csv": """
    agency,name,group,bloc,ranked,to
    A1,Sở Một,so,Khối một,,
    A2,=Tổng(1),so,Khối một,,
    A3,\(longName),so,Khối một,,
    A4,Sở không xếp hạng,so,Khối một,no,
    A5,Sở đã giải thể,so,Khối một,,2023-06-30
    A6,Sở được miễn,so,Khối hai,,
    B1,Xã duy nhất,xa,,,

    """,
    "evidence/ky/council.csv": "", "evidence/ky/stages.csv": "", "evidence/ky/self/STP.csv": "",
    "evidence/ky/self/SXD.csv": "", "evidence/ky/explanations/SXD.csv": "",
    "evidence/ky/orders.csv": "", "evidence/ky/breakthrough.csv": "", "evidence/ky/publication.csv": "",
    "evidence/ky/head_ratings.csv": "agency,rating\nA1,HTTNV\n",
    "evidence/ky/self/x.csv": """
    agency,criterion,input,value,document
    A1,1.1,a,8,
    A1,1.1,b,5,
    A1,1.2,k,3.25,Mật số 7/KH-A1
    A1,3,t,2,
    A1,4,v,0.5,
    A2,1.1,a,3,
    A2,1.1,b,1,
    A2,1.2,k,4,
    A2,3,t,0,
    A2,4,v,5,
    A3,1.1,a,không áp dụng,
    A3,1.1,b,1,
    A3,1.2,k,2.5,CV 2
    A3,3,t,0.125,
    A3,4,v,0,
    A4,1.1,a,0,
    A4,1.1,b,0,
    A4,1.2,k,bốn,CV 3
    A4,4,v,1,
    A5,1.1,a,4,
    A5,1.1,b,4,
    A5,1.2,k,4,CV 4
    B1,1.1,x,4,

    """,
    "evidence/ky/survey/x.csv":
      "agency,criterion,answer,count\nA1,2,n1,37\nA2,2,n1,5\nA2,2,n2,2\nA3,2,n1,40\nA4,2,n2,40\n",
    "evidence/ky/exemptions.csv":
      "agency,criterion,reason,decided_by\nA6,1,Mới thành lập,CV 9\nA6,2,Mới thành lập,CV 9\n",
    "evidence/ky/appraisal/1.csv": #"""
    agency,criterion,round,input,value,points,reason,appraiser
    A1,1.1,1,b,4,,Loại hồ sơ riêng của A1,SNV
    A1,1.2,1,,,3.75,Chấm lại,SNV
    A1,1.2,2,,,3.5,Chấm lần hai,SNV
    A2,4,1,,,,,SNV

    """#,
  ]

  static func results() throws -> Results { try PaperRound(files).results() }
}
