import CCHCDocuments
import Testing

@Suite("Documents as Markdown")
struct MarkdownTests {
  @Test(
    "what is put in is never markup, wherever it stands",
    arguments: [
      (
        "*a* _b_ `c` <d> [e](f) |g| ~h~ $i$ ^j^ &k; @l",
        #"\*a\* \_b\_ \`c\` \<d> \[e\](f) \|g\| \~h\~ \$i\$ \^j\^ \&k; \@l"#
      ),
      ("# đầu", ##"\# đầu"##), ("a # b", "a # b"), (": x", #"\: x"#), ("> y", #"\> y"#), ("- z", #"\- z"#),
      ("-5", "-5"), ("+1,5", "+1,5"), ("+ a", #"\+ a"#), ("1. một", #"1\. một"#), ("12) hai", #"12\) hai"#),
      ("1.2 ba", "1.2 ba"), ("3.", #"3\."#), ("a 1. b", "a 1. b"), ("1 2. c", "1 2. c"),
      (" a\n\tb\u{0} ", "a b"), ("\\*", #"\\\*"#), ("", ""),
    ])
  func escapes(_ text: String, _ markdown: String) {
    var tree = DocumentTree()
    tree.paragraph("\(text)")
    #expect(String(decoding: tree.markdown, as: UTF8.self) == markdown + "\n")
  }

  @Test("blocks are parted by a blank line, items of one list are not")
  func blocks() {
    var tree = DocumentTree()
    tree.title("BÁO CÁO")
    tree.subject("Về việc")
    tree.byline("*Kỳ*")
    tree.addressee("Kính gửi: ông.")
    tree.notice("**TẠM TÍNH.** Chưa xong.")
    tree.heading(2, "I. Mục")
    tree.part()
    tree.item("một")
    tree.item("hai")
    tree.paragraph("\(7) **đậm *cả hai*** \\*")
    tree.annex("Phụ lục I", "Bảng")
    tree.annex("Phụ lục")
    #expect(
      String(decoding: tree.markdown, as: UTF8.self) == #"""
        # BÁO CÁO

        **Về việc**

        *Kỳ*

        Kính gửi: ông.

        > **TẠM TÍNH.** Chưa xong.

        ## I. Mục

        - một
        - hai

        7 **đậm *cả hai*** \*

        ## Phụ lục I. Bảng

        ## Phụ lục

        """#)
  }
}
