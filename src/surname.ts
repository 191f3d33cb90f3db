/**
 * The hundred most common surnames, and some of two characters.
 * Source: 公安部户政管理研究中心《二〇二〇年全国姓名报告》, 百家姓.
 */
const single =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";
const double = "欧阳|上官|司马|诸葛|东方|独孤|令狐|南宫|慕容|皇甫|司徒|尉迟|公孙|长孙|宇文|闻人|夏侯";

const named = new RegExp(
  `^(?:[${single}]|${double})[\\u4e00-\\u9fff]{1,2}$|^[\\u4e00-\\u9fff]+·[\\u4e00-\\u9fff·]+$`,
);

/** Whether a word may be a person's name: a surname and one or two characters, or parts with a dot between them. */
export const isLikeName = (word: string): boolean => word.length <= 30 && named.test(word);
