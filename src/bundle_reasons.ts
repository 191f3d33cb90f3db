import { words } from "./words.ts";

/** Reasons that concern a bundle which a federation below handed up. */
export const bundleReasons = {
  "bundle.unsigned": {
    why: words(
      "上报数的签名不符，内容在签名之后被改动过（用 Excel 打开另存也会如此）",
      "does not bear out its signature: it was changed after it was signed, as saving it from Excel does",
    ),
    mend: words("请下级工会重新发来原文件，收到后原样放入", "ask for the file anew and put it in as it came"),
  },
  "bundle.no_roster": {
    why: words(
      "没有《下级工会名册》，无法判断这份上报数是谁的（自称“{federation}”，指纹 {fingerprint}）",
      "cannot be told whose it is without the register “Federations below” (it says “{federation}”, fingerprint {fingerprint})",
    ),
    mend: words(
      "请打电话与该会核对指纹，无误后建立名册并登入",
      "compare the fingerprint with them by telephone, then put them on that register",
    ),
  },
  "bundle.unknown": {
    why: words(
      "“{federation}”不在《下级工会名册》上（指纹 {fingerprint}）",
      "is from “{federation}”, who is not among the federations below (fingerprint {fingerprint})",
    ),
    mend: words(
      "请打电话与该会核对指纹，无误后登入名册",
      "compare the fingerprint with them by telephone, then put them on that register",
    ),
  },
  "bundle.other_key": {
    why: words(
      "自称“{federation}”，但签名指纹 {fingerprint} 与《下级工会名册》上登记的不同",
      "says it is from “{federation}”, but its fingerprint {fingerprint} is not the one on the register",
    ),
    mend: words(
      "请打电话核实：确系换了密钥的，在名册上加登新指纹；否则不要采用",
      "ask them by telephone: add the new fingerprint if their key has changed, or else leave the file out",
    ),
  },
  "bundle.other_name": {
    why: words(
      "自称“{federation}”，而名册上这个签名指纹属于“{listed}”",
      "says it is from “{federation}”, but its fingerprint is that of “{listed}”",
    ),
    mend: words("请与该会核对名称，改正名册", "compare the name with them and mend the register"),
  },
  "bundle.demo": {
    why: words("上报的是演示数据，不能计入实数", "hands up the demonstration's invented figures"),
    mend: words("请下级工会放入自己的台账后重新上报", "ask for their own figures"),
  },
  "bundle.inconsistent": {
    why: words(
      "上报数表内的指纹或季度与表头所写不一致",
      "has rows of another fingerprint or quarter than it says above them",
    ),
    mend: words("请下级工会重新上报", "ask for the bundle anew"),
  },
  "bundle.conflict": {
    why: words(
      "与 {original} 数据截至同一天而内容不同，采用的是后者",
      "tells other figures up to the same day than {original}, which is the one that counts",
    ),
    mend: words("请向下级工会核实，只留一份", "ask them which one holds and keep that one"),
  },
} as const;
