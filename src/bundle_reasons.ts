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
  "bundle.signed": {
    why: words(
      "签名相符，指纹 {fingerprint}；是否采用，读入时按《下级工会名册》判断",
      "bears out its signature, of fingerprint {fingerprint}; whether it counts is for the register “Federations below” to say when it is loaded",
    ),
    mend: words("请与名册上的指纹核对", "compare the fingerprint with the register"),
  },
  "bundle.unjudged": {
    why: words(
      "这里只看内容，没有核对签名，改动过的也看不出来",
      "was looked at without its signature: that it was changed would not be seen here",
    ),
    mend: words(
      "请放入 data/ 后运行 npm run ingest，或运行 npm run inspect",
      "put it into data/ and run npm run ingest, or run npm run inspect",
    ),
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
  "bundle.two_names": {
    why: words(
      "签名指纹 {fingerprint} 在《下级工会名册》上登记在“{names}”名下，一把密钥只能属于一个工会",
      "has the fingerprint {fingerprint}, which the register “Federations below” gives to “{names}”: a key belongs to one federation",
    ),
    mend: words(
      "请打电话核实是哪一家的，名册上只留这一个名称",
      "ask by telephone whose it is and keep that one name on the register",
    ),
  },
  "bundle.not_owed": {
    why: words(
      "上报的是 {quarter}，不在名册所写的起报季度、止报季度之内（{since}—{until}）",
      "hands up {quarter}, which is not among the quarters that the register asks for ({since} to {until})",
    ),
    mend: words("请核对季度；确应上报的，改正名册", "check the quarter, or mend the register"),
  },
  "bundle.unfinished": {
    why: words(
      "上报的是 {quarter}，到 {last} 才结束，而数据只到 {asOf}",
      "hands up {quarter}, which ends on {last}, with data up to {asOf} only",
    ),
    mend: words("请下级工会在季度结束后重新上报", "ask for the bundle anew when the quarter has ended"),
  },
  "bundle.last_day": {
    why: words(
      "表内的季末日期不是 {quarter} 的最后一天 {last}，双方的工作年度可能从不同月份开始",
      "has rows whose last day is not that of {quarter}, {last}: the two reporting years may begin in different months",
    ),
    mend: words(
      "请与该会核对 settings.yaml 的 first_month，改为一致后重新上报",
      "compare first_month in settings.yaml with them, and ask for the bundle anew",
    ),
  },
  "bundle.far": {
    why: words(
      "上报的是 {quarter}，只有这一家，比此前最后一个有上报数的季度 {known} 晚一年以上",
      "is the only one to hand up {quarter}, more than a year after {known}, the last quarter before it that was handed up",
    ),
    mend: words(
      "请与该会核对季度；写错的，移走这份文件并请重新上报",
      "ask them about the quarter; if it is a slip, take the file out and ask for the bundle anew",
    ),
  },
  "bundle.unreadable": {
    why: words(
      "有 {rows} 行读不出来，签名管的是整份文件，不能只采用其余各行",
      "has {rows} rows that cannot be read; the signature is of the whole, so the others do not count by themselves",
    ),
    mend: words(
      "请双方更新到同一程序版本，再请下级工会重新上报",
      "bring both programs to the same version and ask for the bundle anew",
    ),
  },
  "bundle.strange": {
    why: words(
      "有 {rows} 行的指标或计数单位本程序不认识，没有显示，也没有相加（{names}）",
      "has {rows} rows whose indicator or unit this program does not know; they are neither shown nor added ({names})",
    ),
    mend: words("请双方更新到同一程序版本", "bring both programs to the same version"),
  },
  "bundle.number": {
    why: words("“{found}”不是上报数的写法", "holds “{found}”, which is no number as it is handed up"),
    mend: words("请下级工会重新上报", "ask for the bundle anew"),
  },
  "fingerprint.shape": {
    why: words(
      "“{found}”不是签名指纹（四组、每组 8 个字母，只用 a 到 p）",
      "holds “{found}”, which is no fingerprint: four groups of eight letters from a to p",
    ),
    mend: words(
      "请打电话与下级工会逐组核对后重填",
      "compare it with them by telephone, group by group, and write it again",
    ),
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
