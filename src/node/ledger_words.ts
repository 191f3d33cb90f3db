import { type Words, words } from "../words.ts";
import type { Entry } from "./glossary.ts";

const entry = (said: Words, columns: Readonly<Record<string, Words>>): Entry => ({
  words: said,
  columns: new Map(Object.entries(columns)),
});

const file = words("文件号，见 intake.files", "the file, as numbered in intake.files");
const line = words("在文件中的行号", "line in that file");
const register = words("台账代号", "id of the register");
const room = words("业务代号", "id of the programme");
const zh = words("中文名称", "its name in Chinese");
const en = words("英文名称", "its name in English");
const quarter = words("季度，写作 2018Q4", "quarter of the reporting year, written 2018Q4");

/** The words of the tables that the engine itself makes: the book of what came in, the calendar, the settings. */
export const ledgerWords: ReadonlyMap<string, Entry> = new Map([
  [
    "intake.files",
    entry(
      words(
        "收到的文件，一份文件中的每张表一行；读到 = 采用 + 退回 + 重复 + 被更新",
        "what was handed in: a row per table of a file; read = accepted + refused + repeated + superseded",
      ),
      {
        file_id: words("文件号", "number of the table in this ledger"),
        path: words(
          "文件路径；一份文件有几张表的，后加工作表名",
          "path, with the sheet where a file has more than one table",
        ),
        file: words("文件路径", "path of the file under data/"),
        sheet: words("工作表名", "name of the sheet"),
        sha256: words("文件校验值（SHA-256）", "SHA-256 of the file"),
        encoding: words("文字编码", "encoding of its text"),
        separator: words("分隔符", "separator of its cells"),
        header_line: words("表头所在行", "line of the header"),
        register: words("认作哪种台账；空为不是台账", "register that it was read as; empty where it is none"),
        unit_name: words("填报单位", "reporting unit, as the file states it"),
        period: words("期别", "period, as the file states it"),
        filed: words("填报日期", "day of filing, as the file states it"),
        place: words("各文件的先后，后报的更新先报的", "order in which files speak; the last word counts"),
        read: words("读到的行数", "rows read"),
        accepted: words("采用的行数", "rows accepted"),
        refused: words("退回的行数", "rows refused"),
        repeated: words("重复的行数", "rows that repeat another"),
        superseded: words("被后报更新的行数", "rows that a later one took the place of"),
        mended: words("退回的行中已更正补报的行数", "refused rows that were mended since"),
      },
    ),
  ],
  [
    "intake.registers",
    entry(words("台账一览，一种台账一行", "the registers, a row each"), { register, room, zh, en }),
  ],
  ["intake.rooms", entry(words("业务一览，一项业务一行", "the programmes, a row each"), { room, zh, en })],
  [
    "intake.indicators",
    entry(words("指标一览，一项指标一行", "the indicators, a row each"), {
      indicator: words("指标，写作“业务.指标”", "the indicator, written room.indicator"),
      room,
      zh,
      en,
      unit: words("单位代号", "id of its unit"),
      counted: words("单位（中文）；比率为空", "its counting word in Chinese; empty for a rate"),
    }),
  ],
  [
    "intake.models",
    entry(
      words(
        "模型用到本业务的哪些台账，一种一行",
        "registers of its own room that a model rests on, a row each",
      ),
      {
        model: words("模型，写作“业务.表”", "the model, written room.table"),
        register,
      },
    ),
  ],
  [
    "intake.columns",
    entry(words("各文件的栏目，一栏一行", "the columns of every file, a row each"), {
      file_id: file,
      position: words("第几栏", "which column it is, from 1"),
      header: words("文件中的表头", "header as it stands in the file"),
      field: words("认作哪一栏；空为没有用到", "field that it was read as; empty where it is not used"),
    }),
  ],
  [
    "intake.problems",
    entry(words("退回与提醒，一处一行", "refusals and warnings, a row each"), {
      file_id: file,
      line,
      field: words("栏目代号", "id of the field"),
      header: words("文件中的表头", "header as it stands in the file"),
      found: words(
        "文件中填的内容；个人信息只留首字",
        "what was found; of personal data the first character only",
      ),
      reason: words("原因代号", "code of the reason"),
      slots: words("原因中要填的内容（JSON）", "what the reason's sentence is filled with (JSON)"),
      severity: words(
        "error 退回，warning 提醒",
        "error: the row was refused; warning: it was loaded and is doubted",
      ),
    }),
  ],
  [
    "intake.set_aside",
    entry(words("重复或被后报更新的行，一行一条", "rows that were repeated or superseded, a row each"), {
      file_id: file,
      line,
      register,
      fate: words("repeated 重复，superseded 被更新", "repeated or superseded"),
      by_file: words("取而代之的行所在文件的编号", "number of the file whose row took its place"),
    }),
  ],
  [
    "intake.unkept_days",
    entry(
      words(
        "重复、被更新的行所记事项的日期，一份文件一天一行",
        "days of what happened in rows that were repeated or superseded, a row per file and day",
      ),
      { file_id: file, register, day: words("日期", "day") },
    ),
  ],
  [
    "intake.forgotten",
    entry(
      words(
        "按删除请求去除个人信息的行，一行一条，仍然计数",
        "rows cleared of personal data on request, a row each; they count all the same",
      ),
      {
        file_id: file,
        line,
        register,
        instead: words("代替本人编号的代号", "what stands in place of the person's id"),
      },
    ),
  ],
  [
    "intake.withheld",
    entry(
      words(
        "内容涉及已按请求去除个人信息的人、但没有采用的行，一行一条，不再退回原样",
        "lines that were not accepted and are about somebody whose data were removed on request, a row each; they are not given back",
      ),
      {
        file_id: file,
        line,
        instead: words("代替本人编号的代号", "what stands in place of the person's id"),
      },
    ),
  ],
  [
    "intake.still_named",
    entry(
      words(
        "哪些公开的地方写着已按请求删除的人或退回的人的姓名，一处一行；有就不发布",
        "places that are published and name somebody who was removed on request or stands in a refused row, a row each; while there is one nothing is published",
      ),
      { zh, en },
    ),
  ],
  [
    "intake.bundles",
    entry(words("采用的下级工会上报数，一份一行", "bundles of federations below that count, a row each"), {
      file_id: file,
      federation: words("下级工会", "the federation below"),
      fingerprint: words("签名指纹", "fingerprint of its key"),
      quarter,
      as_of: words("数据截至", "day up to which its data are known"),
      edition: words("发布的第几版；空为未发布", "edition that was released; empty where none was"),
      code: words("程序版本", "version of its program"),
      due: words("应报台账份数", "returns that were due there"),
      received: words("已报台账份数", "returns that came there"),
    }),
  ],
  [
    "intake.bundles_inside",
    entry(
      words(
        "上报数中还含有哪些工会的数，一个工会一行",
        "federations further below whose figures are within a bundle, a row each",
      ),
      {
        file_id: file,
        federation: words("所含的工会", "the federation within it"),
        fingerprint: words("签名指纹", "fingerprint of its key"),
      },
    ),
  ],
  [
    "intake.growth",
    entry(
      words(
        "数据仓库由上一次的加上新到的文件做成时，一行：多了什么；全部重做的为空",
        "where the warehouse was grown from the last one by files that came, one row: what is new in it; none where all was made anew",
      ),
      {
        base: words("上一次的校验值", "hash of the last one, as in intake.origin"),
        came: words("新到的文件", "files that came"),
        touched: words("可能变动的表", "tables and views whose rows may be others"),
        added: words("其中只添了新文件的行的表", "those to which only rows of these files were added"),
      },
    ),
  ],
  [
    "intake.mended",
    entry(words("退回后更正补报的行，一行一条", "rows that mend one refused before, a row each"), {
      file_id: file,
      line,
      path: words("先前退回的文件", "file whose row had been refused"),
      refused_line: words("先前退回的行号", "line that had been refused"),
    }),
  ],
  [
    "intake.origin",
    entry(
      words(
        "数据仓库由什么做成，共一行：台账、设置、口径和程序都一样的，校验值也一样",
        "what the warehouse was made from, one row: the same registers, settings, readings and program have the same hash",
      ),
      { hash: words("校验值；空为不能确定", "the hash; empty where it is not known") },
    ),
  ],
  [
    "intake.quarters",
    entry(
      words(
        "各文件采用的行落在哪些季度，一个季度一行",
        "quarters that the accepted rows of each file lie in, a row per file and quarter",
      ),
      {
        register,
        path: words("文件路径，同 intake.files.path", "path, as in intake.files.path"),
        quarter,
        rows: words("落在该季度的行数", "rows that lie in the quarter"),
      },
    ),
  ],
  [
    "calendar.quarters",
    entry(words("季度，一个季度一行", "the quarters, a row each"), {
      quarter,
      year: words("工作年度", "reporting year"),
      first_day: words("季度第一天", "first day of the quarter"),
      last_day: words("季度最后一天", "last day of the quarter"),
      previous: words("上一季度，用于环比", "the quarter before"),
      year_before: words("上年同一季度，用于同比", "the same quarter of the year before"),
    }),
  ],
  [
    "calendar.months",
    entry(words("月份，一个月一行", "the months, a row each"), {
      month: words("月份，写作 2018-12", "month, written 2018-12"),
      first_day: words("月份第一天", "first day of the month"),
      last_day: words("月份最后一天", "last day of the month"),
      quarter,
    }),
  ],
  [
    "main.settings",
    entry(words("本会的设置，一项一行", "the federation's settings, a row each"), {
      name: words("设置项", "what is set"),
      value: words("设置的值", "its value, as text"),
    }),
  ],
]);
