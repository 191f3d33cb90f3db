/** Headers under which 项目编码 is found. */
export const lineHeaders = ["项目代码", "项目编号", "预算项目编码", "预算编码", "预算项目编号"];

/** Headers under which 对象编号 is found. */
export const honoureeHeaders = ["对象代码", "对象编码", "命名对象编号", "扶持对象编号", "命名编号"];

/** Headers under which 所属市 is found. */
export const cityHeaders = ["市", "所在市", "地市", "所属地市", "市别", "所属地区", "报送市", "所属城市"];
