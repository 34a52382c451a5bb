import CCHCPublished

extension PrintedRanking {
  /// Tables with slips, and what must be said of them.
  static let broken: [PrintedRanking] = [
    PrintedRanking("no headings", ["error ranking-headings -:-"], "a,b\n1,2\n"),
    PrintedRanking("headings without figures", ["error ranking-headings -:-"], "Cơ quan;Xếp hạng\nSở A;1\n"),
    PrintedRanking(
      "a letter in a number", ["error ranking-number 3:Điểm"], ranks: "1;A;9 2;B;8o 3;C;7"),
    PrintedRanking(
      "a rank of 0, points below 0 or above the maximum, an index above 100",
      [
        "warning ranking-over-max 2:Điểm", "warning ranking-over-max 2:Chỉ số",
        "error ranking-range 4:Xếp hạng", "error ranking-range 4:Điểm", "error ranking-range 4:Chỉ số",
      ],
      rows: "1;A;10,1;10;101;", "2;B;9;10;90;", "0;C;-1;10;-10;"),
    PrintedRanking(
      "a field above its maximum", ["error ranking-range 3:Thể chế (tối đa 5)"],
      "Cơ quan;Thể chế (tối đa 5);TTHC (tối đa 5);Tổng điểm\nA;5;5;10\nB;5,5;4;9,5\n"),
    PrintedRanking(
      "one agency twice", ["error ranking-agency-twice 4:Cơ quan"], ranks: "1;Sở_A;9 2;B;8 3;sở_A;7"),
    PrintedRanking(
      "one code twice, one name under two codes",
      ["error ranking-agency-twice 4:Mã", "warning ranking-name-twice 5:Cơ quan"],
      "Mã;Cơ quan;Điểm\nx;A;9\ny;B;8\nx;C;7\nz;B;6\n"),
    PrintedRanking(
      "two ranks the wrong way round", ["error ranking-order 4:Xếp hạng"], ranks: "1;A;9 3;B;8 2;C;7 4;D;6"),
    PrintedRanking(
      "one far too low", ["error ranking-order 2:Xếp hạng"], ranks: "5;E;9,5 1;A;9 2;B;8 3;C;7 4;D;6"),
    PrintedRanking(
      "a tie of different values", ["error ranking-tie 3:Xếp hạng"], ranks: "1;A;9 1;B;8 3;C;7"),
    PrintedRanking(
      "alike and not tied", ["warning ranking-tie-broken 3:Xếp hạng"], ranks: "1;A;9,00 2;B;9 3;C;7"),
    PrintedRanking("a rank left out", ["error ranking-gap 4:Xếp hạng"], ranks: "1;A;9 2;B;8 4;C;7 5;D;6"),
    PrintedRanking("no first", ["error ranking-start 2:Xếp hạng"], ranks: "2;A;9 3;B;8 4;C;7"),
    PrintedRanking(
      "ties counted in two ways", ["error ranking-ties-mixed 11:Xếp hạng"],
      ranks: "1;A;9 1;B;9 3;C;8 4;D;7 4;E;7 6;F;6 7;G;5 8;H;4 8;I;4 9;K;3"),
    PrintedRanking(
      "rows of an excerpt", ["warning ranking-excerpt 2:Xếp hạng"], ranks: "1;A;9 2;B;8 70;C;3 71;D;2"),
    PrintedRanking(
      "an index that no points give", ["error ranking-index 3:Chỉ số"],
      rows: "1;A;47,50;50;95,00;", "2;B;45,00;50;91,00;", "3;C;40,00;50;80,00;"),
    PrintedRanking(
      "one index cut off, the others rounded", ["error ranking-index-mode 3:Chỉ số"],
      rows: "1;A;9,8575;10;98,6;", "2;B;8,9575;10;89,5;", "3;C;7,9564;10;79,6;"),
    PrintedRanking(
      "an index from more decimals than the points have", ["warning ranking-index-unrounded 3:Chỉ số"],
      rows: "1;A;28,00;30;93,33;", "2;B;27,01;30;90,05;", "3;C;20,00;30;66,67;"),
    PrintedRanking(
      "a sum that no rounding explains", ["error ranking-sum 3:Tổng điểm"],
      "Cơ quan;Lĩnh vực 1;Lĩnh vực 2;Tổng điểm\nA;5,0;4,5;9,5\nB;4,0;4,0;8,2\nC;3;3;6\n"),
    // Two of the 34 totals that the national portal printed on 10 October 2026.
    PrintedRanking(
      "sums of the portal", ["warning ranking-sum-rounding 2:total", "warning ranking-sum-rounding 3:total"],
      """
      rank,code,province,total,CKMB_max18,TDGQ_max20,ONLINE_max12,TTTT_max10,MDSH_max22,MDHL_max18,sum_check
      1,H55,Thái Nguyên,63.97,8.11,19.12,8.82,6.35,9.74,11.84,63.98
      2,H56,Thanh Hóa,60.80,8.48,17.75,8.46,6.28,8.19,11.63,60.79
      3,H52,Sơn La,59.74,8.00,17.69,7.68,6.43,9.91,10.03,59.74

      """, checked: [.ranks: 3, .sums: 3]),
    PrintedRanking(
      "fields that are no parts of the points", ["warning ranking-sum-unclear 2:Tổng điểm"],
      "Cơ quan;Lĩnh vực 1;Lĩnh vực 2;Tổng điểm\nA;5;4;30\nB;4;4;29\nC;3;3;28\n"),
    PrintedRanking(
      "a better band for less", ["error ranking-band 3:Xếp loại"],
      rows: "1;A;9;10;90;Xuất sắc", "2;B;8,5;10;85;Khá", "3;C;8;10;80;Tốt", "4;D;7;10;70;Khá"),
    PrintedRanking(
      "letters for bands", ["error ranking-band 5:Phân loại"],
      "Đơn vị;Điểm;Phân loại\nA;95;A\nB;85;B\nX;80;B\nC;70;A\nD;65;C\nE;60;C\n"),
    PrintedRanking(
      "a mean of other rows", ["error ranking-mean 5:Điểm"],
      "Cơ quan;Điểm\nA;9,0\nB;8,0\nC;8,0\nTrung bình;8,5\n"),
  ]

  /// Tables that contradict nothing.
  static let sound: [PrintedRanking] = [
    PrintedRanking(
      "an annex as it is printed: titles, groups of headings, numbered columns, blocs, notes", [],
      """
      ỦY BAN NHÂN DÂN TỈNH MẪU;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;;;;;
      BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025;;;;;;;;;
      (Kèm theo Quyết định số 00/QĐ-UBND ngày 01/02/2026);;;;;;;;;
      STT;Tên cơ quan, đơn vị;Điểm các lĩnh vực;;;Điểm tối đa;Tổng điểm đạt được;Chỉ số CCHC (%);Xếp hạng;Xếp loại
      ;;Chỉ đạo, điều hành (30 điểm);Cải cách thể chế (30 điểm);Cải cách TTHC (40 điểm);;;;;
      (1);(2);(3);(4);(5);(6);(7)=(3)+(4)+(5);(8)=(7)/(6);(9);(10)
      I;Khối sở, ban, ngành;;;;;;;;
      1;Sở Nội vụ;29,50;28,00;38,25;100;95,75;95,75%;1;Xuất sắc
      2;Sở Y tế;27,00;26,50;36,75;95;90,25;95,00%;2;Xuất sắc
      3;Sở Tư pháp;28,25;27,50;37,00;100;92,75;92,75%;3;Xuất sắc
      4;Thanh tra tỉnh;KĐG;;;;KĐG;KĐG;;
      II;UBND cấp xã;;;;;;;;
      STT;Tên cơ quan, đơn vị;Điểm các lĩnh vực;;;Điểm tối đa;Tổng điểm đạt được;Chỉ số CCHC (%);Xếp hạng;Xếp loại
      1;UBND xã A;20,10;25,00;30,00;100;75,10;75,10 %;1;Khá
      2;UBND xã B;20,00;25,00;30,00;100;75,00;75,00 %;2;Khá
      ;Trung bình chung;;;;;85,77;86,72%;;
      Ghi chú: KĐG là không đánh giá;;;;;;;;;

      """, checked: [.ranks: 5, .index: 5, .sums: 5, .bands: 5, .means: 1]),
    PrintedRanking(
      "two columns for each field, and for each year", [],
      """
      TT,Tên đơn vị,Chỉ đạo điều hành,,Cải cách thể chế,,Kết quả chung,,Xếp hạng,
      ,,Điểm,Chỉ số,Điểm,Chỉ số,Điểm,Chỉ số,2024,2025
      1,A,9.5,95.00,8.0,80.00,17.5,87.50,2,1
      2,B,9.0,90.00,8.0,80.00,17.0,85.00,1,2

      """, checked: [.ranks: 2, .sums: 2]),
    PrintedRanking(
      "points of a thousand with dots for thousands", [],
      """
      Đơn vị;Điểm chuẩn;Điểm đạt được;Tỷ lệ (%);Thứ hạng
      A;1.000;955,5;95,55;1
      B;1.000;900;90,00;2
      C;1.200;1.020;85,00;3

      """, checked: [.ranks: 3, .index: 3]),
    PrintedRanking(
      "shares of 1 in place of percentages", [],
      "Đơn vị\tĐiểm tối đa\tĐiểm\tChỉ số\tHạng\nA\t98\t90,16\t0,92\t1\nB\t100\t91,50\t0,915\t2\n",
      checked: [.ranks: 2, .index: 2]),
    PrintedRanking(
      "ranks inside blocs by a column", [],
      "Khối;Đơn vị;Điểm;Hạng\nI;A;9;1\nI;B;8;2\nII;C;9;1\nII;D;7;2\nII;E;6;3\n", checked: [.ranks: 5]),
    PrintedRanking(
      "ties that count on at once", [], ranks: "1;A;9 1;B;9 2;C;8 3;D;7 3;E;7 4;F;6"),
    PrintedRanking(
      "ties that leave ranks out", [], ranks: "1;A;9 1;B;9 3;C;8 4;D;7 4;E;7 6;F;6"),
    PrintedRanking(
      "an index that is cut off in every row", [],
      rows: "1;A;62,62;70;89,45;", "2;B;55,13;70;78,75;", "3;C;41,25;70;58,92;"),
    PrintedRanking(
      "ranks by points that the index rounds away", [],
      rows: "1;A;9,04;10;90;", "2;B;9,01;10;90;", "3;C;8,00;10;80;"),
    PrintedRanking(
      "no index: shares of rounded points may be alike", [],
      "Đơn vị;Điểm;Điểm tối đa;Hạng\nA;85,71;90;1\nB;95,24;100;2\nC;80,00;100;3\n"),
    PrintedRanking(
      "parts that are cut off", [],
      "Cơ quan;Lĩnh vực 1;Lĩnh vực 2;Lĩnh vực 3;Tổng điểm\nA;3,33;3,33;3,33;9,99\nB;2;2;2;6\nC;1;1;1;3\n"),
    PrintedRanking(
      "a penalty that is taken off, a bonus that is added", [],
      "Cơ quan;Lĩnh vực 1;Lĩnh vực 2;Điểm thưởng;Điểm trừ;Tổng điểm\nA;5;4;1;0,5;9,5\nB;5;3;0;1;7\nC;3;3;;;6\n",
      checked: [.sums: 3]),
    PrintedRanking(
      "agencies that are not ranked", [],
      "Cơ quan;Điểm;Xếp hạng\nA;9;1\nB;8;Không xếp hạng\nC;7;2\nD;6;-\n", checked: [.ranks: 2]),
    PrintedRanking(
      "means of blocs and of all, the maximum above", [],
      """
      Cơ quan;Điểm;Hạng
      Điểm tối đa;10;
      Khối 1;;
      A;9,1;1
      B;8,2;2
      Trung bình khối;8,7;
      Khối 2;;
      C;7,0;1
      D;6,0;2
      Trung bình khối;6,5;
      Trung bình toàn tỉnh;7,6;

      """, checked: [.ranks: 4, .means: 3]),
    PrintedRanking(
      "bands in words of the table's own, ordered by their values", [],
      rows: "1;A;95;100;95;Mức cao", "2;B;90;100;90;Mức cao", "3;C;80;100;80;Mức thấp",
      "4;D;70;100;70;Mức thấp"),
    PrintedRanking(
      "bands of shares that rounding makes alike", [],
      "Đơn vị;Điểm;Điểm tối đa;Hạng;Xếp loại\nA;85,71;90;1;Tốt\nB;95,24;100;2;Khá\nC;80,00;100;3;Khá\n",
      checked: [.bands: 3]),
    PrintedRanking(
      "a maximum in the heading of the points", [],
      "Cơ quan;Tổng điểm (tối đa 100);Hạng\nA;90;1\nB;80;2\n", checked: [.ranks: 2]),
    PrintedRanking(
      "thousands parted by points", [], "Cơ quan;Điểm;Hạng\nA;1.234.567;1\nB;1.200.000;2\n",
      checked: [.ranks: 2]),
    PrintedRanking(
      "a heading that explains its index in brackets", [],
      "Cơ quan;Điểm;Điểm tối đa;Chỉ số (=2/3*100);Hạng\nA;9;10;90;1\nB;8;10;80;2\n", checked: [.ranks: 2]),
    PrintedRanking(
      "indices and their mean as shares", [],
      "Đơn vị;Điểm tối đa;Điểm;Chỉ số;Hạng\nA;100;92;0,92;1\nB;100;90;0,90;2\nTrung bình;;;0,91;\n",
      checked: [.ranks: 2]),
  ]
}
